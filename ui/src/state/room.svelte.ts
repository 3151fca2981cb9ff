/** The whole window: what is open, what is asked, and how one goes between; what is done there stands beside it. */

import { tick } from 'svelte';
import type { Action, Editor } from '../editor';
import { type Host, type Offered, type Opened, Refused, type Trouble } from '../host/host';
import { texts } from '../texts';
import { Checks } from './checks.svelte';
import type { Command } from './commands';
import { Companion } from './companion.svelte';
import { Details } from './details.svelte';
import { OpenDraft } from './draft.svelte';
import { Everywhere } from './everywhere.svelte';
import { Filing } from './filing.svelte';
import { Find } from './find.svelte';
import { Library } from './library.svelte';
import { Menu } from './menu.svelte';
import { Notices } from './notices.svelte';
import { Pictures } from './pictures';
import { Preferences } from './preferences.svelte';
import { Publishing } from './publishing';
import { quiet } from './quiet';
import { Recent } from './recent.svelte';
import { Session } from './session.svelte';
import { Spelling } from './spelling.svelte';
import { worded } from './worded';

/** A dialog or a page that stands in front of the text. */
export type Asking =
  | 'newPiece'
  | 'everywhere'
  | 'export'
  | 'keys'
  | 'palette'
  | 'quickOpen'
  | 'footers'
  | 'settings'
  | 'arrange'
  | 'newFolder'
  | 'moveDraft'
  | 'goals'
  | 'models'
  | null;

export class Room {
  readonly library: Library;
  readonly companion: Companion;
  readonly checks: Checks;
  readonly spelling: Spelling;
  readonly menu = new Menu(this);
  readonly details = new Details(this);
  readonly notices = new Notices();
  readonly find = new Find(this);
  readonly everywhere = new Everywhere(this);
  readonly recent = new Recent(this);
  readonly session: Session;
  readonly filing = new Filing(this);
  readonly preferences = new Preferences(this);
  readonly pictures = new Pictures(this);
  readonly publishing = new Publishing(this);
  draft = $state.raw<OpenDraft | null>(null);
  view = $state<'cards' | 'markdown'>('cards');
  asking = $state<Asking>(null);
  /** Narrow windows: whether the companion lies over the text, or drafts and outline do. */
  overlay = $state<'companion' | 'drafts' | null>(null);
  /** Brings the keyboard to the list's search field; set by that field. */
  focusSearch: () => void = () => {};
  /** Brings the keyboard to the list of drafts, to the row of one if it is there; set by that list. */
  focusDrafts: (draft?: string) => void = () => {};
  /** Brings the keyboard back to the text; set by the editor. */
  focusText: () => void = () => {};
  /** The text on the page, once it is there. */
  editor: Editor | null = null;
  /** Whether the next key is to be some command's own, and does nothing else. */
  recording = false;
  private keys = 0;

  constructor(readonly host: Host) {
    this.library = new Library(host);
    this.session = new Session(host, () => this.draft?.written ?? 0);
    this.companion = new Companion(this);
    this.checks = new Checks(this);
    this.spelling = new Spelling(this);
    host.on('draftOffered', (offered) => this.offered(offered));
    host.on('draftSaved', ({ draft, saved }) => {
      if (draft === this.draft?.draft) this.draft.saved = saved;
    });
    host.on('noticed', ({ said }) => this.notices.tell(worded(said)));
    host.on('recovered', ({ drafts, said }) => {
      const run = () => void this.companion.showRecovered(drafts);
      this.notices.stand(worded(said), { label: texts.showRecovered, run });
    });
    host.on('closing', () => void this.close());
    host.on('openRequested', ({ draft }) => void this.open(draft));
  }

  /** Has the draft when it returns, so that the first picture shows it. */
  async start(): Promise<void> {
    const start = this.host.start();
    this.library.folder = start.library;
    this.library.entries = start.entries;
    this.library.arrangement = start.arrangement;
    this.recent.ids = start.recent;
    this.preferences.settings = start.settings;
    if (start.opened) this.put(start.opened);
    for (const trouble of start.troubles) this.warn(trouble);
    await this.attempt(() => this.host.listening(texts.closing));
    await this.attempt(() => this.session.count(this.preferences.settings.session));
    // What was said before anybody listened is said again.
    const { draft } = this;
    if (draft) await this.attempt(() => this.host.check(draft.draft));
  }

  /** Does something that the world may say no to; a no is told, and nothing else changes. */
  async attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.warn(error.trouble);
    }
  }

  /** Says what went wrong, with a way out where the folder of the drafts is at fault. */
  private warn({ said, action }: Trouble): void {
    const choose = { label: texts.chooseLibrary, run: () => void this.chooseLibrary() };
    this.notices.warn(worded(said), action === 'chooseFolder' ? choose : undefined);
  }

  /** Edits came from outside: into the text, and what a merge brought to the person. */
  private offered(offered: Offered): void {
    const { offer, merged } = offered;
    if (offer.draft !== this.draft?.draft || !this.draft.offered(offered)) return;
    this.companion.history.refresh();
    if (!merged) return;
    const run = () => void this.companion.nextConflict();
    if (merged.conflicts.length === 0) this.notices.tell(worded(merged.said));
    else this.notices.warn(worded(merged.said), { label: texts.showThem, run });
  }

  /** Shows this draft in the place of the one that was open. */
  put(opened: Opened | null): void {
    if (!opened) return;
    this.session.bank(this.draft?.gained() ?? 0);
    this.draft = new OpenDraft(this.host, opened, (sentence) => this.notices.tell(sentence));
    this.companion.begin();
    this.filing.begin();
    this.recent.opened(opened.draft);
    this.menu.asked = null;
    this.asking = null;
    this.overlay = null;
  }

  /** Leaves the draft that is open, with all that was typed, for the one that `next` gives. */
  switchTo(next: () => Promise<Opened | null>): Promise<void> {
    return this.attempt(async () => {
      await this.details.keep();
      await this.draft?.settled();
      const opened = await next();
      if (!opened) return;
      await this.draft?.leave();
      this.put(opened);
    });
  }

  /** Opens a draft of the library, or comes back to the text of the one that is open. */
  async open(draft: string): Promise<void> {
    if (draft === this.draft?.draft) this.asking = null;
    else await this.switchTo(() => this.host.open(draft));
    await this.backToText();
  }

  /** Asks for a file and opens it. */
  openFile = (): Promise<void> => this.switchTo(() => this.host.openFile());

  /** Asks for the folder of the drafts; what is typed by then is told first. */
  chooseLibrary = (): Promise<void> =>
    this.attempt(async () => {
      await this.details.keep();
      await this.draft?.settled();
      await this.host.chooseLibrary();
    });

  /** Begins a piece; the title is written, so the caret goes on to the dek. */
  async create(title: string, template: string): Promise<void> {
    await this.switchTo(() => this.host.create(title, template));
    await tick();
    this.draft?.goTo('dek', 0);
    this.focusText();
  }

  /** Brings the keyboard to the drafts, in a narrow window over the text; asked for there, back to it. */
  toDrafts(): void {
    if (document.activeElement?.closest('.left')) return void this.backToText();
    this.overlay = 'drafts';
    void tick().then(() => this.focusDrafts());
  }

  /** Has the file hold the text as it is now. */
  save = async (): Promise<void> => {
    const draft = this.draft;
    if (!draft) return;
    await draft.settled();
    await this.attempt(() => this.host.save(draft.draft));
  };

  /** Moves a point to the place of another, and says so; places count from 1. */
  movePoint(from: number, to: number): void {
    const points = this.draft?.points ?? 0;
    if (!this.draft || from === to || to < 1 || to > points) return;
    this.draft.operate({ kind: 'move', from, to });
    this.companion.history.refresh();
    this.notices.spoken = texts.moved(from, to, points);
  }

  /** A key was pressed. */
  keyed(): void {
    this.keys++;
    this.session.keyed();
  }

  /** Waits for the keys that are still on their way, hands them over, and lets the window close. */
  private async close(): Promise<void> {
    await quiet(this.host, () => this.keys);
    // Settings that could not be kept hold no window open.
    await this.preferences.kept.catch(() => {});
    const { draft } = this;
    await this.details.keep();
    await draft?.settled();
    // The draft stays open: the person may yet decide to stay.
    await this.host.settled(draft?.draft ?? null, draft?.caret ?? 0, draft?.top ?? null);
  }

  /** Does what a key of the text does, in the text. */
  async act(action: Action): Promise<void> {
    await this.backToText();
    this.editor?.act(action);
  }

  /** Does what was chosen from the palette, which goes first. */
  async choose(command: Command): Promise<void> {
    this.asking = null;
    await tick();
    this.focusText();
    command.run(this);
  }

  /** Asks this, or takes back that it was asked. */
  ask(what: Asking): void {
    const wasMoving = this.asking === 'moveDraft';
    this.asking = this.asking === what ? null : what;
    // A dialog holds the keyboard until it is gone from the page.
    if (!this.asking) void tick().then(() => (wasMoving ? this.filing.focusAfterMove() : this.focusText()));
  }

  /** Brings the person back to the text from what lies over it or in its place. */
  async backToText(): Promise<void> {
    this.overlay = null;
    if (this.asking === 'everywhere') {
      this.asking = null;
      await tick();
    }
    await this.companion.bare();
    this.focusText();
  }

  /** Takes away what lies over the text or in its place, so that something can be done in it. */
  async toText(): Promise<void> {
    this.asking = null;
    this.menu.asked = null;
    if (this.overlay === 'drafts') this.overlay = null;
    await this.companion.bare();
    await tick();
  }

  /** As `backToText`, if anything lies there; says whether it did. */
  escape(): boolean {
    if (this.recent.cancel()) return true;
    if (this.asking === 'everywhere') return this.everywhere.close();
    if (this.find.open) return this.find.close();
    const away = this.overlay !== null || this.companion.history.shown !== null;
    if (away) void this.backToText();
    return away;
  }

  /** Goes from the cards to the Markdown, or back. */
  toggleView = (): void => {
    this.view = this.view === 'cards' ? 'markdown' : 'cards';
    this.focusText();
  };
}
