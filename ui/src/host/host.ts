/**
 * What the window asks of the world outside it. `tauri.ts` asks the backend, `memory.ts` is a twin
 * for tests; nothing else knows which of the two it talks to.
 */
import type {
  Answer,
  Arrangement,
  Change,
  Closing,
  Compared,
  Details,
  Entry,
  Field,
  FieldValue,
  Found,
  Goals,
  Hit,
  Merged,
  Offer,
  Opened,
  Passage,
  Planned,
  Query,
  Ranked,
  Replaced,
  Review,
  Saved,
  Sentence,
  Settings,
  Snapshot,
  Spelt,
  Start,
  Structure,
  Trouble,
  Unit,
  Whole,
} from './bindings';

export type * from './bindings';

/** Edits of a restore or a reload, or of a merge. */
export interface Offered {
  offer: Offer;
  /** Null when nothing was merged. */
  merged: Merged | null;
}

/** What is set for a person who has set nothing. */
export const usualSettings: Settings = {
  theme: 'system',
  contrast: 'system',
  textFont: 'serif',
  keys: {},
  textSize: 18,
  leftWidth: 248,
  rightWidth: 396,
  ignoredRules: [],
  focus: false,
  typewriter: false,
  fullScreen: false,
  measure: 66,
  autosavePause: 500,
  session: false,
  goals: { unit: 'words', piece: null, dek: null, lede: null, point: null, conclusion: null },
  spelling: true,
  grammar: null,
};

/** A format that a piece is exported to. */
export type Format = 'html' | 'markdown';

/** What the backend says unasked. */
export interface Events {
  /** The library's drafts, newest first, and its folders, after something appeared, changed or vanished. */
  libraryChanged: { entries: Entry[]; folders: string[] };
  /** A draft changed on disk, was merged or restored: these edits make the window's text equal. */
  draftOffered: Offered;
  /** What the checks say of a draft's text; of one that is no more it is dropped. */
  draftChecked: { draft: string; review: Review };
  /** Which words of a draft are in no dictionary; of a text that is no more it is dropped. */
  draftSpelt: { draft: string; spelt: Spelt };
  /** A draft's snapshots are others than before. */
  snapshotKept: { draft: string };
  /** At the start: texts that were only in the journal. */
  recovered: { drafts: string[]; said: Sentence };
  /** How a draft's file stands to its text. */
  draftSaved: { draft: string; version: number; saved: Saved };
  /** Something that the person should know and need not act on. */
  noticed: { draft: string | null; said: Sentence };
  /** The window is about to close; `settled` says that it may. */
  closing: Record<string, never>;
  /** Another start of the app, or the system, asks for this draft. */
  openRequested: { draft: string };
}

/** A situation that the person can act on; the window branches on its code. */
export class Refused extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble.said.english);
  }
}

/** The backend, or its twin. Every promise rejects with `Refused` when the world says no. */
export interface Host {
  /** All that the window needs to begin; it is there before this returns. */
  start(): Start;
  /** Everything is listened to: what there is to tell may come. `closing` words what is asked at the end. */
  listening(closing: Closing | null): Promise<void>;
  open(draft: string): Promise<Opened>;
  /** Reports a change and has the answer before it returns: the way of a key. */
  changeNow(change: Change): Answer;
  /** Reports a change that is too large for the way of a key. */
  change(change: Change): Promise<Answer>;
  /** Asks for the edits of a structural command, before the next key is taken. */
  plan(structure: Structure): Planned;
  /** Hands over the window's whole text after the two lost step. Throws when nobody answers. */
  resync(draft: string, session: number, text: string): Opened;
  /** Whether backend and window have the same text; `hash` as `fingerprint` makes it. */
  agrees(draft: string, session: number, version: number, hash: number): Promise<boolean>;
  /** Keeps where the caret is and the first place in sight, for the next opening. */
  leave(draft: string, caret: number, top: number | null): Promise<void>;
  save(draft: string): Promise<void>;
  /** A new piece from a template; its title says how many points it has. */
  create(title: string, template: string): Promise<Opened>;
  /** The names of the templates, the usual one first. */
  templates(): Promise<string[]>;
  footers(): Promise<string[]>;
  /** Puts a footer at the end of a draft; the edits come as `draftOffered`. */
  putFooter(draft: string, name: string): Promise<void>;
  /** The front matter of an open draft as a form. */
  details(draft: string): Promise<Details>;
  /** Sets a field of the front matter; the edits come as `draftOffered`. */
  setDetail(draft: string, field: Field, value: FieldValue): Promise<void>;
  /** Says in the front matter that the piece is published; the edits come as `draftOffered`. */
  markPublished(draft: string, address: string | null): Promise<void>;
  /** The drafts by a few letters of their titles or names, the best first. */
  quickOpen(letters: string): Promise<Ranked[]>;
  /** Gives the draft opened under its new name; null for one that the window has not open. */
  rename(draft: string, name: string): Promise<Opened | null>;
  duplicate(draft: string): Promise<Opened>;
  trash(draft: string): Promise<void>;
  /** Brings back what went to the trash last. */
  restore(): Promise<string>;
  reveal(draft: string): Promise<void>;
  search(words: string): Promise<Hit[]>;
  /** Where all drafts have it. */
  find(query: Query): Promise<Found[]>;
  /** What replacing it in all drafts would change. */
  previewReplace(query: Query, by: string): Promise<Found[]>;
  /** Replaces it in these drafts; the edits of one that is open come as `draftOffered`. */
  replace(query: Query, by: string, drafts: string[]): Promise<Replaced[]>;
  makeFolder(folder: string): Promise<void>;
  /** Moves a draft into a folder, empty for the top; opened there as by `rename`. */
  moveDraft(draft: string, folder: string): Promise<Opened | null>;
  /** Keeps how the list is arranged. */
  arrange(arrangement: Arrangement): Promise<void>;
  /** Asks where, writes the piece there and gives the path; null when the person thought better. */
  exportPiece(draft: string, format: Format): Promise<string | null>;
  /** Asks where, writes a copy there and gives the path; null when the person thought better. */
  saveCopy(draft: string): Promise<string | null>;
  /** Prints the piece as it is published, by the system's dialog. */
  print(draft: string): Promise<void>;
  /**
   * Makes a copied web page the text of a draft without words, and gives what was left out of it; the
   * edits come as `draftOffered`. Refused as `no-page` where it is but a line.
   */
  pastePage(draft: string, html: string): Promise<Sentence[]>;
  /** The bands of the drafts that were chosen as models. */
  bandsOf(drafts: string[], unit: Unit): Promise<Goals>;
  /** The minutes of today in which a key was pressed; `pressed` is the time of one, null where none was. */
  writingMinutes(pressed: number | null): Promise<number>;
  /** Asks for a file and opens it; null when the person thought better. */
  openFile(): Promise<Opened | null>;
  /** Asks for the folder of the drafts; where another one is chosen, the window begins anew. */
  chooseLibrary(): Promise<void>;
  /** Keeps a picture beside a draft, and gives its path from the draft's folder as a link writes it. */
  keepPicture(draft: string, picture: File): Promise<string>;
  /** As `keepPicture` with the picture on the clipboard; null where there is none. */
  pastePicture(draft: string): Promise<string | null>;
  openLink(url: string): Promise<void>;
  keepSettings(settings: Settings): Promise<void>;
  /** Has a draft checked after a pause; `draftChecked` brings what there is to say. */
  check(draft: string): Promise<void>;
  /** Puts a finding aside in its draft, or takes it up again. */
  ignore(draft: string, passage: Passage, on: boolean): Promise<void>;
  /** Ticks a source or a date off, or takes the tick back. */
  tick(draft: string, passage: Passage, on: boolean): Promise<void>;
  /** Mends all that is safe to mend; the edits come as `draftOffered`. */
  mend(draft: string): Promise<void>;
  /** What could be meant by a word of an open draft, the likeliest first. */
  suggestions(draft: string, word: string): Promise<string[]>;
  /** Puts a word among the person's own, or takes it out again. */
  ownWord(word: string, on: boolean): Promise<void>;
  /** Lets a word pass in a draft, or takes that back. */
  passWord(draft: string, word: string, on: boolean): Promise<void>;
  /** Gives the window the whole screen or takes it back; whether it has it now. */
  fullScreen(): Promise<boolean>;
  /** Comes back when the backend's window has handed over what waited before it. */
  caughtUp(): Promise<void>;
  /** A draft's earlier texts, newest first. */
  history(draft: string): Promise<Snapshot[]>;
  /** A snapshot beside the text as it is now. */
  compare(draft: string, snapshot: number): Promise<Compared>;
  /** Restores an earlier text or a part of it; the edits come as `draftOffered`. */
  restoreSnapshot(draft: string, snapshot: number, what: Whole): Promise<void>;
  nameSnapshot(draft: string, snapshot: number, name: string | null): Promise<void>;
  /** Asks where, goes on with the draft there and gives the path; null when the person thought better. */
  saveElsewhere(draft: string): Promise<string | null>;
  /** Puts the whole text on the clipboard. */
  copyText(draft: string): Promise<void>;
  /** Puts words on the clipboard. */
  copy(words: string): Promise<void>;
  /** What the clipboard has, as plain text; empty if it has none. */
  clipboard(): Promise<string>;
  /** Merges a conflict copy into its draft; the edits come as `draftOffered`. */
  mergeCopy(draft: string, copy: string): Promise<void>;
  /** All keys that were on their way have been taken: the window may close. */
  settled(draft: string | null, caret: number, top: number | null): Promise<void>;
  on<K extends keyof Events>(event: K, listener: (payload: Events[K]) => void): void;
}

/** What an open draft asks of it. */
export type DraftHost = Pick<Host, 'changeNow' | 'change' | 'plan' | 'resync' | 'agrees' | 'leave' | 'check'>;
