/** The whole window: what is open, what is asked, and every action that a key or a click can take. */

import { tick } from 'svelte';
import type { Format, Host, Opened, Settings, Trouble } from '../host/host';
import { Refused } from '../host/host';
import { texts } from '../texts';
import { OpenDraft } from './draft.svelte';
import { Library } from './library.svelte';

/** A dialog or a page that stands in front of the text. */
export type Asking = 'newPiece' | 'export' | 'keys' | null;

/** A sentence at the foot of the window, and what it offers to do. */
export interface Notice {
  sentence: string;
  action?: { label: string; run: () => void };
}

const DEFAULTS: Settings = { theme: 'system', textSize: 18, leftWidth: 248, rightWidth: 396 };
/** Milliseconds between two looks for keys that are still on their way to the page. */
const KEYS_ARRIVE = 20;
/** So many looks in a row must find none. */
const QUIET_LOOKS = 6;
/** Milliseconds that a notice with nothing at stake stays. */
const NOTICE = 8000;

export class Room {
  readonly library: Library;
  draft = $state.raw<OpenDraft | null>(null);
  settings = $state<Settings>({ ...DEFAULTS });
  view = $state<'cards' | 'markdown'>('cards');
  asking = $state<Asking>(null);
  notice = $state.raw<Notice | null>(null);
  /** Narrow windows: whether the preview lies over the text, and drafts and outline over it. */
  overlay = $state<'preview' | 'drafts' | null>(null);
  /** What a screen reader is told. */
  spoken = $state('');
  /** Brings the keyboard to the list's search field; set by that field. */
  focusSearch: () => void = () => {};
  /** Brings the keyboard back to the text; set by the editor. */
  focusText: () => void = () => {};
  private keys = 0;
  private noticeTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly host: Host) {
    this.library = new Library(host);
    host.on('draftOffered', (offered) => {
      if (offered.offer.draft === this.draft?.draft) this.draft.offered(offered);
    });
    host.on('draftSaved', ({ draft, saved }) => {
      if (draft === this.draft?.draft) this.draft.saved = saved;
    });
    host.on('noticed', ({ sentence }) => this.tell(sentence));
    host.on('closing', () => void this.close());
    host.on('openRequested', ({ draft }) => void this.open(draft));
  }

  async start(): Promise<void> {
    await this.attempt(async () => {
      const start = await this.host.start();
      this.library.folder = start.library;
      // The list may have been told more already, while this answer was on its way.
      if (this.library.entries.length === 0) this.library.entries = start.entries;
      this.settings = start.settings;
      if (start.opened) this.put(start.opened);
      for (const trouble of start.troubles) this.say(trouble);
    });
  }

  /** Does something that the world may say no to; a no is told, and nothing else changes. */
  async attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.say(error.trouble);
    }
  }

  tell(sentence: string, action?: Notice['action']): void {
    this.notice = action ? { sentence, action } : { sentence };
    this.spoken = sentence;
    clearTimeout(this.noticeTimer);
    this.noticeTimer = setTimeout(() => this.dismiss(), NOTICE);
  }

  private say(trouble: Trouble): void {
    this.tell(trouble.sentence);
    // What went wrong stays until the person has seen it.
    clearTimeout(this.noticeTimer);
  }

  dismiss(): void {
    this.notice = null;
  }

  private put(opened: Opened | null): void {
    if (!opened) return;
    this.draft = new OpenDraft(this.host, opened, (sentence) => this.tell(sentence));
    this.asking = null;
    this.overlay = null;
  }

  /** Leaves the draft that is open, with all that was typed, for the one that `next` gives. */
  private switchTo(next: () => Promise<Opened | null>): Promise<void> {
    return this.attempt(async () => {
      await this.draft?.settled();
      const opened = await next();
      if (!opened) return;
      await this.draft?.leave();
      this.put(opened);
    });
  }

  async open(draft: string): Promise<void> {
    if (draft === this.draft?.draft) this.asking = null;
    else await this.switchTo(() => this.host.open(draft));
    this.focusText();
  }

  openFile = (): Promise<void> => this.switchTo(() => this.host.openFile());

  /** Begins a piece; the title is written, so the caret goes on to the dek. */
  async create(title: string, points: number): Promise<void> {
    await this.switchTo(() => this.host.create(title, points));
    await tick();
    this.draft?.goTo('dek', 0);
    this.focusText();
  }

  duplicate(draft: string): Promise<void> {
    return this.switchTo(() => this.host.duplicate(draft));
  }

  rename(draft: string, name: string): Promise<void> {
    return this.attempt(async () => {
      const open = draft === this.draft?.draft;
      if (open) await this.draft?.settled();
      const renamed = await this.host.rename(draft, name);
      if (!open) return;
      this.draft?.close();
      this.put(renamed);
    });
  }

  trash(draft: string, title: string): Promise<void> {
    return this.attempt(async () => {
      if (draft === this.draft?.draft) {
        await this.draft.settled();
        await this.host.trash(draft);
        this.draft.close();
        this.draft = null;
      } else {
        await this.host.trash(draft);
      }
      const run = () => void this.attempt(async () => this.open(await this.host.restore()));
      this.tell(texts.trashed(title), { label: texts.undo, run });
    });
  }

  reveal(draft: string): Promise<void> {
    return this.attempt(() => this.host.reveal(draft));
  }

  save = async (): Promise<void> => {
    const draft = this.draft;
    if (!draft) return;
    await draft.settled();
    await this.attempt(() => this.host.save(draft.draft));
  };

  exportPiece(format: Format): Promise<void> {
    return this.attempt(async () => {
      const draft = this.draft;
      if (!draft) return;
      this.asking = null;
      await draft.settled();
      const path = await this.host.exportPiece(draft.draft, format);
      if (path) this.tell(texts.exported(path));
      this.focusText();
    });
  }

  movePoint(from: number, to: number): void {
    const points = this.draft?.points ?? 0;
    if (!this.draft || from === to || to < 1 || to > points) return;
    this.draft.operate({ kind: 'move', from, to });
    this.spoken = texts.moved(from, to, points);
  }

  /** A key was pressed. */
  keyed(): void {
    this.keys++;
  }

  /**
   * Waits for the keys that are still on their way, hands them over, and lets the window close. The way
   * to the backend and back leads past the keys that wait there, however slow the machine is.
   */
  private async close(): Promise<void> {
    for (let quiet = 0; quiet < QUIET_LOOKS; ) {
      const before = this.keys;
      await this.host.caughtUp();
      await new Promise((resolve) => setTimeout(resolve, KEYS_ARRIVE));
      quiet = this.keys === before ? quiet + 1 : 0;
    }
    const { draft } = this;
    await draft?.settled();
    // The draft stays open: the person may yet decide to stay.
    await this.host.settled(draft?.draft ?? null, draft?.caret ?? 0);
  }

  ask(what: Asking): void {
    this.asking = this.asking === what ? null : what;
    if (!this.asking) this.focusText();
  }

  toggleView = (): void => {
    this.view = this.view === 'cards' ? 'markdown' : 'cards';
    this.focusText();
  };

  keep(change: Partial<Settings>): void {
    this.settings = { ...this.settings, ...change };
    void this.attempt(() => this.host.keepSettings(this.settings));
  }

  nextTheme = (): void => {
    const order = ['system', 'light', 'dark'];
    const theme = order[(order.indexOf(this.settings.theme) + 1) % order.length] ?? 'system';
    this.keep({ theme });
  };
}
