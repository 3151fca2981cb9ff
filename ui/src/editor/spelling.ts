/**
 * Marks under words that are in no dictionary: carried through every change, gone as soon as their word is
 * touched, and not drawn under the word that is being written.
 */
import { isolateHistory } from '@codemirror/commands';
import {
  type ChangeSet,
  EditorSelection,
  type EditorState,
  StateEffect,
  StateField,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { leaves } from './marks';
import { isUnmarked } from './mereWords';
import { piece } from './piece';
import { canWave, waves } from './waves';
import './spelling.css';

/** A word as it stands in the text; positions in UTF-16 units. */
export interface Word {
  from: number;
  to: number;
  text: string;
}

interface Spelling {
  all: DecorationSet;
  /** Where a word is being written; -1 once the caret has gone elsewhere. */
  writing: number;
  /** Those with an element in the text, by which a screen reader knows them. */
  drawn: DecorationSet;
  /** Whether the words of the paragraph that is written have waves beside the text: all, some or none of them. */
  beside: 'all' | 'some' | 'none';
}

const NONE: Spelling = { all: Decoration.none, writing: -1, drawn: Decoration.none, beside: 'none' };

/** These words are in no dictionary, and no others: in the order of the text. */
export const misspelt = StateEffect.define<readonly (readonly [number, number])[]>();

/** This word is right after all, wherever it stands. */
export const passed = StateEffect.define<string>();

const mark = Decoration.mark({ class: 'lede-misspelt', attributes: { 'aria-invalid': 'spelling' } });

/** Without those of the words that touch `start..end` and do not `stay`; the same set if all do. */
function without(
  all: DecorationSet,
  start: number,
  end: number,
  stay: (from: number, to: number) => boolean,
): DecorationSet {
  // Hardly ever does one go: only then is the set made anew, which takes longer than a key should.
  let goes = false;
  all.between(start, end, (from, to) => {
    goes ||= !stay(from, to);
  });
  return goes ? all.update({ filter: stay, filterFrom: start, filterTo: end }) : all;
}

function carried(all: DecorationSet, changes: ChangeSet): DecorationSet {
  let left = all;
  changes.iterChanges((start, end, _from, _to, inserted) => {
    const text = inserted.toString();
    left = without(left, start, end, (from, to) => leaves(from, to, start, end, text));
  });
  return left.map(changes);
}

function allAfter(before: DecorationSet, tr: Transaction): DecorationSet {
  let all = tr.docChanged && before.size > 0 ? carried(before, tr.changes) : before;
  for (const effect of tr.effects) {
    if (effect.is(misspelt)) all = Decoration.set(effect.value.map(([from, to]) => mark.range(from, to)));
    if (effect.is(passed)) {
      all = all.update({ filter: (from, to) => tr.newDoc.sliceString(from, to) !== effect.value });
    }
  }
  return all;
}

function writingAfter(before: number, tr: Transaction): number {
  const { head } = tr.newSelection.main;
  if (tr.isUserEvent('input.type') || tr.isUserEvent('delete')) return head;
  const still = before < 0 ? -1 : tr.changes.mapPos(before, 1);
  return still === head ? still : -1;
}

/** Parts in a type of their own, and so short that nothing is to be gained there. */
const SHORT = new Set(['title', 'dek', 'pointHeading']);

/** Whether all words at `pos` are of a paragraph's own type: in bold, a wave would be another word's. */
function inParagraph(state: EditorState, pos: number): boolean {
  const { kind } = state.field(piece).regions.at(pos) ?? {};
  return kind !== undefined && !SHORT.has(kind) && isUnmarked(state.doc.lineAt(pos).text);
}

/** Whether a change leaves the paragraphs as they are, but for words in the one at `pos`. */
function within(pos: number, tr: Transaction): boolean {
  const { from, to } = tr.startState.doc.lineAt(pos);
  let inside = tr.startState.doc.lines === tr.newDoc.lines;
  tr.changes.iterChangedRanges((start, end) => {
    inside &&= start >= from && end <= to;
  });
  return inside;
}

/** Which of `all` have an element in the text, where a word is being written at `writing`. */
function withElements(
  all: DecorationSet,
  writing: number,
  tr: Transaction,
): Pick<Spelling, 'drawn' | 'beside'> {
  if (writing < 0) return { drawn: all, beside: 'none' };
  const others = without(all, writing, writing, () => false);
  if (!inParagraph(tr.state, writing)) return { drawn: others, beside: 'none' };
  const line = tr.newDoc.lineAt(writing);
  const left = without(others, line.from, line.to, (from, to) => !canWave(tr.newDoc.sliceString(from, to)));
  let some = false;
  all.between(line.from, line.to, (from, to) => {
    some ||= !canWave(tr.newDoc.sliceString(from, to));
  });
  return { drawn: left, beside: some ? 'some' : 'all' };
}

/** The misspelt words that have no element: of the paragraph that is written, but for the one in hand. */
export function waved({ state }: EditorView): [number, number][] {
  const { all, writing, beside } = state.field(spelling);
  const words: [number, number][] = [];
  if (beside === 'none') return words;
  const { from, to } = state.doc.lineAt(writing);
  all.between(from, to, (start, end) => {
    if ((end < writing || start > writing) && canWave(state.sliceDoc(start, end))) words.push([start, end]);
  });
  return words;
}

/** The misspelt words of the document as it is. */
export const spelling = StateField.define<Spelling>({
  create: () => NONE,
  update(value, tr) {
    const all = allAfter(value.all, tr);
    const writing = writingAfter(value.writing, tr);
    const told = writing >= 0 && tr.effects.length > 0;
    if (all === value.all && writing === value.writing && !told) return value;
    // With most keys, those of the other paragraphs move along as they are.
    if (writing >= 0 && !told && value.beside === 'all' && within(value.writing, tr)) {
      return { ...value, all, writing, drawn: carried(value.drawn, tr.changes) };
    }
    return { all, writing, ...withElements(all, writing, tr) };
  },
  provide: (field) => [
    EditorView.decorations.from(field, (value) => value.drawn),
    waves(waved, ({ startState, state }) => startState.field(field) !== state.field(field)),
  ],
});

/** The misspelt word that the caret is in or beside; null for none. */
export function wordHere(state: EditorState): Word | null {
  const { head } = state.selection.main;
  let word: Word | null = null;
  state.field(spelling).all.between(head, head, (from, to) => {
    word ??= { from, to, text: state.sliceDoc(from, to) };
  });
  return word;
}

/** The next misspelt word from the selection on, or the one before; around the ends. */
function nextWord(state: EditorState, step: 1 | -1): Word | null {
  const { main } = state.selection;
  const words: Word[] = [];
  state.field(spelling).all.between(0, state.doc.length, (from, to) => {
    words.push({ from, to, text: '' });
  });
  // The word that the caret stands before is the next one, but not the one that is selected.
  const beyond =
    step > 0
      ? words.find(({ from }) => from >= main.to)
      : words.findLast(({ to, from }) => (main.empty ? from < main.from : to <= main.from));
  const word = beyond ?? words.at(step > 0 ? 0 : -1);
  return word ? { ...word, text: state.sliceDoc(word.from, word.to) } : null;
}

/** Selects the next misspelt word, or the one before; null where no word is misspelt. */
export function goToWord(view: EditorView, step: 1 | -1): Word | null {
  const word = nextWord(view.state, step);
  if (!word) return null;
  view.dispatch({
    selection: EditorSelection.range(word.from, word.to),
    userEvent: 'select',
    effects: EditorView.scrollIntoView(word.from, { y: 'center' }),
  });
  return word;
}

/** Writes `by` in the place of a word, in one step of the history; null where that word stands no more. */
export function respelt(state: EditorState, { from, to, text }: Word, by: string): TransactionSpec | null {
  if (state.readOnly || state.sliceDoc(from, to) !== text) return null;
  return {
    changes: { from, to, insert: by },
    selection: EditorSelection.cursor(from + by.length),
    userEvent: 'input.replace',
    annotations: isolateHistory.of('full'),
    scrollIntoView: true,
  };
}
