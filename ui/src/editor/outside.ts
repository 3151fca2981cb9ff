/** What the editor is given by its owner and what it tells: the words it shows, the events. */
import { type ChangeSet, Facet, type Text } from '@codemirror/state';
import type { Voices } from './conflict';
import type { Found } from './find';
import type { Name, SlotKind } from './part';

/** The words that the editor shows; they are handed in, so that one place holds all of the window's. */
export interface Texts {
  /** What a screen reader calls the text. */
  editorName: string;
  title: string;
  dek: string;
  lede: string;
  conclusion: string;
  footer: string;
  frontMatter: string;
  addPoint: string;
  movePoint: string;
  foldPoint: string;
  /** Whose words they are, at a place where a merge found two voices. */
  mine: string;
  theirs: string;
  /** What stands for words that one of the two took out. */
  takenOut: string;
  prompts: Record<SlotKind, string>;
}

/** What the editor tells its owner. */
export interface EditorEvents {
  /** The document has changed; called within the task of the key, before `caret`. */
  change(changes: ChangeSet, oldDoc: Text, newDoc: Text): void;
  /** The caret is at `pos`, on `line` from 0; `selected` is the selected text, `here` the part. */
  caret(pos: number, line: number, selected: string, here: Name | null): void;
  /** A new point is asked for at this place, from 1. */
  addPoint(place: number): void;
  /** The point at this place is empty and not wanted. */
  removePoint(place: number): void;
  /** The point at `from` is to stand at place `to`. */
  movePoint(from: number, to: number): void;
  /** This is pasted at `pos` and may be whole points; whether the owner has taken it. */
  pastePoints(pos: number, text: string): boolean;
  /**
   * The HTML of a page is pasted: whether it has become the text, when that is known; null where the text has
   * words already.
   */
  pastePage(html: string): Promise<boolean> | null;
  /** Keeps pictures beside the text; gives the path of each that could be kept, as a link writes it. */
  keepPictures(files: readonly File[]): Promise<readonly string[]>;
  /** As `keepPictures`, with the picture that is on the clipboard, if there is one. */
  pastePicture(): Promise<readonly string[]>;
  /** The conflicts that are open, and the place in the list of the one in hand; -1 for none. */
  conflicts(open: Voices[], now: number): void;
  /** The marks that are left, by their ids in the order of the text, and the one in hand; -1 for none. */
  marks(left: number[], now: number): void;
  /** What is looked for has other places than before, or another one is selected. */
  found(found: Found): void;
  /** What the clipboard has, as plain text; empty if it has none. */
  clipboard(): Promise<string>;
  /** These words are for the clipboard. */
  copy(words: string): void;
  /** A link's address, asked for by Ctrl and a click. */
  openLink(url: string): void;
}

/** Texts and events of one owner. */
export interface Outside {
  texts: Texts;
  events: EditorEvents;
}

/** The owner of this editor, for every feature that has something to show or to tell. */
export const outside = Facet.define<Outside, Outside>({
  // An editor always has an owner; a facet is also combined once from nothing, when it is defined.
  combine: ([first]) => first as Outside,
});
