/**
 * Marks under words of which the owner has something to say: carried through every change, and gone as
 * soon as their own words are touched, until the owner has looked again.
 */
import {
  type ChangeSet,
  EditorSelection,
  type EditorState,
  type Range,
  StateEffect,
  StateField,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import './marks.css';

/** How much it matters what is said; what is unwritten is not marked, its place says so itself. */
export type Weight = 'error' | 'warning' | 'info' | 'unwritten';

/** A mark; positions in UTF-16 units. */
export interface Mark {
  id: number;
  from: number;
  to: number;
  weight: Weight;
  /** What is said, for a pointer that rests on the words. */
  says: string;
}

interface Marks {
  /** In the order of the text. */
  list: readonly Mark[];
  /** The id of the mark in hand, which the caret is in; -1 for none. */
  now: number;
  drawn: DecorationSet;
}

const NONE: Marks = { list: [], now: -1, drawn: Decoration.none };

/** New marks in the place of all there were. */
export const marked = StateEffect.define<readonly Mark[]>();

/** The mark of this id goes. */
export const unmarked = StateEffect.define<number>();

/** Which mark is in hand. */
const held = StateEffect.define<number>();

const JOINS = /[\p{L}\p{N}]/u;

/** Whether a change leaves these words as they are: what is written beside them may not join them. */
export function leaves(from: number, to: number, start: number, end: number, inserted: string): boolean {
  if (end < from || start > to) return true;
  if (start < end && end > from && start < to) return false;
  if (start === end && start > from && start < to) return false;
  // Beside the words: a letter makes others of them.
  return start >= to ? !JOINS.test(inserted.charAt(0)) : !JOINS.test(inserted.charAt(inserted.length - 1));
}

/** The marks after a change, without those whose words it touches. */
export function carried(list: readonly Mark[], changes: ChangeSet): Mark[] {
  const made: { from: number; to: number; inserted: string }[] = [];
  changes.iterChanges((from, to, _start, _end, inserted) => {
    made.push({ from, to, inserted: inserted.toString() });
  });
  const stay = list.filter((mark) =>
    made.every((one) => leaves(mark.from, mark.to, one.from, one.to, one.inserted)),
  );
  return stay.map((mark) => {
    const from = changes.mapPos(mark.from, 1);
    return { ...mark, from, to: Math.max(from, changes.mapPos(mark.to, -1)) };
  });
}

const has = (mark: Mark, pos: number) => mark.from <= pos && pos <= mark.to;

/** The shortest mark at `pos`. */
function at(list: readonly Mark[], pos: number): number {
  const here = list.filter((mark) => has(mark, pos));
  return here.sort((one, other) => one.to - one.from - (other.to - other.from))[0]?.id ?? -1;
}

function draw(list: readonly Mark[], now: number): DecorationSet {
  const drawn: Range<Decoration>[] = [];
  for (const { id, from, to, weight, says } of list) {
    const name = `lede-mark lede-mark-${weight}${id === now ? ' lede-now' : ''}`;
    if (from < to) drawn.push(Decoration.mark({ class: name, attributes: { title: says } }).range(from, to));
  }
  return Decoration.set(drawn, true);
}

function listAfter(list: readonly Mark[], tr: Transaction): readonly Mark[] {
  let after = tr.docChanged && list.length > 0 ? carried(list, tr.changes) : list;
  for (const effect of tr.effects) {
    if (effect.is(marked)) after = [...effect.value].sort((one, other) => one.from - other.from);
    if (effect.is(unmarked)) after = after.filter(({ id }) => id !== effect.value);
  }
  return after;
}

function nowAfter(list: readonly Mark[], now: number, tr: Transaction): number {
  for (const effect of tr.effects) if (effect.is(held)) return effect.value;
  const { head } = tr.state.selection.main;
  const mark = list.find(({ id }) => id === now);
  return mark && has(mark, head) ? now : at(list, head);
}

/** The marks of the document as it is. */
export const marks = StateField.define<Marks>({
  create: () => NONE,
  update(value, tr) {
    const list = listAfter(value.list, tr);
    if (list.length === 0) return value.list.length === 0 ? value : NONE;
    const now = nowAfter(list, value.now, tr);
    if (list === value.list && now === value.now) return value;
    const fresh = tr.effects.some((effect) => effect.is(marked));
    // Where a key leaves all of them, what is drawn moves along as it is.
    const same = !fresh && list.length === value.list.length && now === value.now;
    return { list, now, drawn: same ? value.drawn.map(tr.changes) : draw(list, now) };
  },
  provide: (field) => EditorView.decorations.from(field, ({ drawn }) => drawn),
});

/** The id of the next mark from the caret on, around the end; null without any. */
export function nextMark(state: EditorState, step: 1 | -1): number | null {
  const { list, now } = state.field(marks);
  const { head } = state.selection.main;
  const here = list.findIndex(({ id }) => id === now);
  if (here >= 0) return list.at((here + step) % list.length)?.id ?? null;
  const beyond = step > 0 ? list.find(({ from }) => from >= head) : list.findLast(({ to }) => to <= head);
  return (beyond ?? list.at(step > 0 ? 0 : -1))?.id ?? null;
}

/** The id of the mark at the caret, else of the first in its line; -1 for none. */
export function markHere(state: EditorState): number {
  const { list, now } = state.field(marks);
  const line = state.doc.lineAt(state.selection.main.head);
  return now >= 0 ? now : (list.find(({ from, to }) => from <= line.to && to >= line.from)?.id ?? -1);
}

/** Takes a mark in hand: the caret before its words, and both in sight. */
export function holdMark(state: EditorState, id: number): TransactionSpec | null {
  const mark = state.field(marks).list.find((one) => one.id === id);
  if (!mark) return null;
  return {
    selection: EditorSelection.cursor(mark.from),
    userEvent: 'select',
    effects: [held.of(id), EditorView.scrollIntoView(mark.from, { y: 'center' })],
  };
}
