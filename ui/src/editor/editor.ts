/** The editor of one text, as its owner sees it. */
import { isolateHistory, undo } from '@codemirror/commands';
import {
  type ChangeSet,
  Compartment,
  EditorSelection,
  EditorState,
  type Extension,
  type Text,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import { drawSelection, EditorView, type ViewUpdate } from '@codemirror/view';
import { type Action, actions } from './actions';
import { ahead, caughtUp, dispatchInOrder, isTold, whenCaughtUp } from './ahead';
import { arrival } from './arrive';
import { cards } from './cards';
import { clean, cleaning } from './clean';
import {
  type Choice,
  type Conflict,
  conflicts,
  found,
  hold,
  nameAt,
  settle,
  twoVoices,
  voices,
} from './conflict';
import { type Found, finding, finds, foundIn, replaceAll, replaceHere, seek, step } from './find';
import { focusing } from './focus';
import { CLEAR } from './geometry';
import { directInput } from './input';
import { keys } from './keys';
import { links } from './links';
import { holdMark, type Mark, marked, markHere, marks, nextMark, unmarked } from './marks';
import type { Sought } from './matches';
import { goToPart } from './motion';
import { type EditorEvents, outside, type Texts } from './outside';
import type { Name, Part, Slot } from './part';
import { Parts } from './parts';
import { pastedLinks, pastedPages } from './paste';
import { pictures, takePictures } from './pictures';
import { derived, piece } from './piece';
import { plain } from './plain';
import { partHere } from './slip';
import { redoWords } from './slot';
import { goToWord, misspelt, passed, respelt, spelling, type Word, wordHere } from './spelling';
import { tabWidths } from './tabs';
import { typewriter } from './typewriter';
import './editor.css';

/** Where caret and view are in a text: positions in UTF-16 units; `scroll` is the first one seen. */
export interface At {
  anchor: number;
  head: number;
  scroll?: number;
}

/** A slot whose markup has the editor's line ends. */
function ownLines(slot: Slot): Slot {
  const lines = (text: string) => text.replace(/\r\n?/g, '\n');
  return { ...slot, before: lines(slot.before), after: lines(slot.after) };
}

/** Where `words` stand nearest to `at`; without them, `at` itself if it is in the text. */
function nearest(text: string, words: string, at: number): number {
  const before = text.lastIndexOf(words, at);
  const after = text.indexOf(words, at);
  if (before < 0 && after < 0) return Math.min(at, text.length);
  return before < 0 || (after >= 0 && after - at < at - before) ? after : before;
}

/** The two ways to see one text. */
export type Mode = 'cards' | 'markdown';

const isMarked = (tr: Transaction) => tr.effects.some((effect) => effect.is(marked));
/** How one writes: in focus all but the caret's paragraph is greyed; as at a typewriter its line stays in the middle. */
export interface Way {
  focus: boolean;
  typewriter: boolean;
}

/** One text on the page: opened, told its parts, changed from outside, and asked for what it holds. */
export class Editor {
  private readonly page: EditorView;
  private readonly modes = new Compartment();
  private readonly ways = new Compartment();
  private mode: Mode = 'cards';
  private way: Way = { focus: false, typewriter: false };

  /** `nonce` lets the editor's styles pass the page's policy. */
  constructor(
    parent: HTMLElement,
    private readonly nonce: string,
    private readonly events: EditorEvents,
    private readonly texts: Texts,
  ) {
    const state = this.state('', { anchor: 0, head: 0 });
    this.page = new EditorView({ parent, state, dispatchTransactions: dispatchInOrder });
  }

  /** The editor as it is for everyone but the key that is typed: it knows each letter that is seen. */
  private get shell(): EditorView {
    return caughtUp(this.page);
  }

  /** The document as it is. */
  get doc(): Text {
    return this.shell.state.doc;
  }

  /** Shows another text with a history of its own: undo never passes the text as it was opened. */
  open(text: string, parts: readonly Part[], slots: readonly Slot[], at: At = { anchor: 0, head: 0 }): void {
    this.shell.setState(this.state(clean(text), at));
    this.show(Parts.of(parts), slots);
    const { main } = this.shell.state.selection;
    const head = main.empty && this.mode === 'cards' ? arrival(this.shell.state, main.head) : main.head;
    if (head !== main.head) this.shell.dispatch({ selection: { anchor: head } });
    const scroll =
      at.scroll === undefined
        ? EditorView.scrollIntoView(head, { y: 'nearest', yMargin: 48 })
        : // The place was at the upper edge, where the caret would have more room.
          EditorView.scrollIntoView(Math.min(at.scroll, this.doc.length), {
            y: 'start',
            yMargin: -CLEAR.top,
          });
    this.shell.dispatch({ effects: scroll });
    this.tellCaret();
  }

  /** The first place that is seen; 0 where all before it is seen too. */
  private top(): number {
    const { scrollDOM, contentDOM, documentTop } = this.shell;
    if (scrollDOM.scrollTop < 1) return 0;
    const { left, right } = contentDOM.getBoundingClientRect();
    const y = scrollDOM.getBoundingClientRect().top + 1;
    // Between two lines, the place nearest to a point may be in the one that is out of sight.
    const { from, to } = this.shell.lineBlockAtHeight(y - documentTop);
    // An empty line is lower than a letter is high: to come back to it would be to come back above it.
    if (from === to && to < this.doc.length) return to + 1;
    return Math.min(Math.max(this.shell.posAtCoords({ x: (left + right) / 2, y }, false), from), to);
  }

  /** Takes the parts and empty places of the document as it is, and their counts. */
  show(parts: Parts, slots: readonly Slot[]): void {
    this.shell.dispatch({ effects: derived.of({ parts, slots: slots.map(ownLines) }) });
  }

  /**
   * As `show`, but where all stands as the editor has it, counts wait for the next `show`: within a
   * part a key moves what is behind it and no more, and to draw the same once again takes a third of its time.
   */
  showIfMoved(parts: Parts, slots: readonly Slot[]): void {
    whenCaughtUp(this.page, () => {
      if (!this.shell.state.field(piece).stands(parts, slots.map(ownLines))) this.show(parts, slots);
    });
  }

  /**
   * Makes a change that nobody typed: one step of the history, with `caret` and `brought`, the
   * conflicts of a merge, in the new document.
   */
  apply(
    changes: ChangeSet,
    kind: 'structure' | 'reload',
    caret?: number,
    brought: readonly Conflict[] = [],
  ): void {
    const spec: TransactionSpec = { changes, userEvent: kind, annotations: isolateHistory.of('full') };
    if (brought.length > 0) spec.effects = found(this.shell.state, changes, brought);
    if (caret !== undefined) spec.selection = EditorSelection.cursor(Math.min(caret, changes.newLength));
    this.shell.dispatch({ ...spec, scrollIntoView: kind === 'structure' });
  }

  /** Shows the text as cards or as plain Markdown; text, caret and history stay. */
  view(mode: Mode): void {
    if (mode === this.mode) return;
    this.mode = mode;
    const { head } = this.shell.state.selection.main;
    this.shell.dispatch({
      effects: [
        this.modes.reconfigure(this.looks()),
        EditorView.scrollIntoView(head, { y: 'nearest', yMargin: 48 }),
      ],
    });
  }

  /** Changes how one writes; text, caret and history stay. */
  write(way: Way): void {
    const { typewriter: before, focus } = this.way;
    if (way.typewriter === before && way.focus === focus) return;
    this.way = way;
    const { head } = this.shell.state.selection.main;
    this.shell.dispatch({
      effects: [
        this.ways.reconfigure(this.manner()),
        ...(way.typewriter === before ? [] : [EditorView.scrollIntoView(head, { y: 'center' })]),
      ],
    });
  }

  /** Brings the caret to a part, or into its empty place; false if the piece has neither. */
  goTo(kind: Name['kind'], place: number): boolean {
    return goToPart(this.shell, { kind, place });
  }

  /** Brings the caret to the start of a line, from 0. */
  goToLine(line: number): void {
    const { from } = this.doc.line(Math.min(Math.max(line + 1, 1), this.doc.lines));
    this.shell.dispatch({
      selection: { anchor: from },
      userEvent: 'select',
      effects: EditorView.scrollIntoView(from, { y: 'center' }),
    });
    this.focus();
  }

  /** Selects `words` where they stand at or nearest to a column of a line, both from 0, and shows them. */
  select(line: number, column: number, words: string): void {
    const { from } = this.doc.line(Math.min(Math.max(line + 1, 1), this.doc.lines));
    const text = this.text();
    const at = nearest(text, words, from + column);
    this.shell.dispatch({
      selection: { anchor: at, head: text.startsWith(words, at) ? at + words.length : at },
      userEvent: 'select',
      effects: EditorView.scrollIntoView(at, { y: 'center' }),
    });
    this.focus();
  }

  /** Takes the conflict at this place of the list in hand and brings it into sight. */
  hold(at: number): void {
    const spec = hold(this.shell.state, at);
    if (spec) this.shell.dispatch(spec);
  }

  /** Ends that conflict as chosen, in one step of the history. */
  settle(at: number, choice: Choice): void {
    const spec = settle(this.shell.state, at, choice);
    if (spec) this.shell.dispatch(spec);
  }

  /** Writes the link of a picture that lies beside the text where the caret is. */
  putPictures(files: readonly File[]): Promise<void> {
    return takePictures(this.shell, this.shell.state.selection.main.head, files);
  }

  /** Marks these places, and no others. */
  mark(list: readonly Mark[]): void {
    const { length } = this.doc;
    const inside = list.filter(({ from, to }) => from <= to && to <= length);
    this.shell.dispatch({ effects: marked.of(inside) });
  }

  /** Takes one mark away. */
  unmark(id: number): void {
    this.shell.dispatch({ effects: unmarked.of(id) });
  }

  /** Takes a mark in hand and brings it into sight. */
  holdMark(id: number): void {
    const spec = holdMark(this.shell.state, id);
    if (spec) this.shell.dispatch(spec);
  }

  /** The next mark from the caret on, around the end; null without any. */
  nextMark(step: 1 | -1): number | null {
    return nextMark(this.shell.state, step);
  }

  /** The mark at the caret, else the first in its line; -1 for none. */
  markHere(): number {
    return markHere(this.shell.state);
  }

  /** Marks these words as misspelt, and no others: first unit and the one behind the last of each. */
  misspell(words: readonly (readonly [number, number])[]): void {
    const { length } = this.doc;
    this.shell.dispatch({ effects: misspelt.of(words.filter(([from, to]) => from < to && to <= length)) });
  }

  /** A word is not misspelt any more, wherever it stands. */
  passWord(word: string): void {
    this.shell.dispatch({ effects: passed.of(word) });
  }

  /** The misspelt word at the caret; null for none. */
  wordHere(): Word | null {
    return wordHere(this.shell.state);
  }

  /** Selects the next misspelt word, or the one before, around the ends; null without any. */
  goToWord(step: 1 | -1): Word | null {
    return goToWord(this.shell, step);
  }

  /** Writes `by` in the place of a word, in one step of the history; false where it stands no more. */
  respell(word: Word, by: string): boolean {
    const spec = respelt(this.shell.state, word, by);
    if (spec) this.shell.dispatch(spec);
    return spec !== null;
  }

  /** Brings the caret to a point of the window, unless that is in what is selected. */
  caretTo(x: number, y: number): void {
    const pos = this.shell.posAtCoords({ x, y }, false);
    const { ranges } = this.shell.state.selection;
    if (ranges.some(({ from, to, empty }) => !empty && from <= pos && pos <= to)) return;
    this.shell.dispatch({ selection: EditorSelection.cursor(pos), userEvent: 'select.pointer' });
  }

  /** Brings the caret to a place, and the keyboard to the text. */
  goToPlace(pos: number): void {
    const to = Math.min(Math.max(pos, 0), this.doc.length);
    const effects = EditorView.scrollIntoView(to, { y: 'center' });
    this.shell.dispatch({ selection: { anchor: to }, userEvent: 'select', effects });
    this.focus();
  }

  /** Where a place of the text is, by name. */
  nameAt(pos: number): Name | null {
    return nameAt(this.shell.state, pos);
  }

  /** Where the caret or another place is drawn, in pixels of the window; null when it is out of sight. */
  caretBox(pos = this.shell.state.selection.main.head): { left: number; top: number; bottom: number } | null {
    return this.shell.coordsAtPos(pos);
  }

  /** Does what a key of the text does, with the keyboard in the text after it. */
  act(action: Action): void {
    this.shell.focus();
    actions[action](this.shell);
  }

  /** Marks what is looked for, and with `go` selects the first of it from the selection on; null ends that. */
  seek(sought: Sought | null, go = false): void {
    seek(this.shell, sought, go);
  }

  /** Selects the next match, or the one before. */
  step(by: -1 | 1): void {
    step(this.shell, by);
  }

  /** Puts `by` in the place of the selected match, and goes on to the next. */
  replace(by: string): void {
    replaceHere(this.shell, by);
  }

  /** Puts `by` in the place of all matches, in one step of the history; gives how many there were. */
  replaceAll(by: string): number {
    return replaceAll(this.shell, by);
  }

  /** How many matches there are, and which one is selected. */
  found(): Found {
    return foundIn(this.shell.state);
  }

  focus(): void {
    this.shell.focus();
  }

  undo(): boolean {
    return undo(this.shell);
  }

  redo(): boolean {
    return redoWords(this.shell);
  }

  text(): string {
    return this.doc.toString();
  }

  /** Where caret and view are, to come back to by `open`. */
  at(): At {
    const { anchor, head } = this.shell.state.selection.main;
    return { anchor, head, scroll: this.top() };
  }

  destroy(): void {
    this.shell.destroy();
  }

  private looks(): Extension {
    return this.mode === 'cards' ? cards() : plain();
  }

  private manner(): Extension {
    return [this.way.focus ? focusing() : [], this.way.typewriter ? typewriter() : []];
  }

  private state(doc: string, at: At): EditorState {
    const state = EditorState.create({ doc, extensions: this.extensions() });
    const inside = (pos: number) => Math.min(Math.max(pos, 0), state.doc.length);
    return state.update({ selection: { anchor: inside(at.anchor), head: inside(at.head) } }).state;
  }

  private extensions(): Extension {
    return [
      outside.of({ texts: this.texts, events: this.events }),
      EditorView.cspNonce.of(this.nonce),
      EditorView.updateListener.of((update) => this.tell(update)),
      EditorView.contentAttributes.of({
        'aria-label': this.texts.editorName,
        tabindex: '0',
        spellcheck: 'false',
        autocorrect: 'off',
        autocapitalize: 'off',
      }),
      EditorView.editorAttributes.of({ class: 'lede-editor' }),
      EditorView.lineWrapping,
      EditorView.perLineTextDirection.of(true),
      EditorView.scrollMargins.of(() => CLEAR),
      // A caret that stands still: nothing in the window blinks.
      drawSelection({ cursorBlinkRate: 0 }),
      piece,
      finding(),
      twoVoices(),
      marks,
      spelling,
      this.modes.of(this.looks()),
      this.ways.of(this.manner()),
      keys(),
      links(),
      pastedPages(),
      pictures(),
      pastedLinks(),
      ahead,
      directInput(),
      cleaning(),
      tabWidths,
    ];
  }

  private tell(update: ViewUpdate): void {
    if (update.docChanged && !isTold(update.transactions))
      this.events.change(update.changes, update.startState.doc, update.state.doc);
    if (update.docChanged || update.selectionSet) this.tellCaret();
    const { sought } = update.state.field(finds);
    if (sought && (update.selectionSet || update.startState.field(finds) !== update.state.field(finds)))
      this.events.found(foundIn(update.state));
    const { list, now } = update.state.field(conflicts);
    const told = update.startState.field(conflicts);
    if (list !== told.list || now !== told.now) this.events.conflicts(voices(this.shell.state), now);
    const [before, after] = [update.startState.field(marks), update.state.field(marks)];
    const fewer = before.list.length !== after.list.length;
    if (fewer || before.now !== after.now || update.transactions.some(isMarked))
      this.events.marks(
        after.list.map(({ id }) => id),
        after.now,
      );
  }

  /** The state is read anew: the owner may have shown new parts in answer to the change. */
  private tellCaret(): void {
    const { state } = this.shell;
    const { head } = state.selection.main;
    const texts = state.selection.ranges.map(({ from, to }) => state.sliceDoc(from, to));
    const selected = texts.join('\n').trim() ? texts.join('\n') : '';
    this.events.caret(head, state.doc.lineAt(head).number - 1, selected, partHere(state));
  }
}
