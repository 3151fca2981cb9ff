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
  drawn: DecorationSet;
}

const NONE: Spelling = { all: Decoration.none, writing: -1, drawn: Decoration.none };

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

/** The misspelt words of the document as it is. */
export const spelling = StateField.define<Spelling>({
  create: () => NONE,
  update(value, tr) {
    const all = allAfter(value.all, tr);
    const writing = writingAfter(value.writing, tr);
    if (all === value.all && writing === value.writing) return value;
    const drawn = writing < 0 ? all : without(all, writing, writing, () => false);
    return { all, writing, drawn };
  },
  provide: (field) => EditorView.decorations.from(field, ({ drawn }) => drawn),
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
