/** The draft that is open: the editor's text, what follows from it, and how its file stands to it. */
import { type Choice, type Editor, type Name, Parts, type Voices, type Word } from '../editor';
import type {
  Derived,
  DraftHost,
  Offered,
  Opened,
  Operation,
  Part,
  PartKind,
  Review,
  Saved,
  SpelledBy,
  Spelt,
  Totals,
} from '../host/host';
import { Findings } from './findings.svelte';
import { Mirror } from './mirror';
import { type ProofBlock, patch, proofBlock } from './proof';
import { worded } from './worded';

/**
 * Milliseconds after which outline and counts follow the text. They are not looked at while a letter is
 * typed, and changing them with it would make the whole width of the window be painted with each key.
 */
const PAUSE = 120;

/** What follows from the text, as of the last key. */
interface Latest extends Omit<Derived, 'parts'> {
  parts: Parts<Part>;
}

export class OpenDraft {
  readonly draft: string;
  readonly name: string;
  derived = $state.raw<Derived>({
    parts: [],
    slots: [],
    totals: { points: 0, words: 0, characters: 0, minutes: 0 },
  });
  /**
   * The counts of the whole text, for the status line: one picture after `derived`. Outline and status line stand
   * so far from each other that what is painted for both at once is the whole window.
   */
  totals = $state.raw<Totals>({ points: 0, words: 0, characters: 0, minutes: 0 });
  saved = $state.raw<Saved>({ kind: 'saved' });
  /** The caret's place in UTF-16 units, and its line from 0. */
  caret = $state(0);
  line = $state(0);
  /** The selected text, for its counts; empty when there is none. */
  selected = $state('');
  /** The part that the caret is in, or the place of one that is empty. */
  here = $state.raw<Name | null>(null);
  /** Where a merge found two voices, and the place in this list of the conflict in hand; -1 for none. */
  conflicts = $state.raw<Voices[]>([]);
  inHand = $state(-1);
  /** Words more than when it was opened, as of the last pause; what came from outside is nobody's writing. */
  written = $state(0);
  /** The words that are counted from, those of the last pause, and whether some came from outside since. */
  private from: number;
  private counted: number;
  private fromOutside = false;
  /** What the checks say. */
  readonly findings = new Findings();
  /** By what its words are spelled; null before anybody has looked. */
  spelledBy = $state.raw<SpelledBy | null>(null);
  /** Words that the person lets pass in it. */
  passed = $state.raw<string[]>([]);
  blocks: ProofBlock[];
  private latest: Latest;
  /** Whether `latest` is of the editor's text as it is. */
  private current = true;
  private telling: ReturnType<typeof setTimeout> | undefined;
  private editor: Editor | null = null;
  private mirror: Mirror | null = null;
  /** Draws the preview at once, within the task of the key that changed it. */
  draw: () => void = () => {};
  /** Brings the preview to the caret's line. */
  follow: () => void = () => {};

  constructor(
    private readonly host: DraftHost,
    private readonly opened: Opened,
    private readonly tell: (sentence: string) => void,
  ) {
    this.draft = opened.draft;
    this.name = opened.name;
    this.derived = opened.derived;
    this.totals = opened.derived.totals;
    this.latest = latestOf(opened.derived);
    this.from = opened.derived.totals.words;
    this.counted = this.from;
    this.saved = opened.saved;
    this.caret = opened.caret;
    this.blocks = opened.blocks.map(proofBlock);
  }

  /** Puts the text into the editor and begins to follow it. */
  show(editor: Editor): void {
    const { text, derived, caret, top } = this.opened;
    this.editor = editor;
    const at = { anchor: caret, head: caret };
    editor.open(text, derived.parts, derived.slots, top === null ? at : { ...at, scroll: top });
    this.mirror = new Mirror(this.host, this.opened, () => editor.doc, {
      applied: (answer, current) => {
        this.blocks = patch(this.blocks, answer.patch);
        const { parts, slots, totals } = answer;
        this.derive({ parts: this.latest.parts.renewed(parts), slots, totals }, current);
        this.draw();
      },
      resynced: (opened) => {
        this.blocks = opened.blocks.map(proofBlock);
        this.derive(latestOf(opened.derived), true);
        this.draw();
      },
    });
    void this.host.check(this.draft);
  }

  /** What the checks say, unless it is of a text that is no more: then they are looking again already. */
  checked(review: Review): void {
    const { editor } = this;
    if (!editor || !this.mirror?.isCurrent(review.session, review.version)) return;
    const open = this.findings.take(review, (pos) => editor.nameAt(pos));
    editor.mark(
      open.map(({ id, from, to, kind, message }) => ({ id, from, to, weight: kind, says: message })),
    );
  }

  /** Which words are misspelt, unless that is said of a text that is no more. */
  spelt({ session, version, by, words, passed }: Spelt): void {
    if (!this.editor || !this.mirror?.isCurrent(session, version)) return;
    this.spelledBy = by;
    this.passed = passed;
    this.editor.misspell(words);
  }

  /** The misspelt word at the caret. */
  wordHere(): Word | null {
    return this.editor?.wordHere() ?? null;
  }

  /** Selects the next misspelt word, or the one before; null without any. */
  goToWord(step: 1 | -1): Word | null {
    return this.editor?.goToWord(step) ?? null;
  }

  /** Writes a word anew, in one step of the history; false where it has been touched since. */
  respell(word: Word, by: string): boolean {
    return this.editor?.respell(word, by) ?? false;
  }

  /** A word is not misspelt any more. */
  passWord(word: string): void {
    this.editor?.passWord(word);
  }

  /** Takes a finding in hand and brings it into sight. */
  holdFinding(id: number): void {
    this.editor?.holdMark(id);
  }

  /** The next finding from the caret on, or the one before; null without any. */
  nextFinding(step: 1 | -1): number | null {
    return this.editor?.nextMark(step) ?? null;
  }

  /** The finding at the caret, else the first in its line; -1 for none. */
  findingHere(): number {
    return this.editor?.markHere() ?? -1;
  }

  /** A finding is not to be shown any more. */
  dropFinding(id: number): void {
    this.editor?.unmark(id);
  }

  /** Mends a finding, in one step of the history; false where its words have been touched since. */
  mend(id: number, which: number): boolean {
    const changes = this.findings.fix(id, which);
    if (changes) this.editor?.apply(changes, 'structure');
    return changes !== null;
  }

  /** Brings the caret to a place. */
  goToPlace(pos: number): void {
    this.editor?.goToPlace(pos);
  }

  /** Where the caret or another place is drawn, in pixels of the window. */
  caretBox(pos?: number): ReturnType<Editor['caretBox']> {
    return this.editor?.caretBox(pos) ?? null;
  }

  /** The editor takes what follows from the text at once, outline and counts at the next pause. */
  private derive(latest: Latest, current: boolean): void {
    this.latest = latest;
    // More has been typed since: the answer to that is on its way.
    if (!current) return;
    this.current = true;
    this.editor?.showIfMoved(latest.parts, latest.slots);
    this.telling ??= setTimeout(() => {
      this.telling = undefined;
      this.derived = { ...this.latest, parts: this.latest.parts.all() };
      this.count();
      if (this.current) this.editor?.show(this.latest.parts, this.latest.slots);
      const { saved } = this;
      requestAnimationFrame(() => requestAnimationFrame(() => this.tellStatus(saved)));
    }, PAUSE);
  }

  /** The status line follows, with a file that stood like this before the change. */
  private tellStatus(saved: Saved): void {
    this.totals = this.derived.totals;
    // Nothing is seen of a hidden window, and meanwhile the text may have been saved.
    if (saved.kind === 'saved' && this.saved === saved) this.saved = { kind: 'saving' };
  }

  /** The caret is at `pos`, on `line` from 0, in the part `here`, with these words selected. */
  caretAt(pos: number, line: number, selected: string, here: Name | null): void {
    this.caret = pos;
    this.line = line;
    this.selected = selected;
    this.here = here;
    this.follow();
  }

  /** A change of the editor's text. */
  changed(changes: Parameters<Mirror['change']>[0]): void {
    this.current = false;
    this.findings.typed(changes);
    this.mirror?.change(changes);
  }

  /** Edits that came from outside, as one step of the history; whether they belong to this text. */
  offered({ offer, merged }: Offered): boolean {
    const arriving = this.mirror?.arriving(offer);
    if (!arriving) return false;
    const { changes, place } = arriving;
    this.count();
    this.fromOutside = !changes.empty;
    // What was typed on at the end of my words meanwhile is mine too.
    const brought = merged?.conflicts.map(({ from, to, theirs }) => ({
      from: place(from, -1),
      to: place(to, 1),
      theirs,
    }));
    this.editor?.apply(changes, 'reload', undefined, brought);
    // A large change is answered later: what is typed until then is taken for a part of it.
    if (this.current) this.count();
    return true;
  }

  /** Takes a conflict in hand, by its place in the list; beyond its end the first. */
  hold(at: number): void {
    this.editor?.hold(at < this.conflicts.length ? at : 0);
  }

  /** Decides the conflict in hand, else the first, and takes the next in hand. */
  settle(choice: Choice): void {
    const at = Math.max(this.inHand, 0);
    this.editor?.settle(at, choice);
    if (this.conflicts.length > 0) this.hold(at);
  }

  /** Decides all conflicts alike, from the last to the first. */
  settleAll(choice: Choice): void {
    for (let at = this.conflicts.length - 1; at >= 0; at--) this.editor?.settle(at, choice);
  }

  /** Brings the caret to a part, or to the place of one that is empty. */
  goTo(kind: PartKind, place: number): void {
    this.editor?.goTo(kind, place);
  }

  /** Brings the caret to the start of a line, from 0. */
  goToLine(line: number): void {
    this.editor?.goToLine(line);
  }

  /** Selects words at a place of the text, or nearest to it if they have moved since. */
  select(line: number, column: number, words: string): void {
    this.editor?.select(line, column, words);
  }

  /** The first place in sight, to come back to; null before the text is shown. */
  get top(): number | null {
    return this.editor?.at().scroll ?? null;
  }

  /** How many points there are, as of the last key. */
  get points(): number {
    return this.latest.totals.points;
  }

  /** Carries a structural command out: one step of the history, before the next key is taken. */
  operate(operation: Operation): void {
    const planned = this.mirror?.plan(operation, this.caret);
    if (planned && 'said' in planned) this.tell(worded(planned.said));
    if (!planned || 'said' in planned) return;
    this.editor?.apply(planned.changes, 'structure', planned.caret ?? undefined);
    if (operation.kind === 'add') this.editor?.goTo('pointHeading', operation.place);
  }

  /** Puts whole points in at `at`; false where the words are something else or have no place there. */
  paste(at: number, text: string): boolean {
    const planned = this.mirror?.plan({ kind: 'paste', at, text }, at);
    if (!planned || 'said' in planned) return false;
    this.editor?.apply(planned.changes, 'structure', planned.caret ?? undefined);
    return true;
  }

  /** How many words there are, as of the last key. */
  get words(): number {
    return this.latest.totals.words;
  }

  /** As `written`, as of the last key. */
  gained(): number {
    this.count();
    return this.written;
  }

  private count(): void {
    if (this.fromOutside) this.from += this.words - this.counted;
    this.fromOutside = false;
    this.counted = this.words;
    this.written = this.counted - this.from;
  }

  /** Waits until the backend has the whole text. */
  async settled(): Promise<void> {
    await this.mirror?.settled();
  }

  /** Ends the reports of its text: the backend has let it go, and the editor may show another. */
  close(): void {
    clearTimeout(this.telling);
    this.mirror?.close();
  }

  async leave(): Promise<void> {
    const { top } = this;
    await this.settled();
    this.close();
    await this.host.leave(this.draft, this.caret, top);
  }
}

function latestOf(derived: Derived): Latest {
  return { ...derived, parts: Parts.of(derived.parts) };
}
