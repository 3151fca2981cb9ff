/** Finding and replacing in all drafts: what is looked for, where it stands, and which drafts are left out. */
import { tick } from 'svelte';
import type { Found, Place, Query } from '../host/host';
import { Refused } from '../host/host';
import { texts } from '../texts';
import { titleOf } from './arrange';
import type { Option } from './find.svelte';
import type { Room } from './room.svelte';
import { worded } from './worded';

/** How a selection may look to be taken for what is looked for. */
const ONE_LINE = /^[^\n]{1,120}$/;
/** Milliseconds after a letter before the drafts are looked through. */
const PAUSE = 120;
/** As many places as are seen unasked: the drafts behind them are folded. */
const SHOWN = 300;

/** A draft that has it. */
export interface Group extends Found {
  title: string;
  folder: string;
  open: boolean;
  /** Whether it is among those that are replaced in. */
  taken: boolean;
}

export class Everywhere {
  words = $state('');
  by = $state('');
  replacing = $state(false);
  options = $state<Record<Option, boolean>>({ matchCase: false, wholeWord: false, regexp: false });
  /** What was found; null before anything was looked for. */
  private found = $state.raw<Found[] | null>(null);
  /** The question that `found` answers. */
  private answered = '';
  /** Whether a replacement is under way. */
  private underWay = false;
  /** Why it could not be looked for, in a sentence. */
  bad = $state('');
  private leftOut = $state.raw<ReadonlySet<string>>(new Set());
  /** The drafts whose places are folded or open other than unasked. */
  private turned = $state.raw<ReadonlySet<string>>(new Set());
  /** The place that was gone to last: its draft, and its number among the draft's. */
  last = $state.raw<{ draft: string; at: number } | null>(null);
  /** Brings the keyboard to the field, with its words selected; set by the page. */
  focusField: () => void = () => {};
  private asked = 0;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly room: Room) {}

  readonly groups: Group[] = $derived.by(() => {
    const entries = new Map(this.room.library.entries.map((entry) => [entry.draft, entry]));
    let before = 0;
    return (this.found ?? []).map((found) => {
      const entry = entries.get(found.draft);
      const open = before < SHOWN !== this.turned.has(found.draft);
      before += found.places.length;
      const taken = !this.leftOut.has(found.draft);
      const title = entry ? titleOf(entry) : found.draft;
      return { ...found, title, folder: entry?.folder ?? '', open, taken };
    });
  });

  /** How many places there are, in how many drafts. */
  readonly says: string = $derived.by(() => {
    if (this.bad) return this.bad;
    if (!this.found || this.words === '') return '';
    if (this.found.length === 0) return texts.nothingFound;
    const more = this.found.some((found) => found.more);
    return texts.placesIn(count(this.found), this.found.length, more);
  });

  /** What replacing would change, without the drafts that are left out. */
  readonly toChange: { places: number; drafts: number; more: boolean } = $derived.by(() => {
    const taken = this.groups.filter((group) => group.taken);
    return { places: count(taken), drafts: taken.length, more: taken.some(({ more }) => more) };
  });

  private get query(): Query {
    const { matchCase, wholeWord, regexp } = this.options;
    return { words: this.words, regex: regexp, matchCase, wholeWords: wholeWord };
  }

  /** All that an answer depends on, to be compared: places without a preview are none for replacing. */
  private get question(): string {
    return JSON.stringify([this.query, this.replacing ? this.by : null]);
  }

  /** Opens the page with these words, usually those that are selected, if there are some on one line. */
  async show(replacing: boolean, words = this.room.draft?.selected ?? ''): Promise<void> {
    const { room } = this;
    // What was found is not taken for new words: it may have been found by a pattern.
    if (ONE_LINE.test(words) && words !== this.lastPlace?.found) this.words = words;
    this.replacing = replacing;
    await room.companion.bare();
    room.overlay = null;
    room.asking = 'everywhere';
    await tick();
    // Before anything is waited for: the next key is meant for the field.
    this.focusField();
    await this.look();
  }

  private get lastPlace(): Place | undefined {
    const { last } = this;
    return this.found?.find(({ draft }) => draft === last?.draft)?.places[last?.at ?? 0];
  }

  seek(words: string): void {
    this.words = words;
    this.leftOut = new Set();
    this.turned = new Set();
    this.last = null;
    this.lookSoon();
  }

  replaceBy(by: string): void {
    this.by = by;
    this.lookSoon();
  }

  toggle(option: Option): void {
    this.options[option] = !this.options[option];
    this.lookSoon();
  }

  private lookSoon(): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.look(), PAUSE);
  }

  /** Looks through all drafts; an answer that a later look has overtaken is dropped. */
  async look(): Promise<void> {
    clearTimeout(this.waiting);
    const mine = ++this.asked;
    const { query, by, question } = this;
    const { host, draft } = this.room;
    if (query.words === '') return this.take(null, '');
    try {
      // The words typed last are in the draft's file before it is looked through.
      await draft?.settled();
      const found = await (this.replacing ? host.previewReplace(query, by) : host.find(query));
      if (mine === this.asked) this.take(found, '', question);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { said } = error.trouble;
      if (mine === this.asked) this.take([], said.code === 'pattern-broken' ? texts.notRegexp : worded(said));
    }
  }

  private take(found: Found[] | null, bad: string, answered = ''): void {
    this.found = found;
    this.answered = answered;
    this.bad = bad;
  }

  /** Folds the places of a draft, or opens them. */
  fold(group: Group, folded: boolean): void {
    if (group.open === folded) this.turned = turned(this.turned, group.draft);
  }

  /** Leaves a draft out of what is replaced, or takes it in again. */
  leaveOut(draft: string): void {
    this.leftOut = turned(this.leftOut, draft);
  }

  /** Opens a draft at a place. */
  async visit(draft: string, at: number): Promise<void> {
    const place = this.found?.find((found) => found.draft === draft)?.places[at];
    if (!place) return;
    this.last = { draft, at };
    this.room.asking = null;
    await this.room.open(draft);
    // The place is selected in a text that the editor shows.
    await tick();
    if (this.room.draft?.draft === draft) this.room.draft.select(place.line, place.from, place.found);
  }

  /** Opens the next place of all, or the one before, around the ends. */
  async step(by: 1 | -1): Promise<void> {
    const all = (this.found ?? []).flatMap(({ draft, places }) => places.map((_, at) => ({ draft, at })));
    if (all.length === 0) return this.show(false);
    const { last } = this;
    const now = all.findIndex(({ draft, at }) => draft === last?.draft && at === last.at);
    const to = now < 0 && by < 0 ? all.length - 1 : (now + by + all.length) % all.length;
    const next = all[to];
    if (!next) return;
    await this.visit(next.draft, next.at);
    this.room.notices.spoken = texts.placeAt(to + 1, all.length, this.room.draft?.name ?? '');
  }

  /**
   * Replaces what was previewed, and nothing else, in all drafts that are not left out. What was typed a moment
   * ago has not been looked at by anybody: it is shown first.
   */
  async replaceAll(): Promise<void> {
    if (!this.replacing || this.underWay) return;
    if (this.answered !== this.question) {
      await this.look();
      if (this.answered === this.question && this.toChange.places > 0)
        this.room.notices.tell(texts.lookFirst);
      return;
    }
    const drafts = this.groups.filter((group) => group.taken).map(({ draft }) => draft);
    if (drafts.length === 0) return;
    this.underWay = true;
    try {
      await this.replaceIn(drafts);
    } finally {
      this.underWay = false;
    }
    this.focusField();
    await this.look();
  }

  /** Replaces in these drafts, and says what came of it. */
  private replaceIn(drafts: string[]): Promise<void> {
    const { room, query, by } = this;
    // These places are about to be others; an answer that is on its way knows them no better.
    this.asked++;
    this.take(null, '');
    return room.attempt(async () => {
      await room.draft?.settled();
      const replaced = await room.host.replace(query, by, drafts);
      const done = replaced.filter(({ places }) => places > 0);
      const places = done.reduce((sum, one) => sum + one.places, 0);
      const failed = replaced.flatMap(({ trouble }) => trouble ?? []);
      const [first] = failed;
      if (first)
        room.notices.warn(texts.replacedSome(places, done.length, failed.length, worded(first.said)));
      else room.notices.tell(texts.replacedEverywhere(places, done.length));
      room.companion.history.refresh();
    });
  }

  /** Closes the page; what was found stays, to be gone through or come back to. */
  close(): true {
    this.room.asking = null;
    void tick().then(() => this.room.focusText());
    return true;
  }
}

const count = (found: readonly Found[]) => found.reduce((sum, { places }) => sum + places.length, 0);

/** The set with the one that is not in it, or without the one that is. */
function turned(set: ReadonlySet<string>, one: string): ReadonlySet<string> {
  const other = new Set(set);
  if (!other.delete(one)) other.add(one);
  return other;
}
