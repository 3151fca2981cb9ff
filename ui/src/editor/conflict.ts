/**
 * Places where a merge found two voices: my words stand in the text, theirs are drawn behind them and
 * are never part of it. A place is carried through every change, and ends when its words are gone.
 */
import { invertedEffects, isolateHistory } from '@codemirror/commands';
import {
  type ChangeDesc,
  type ChangeSet,
  EditorSelection,
  type EditorState,
  type Extension,
  MapMode,
  type Range,
  StateEffect,
  StateField,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { mapSpan, type Name } from './part';
import { piece } from './piece';
import type { RegionKind } from './region';
import { VoiceWidget } from './voice';
import './conflict.css';

/** Two voices at one place; offsets of my words in UTF-16 units. */
export interface Conflict {
  from: number;
  to: number;
  theirs: string;
}

/** A conflict as it is to be decided: both texts, and where it is by name. */
export interface Voices {
  mine: string;
  theirs: string;
  where: Name | null;
}

/** What becomes of one. */
export type Choice = 'mine' | 'theirs' | 'both';

/** The conflicts in the order of the text, and which of them is in hand, by its place in the list. */
export interface Conflicts {
  list: readonly Conflict[];
  now: number;
}

const NONE: Conflicts = { list: [], now: -1 };

/** Carries a conflict through changes; null when all of its words are gone. */
export function mapConflict(conflict: Conflict, changes: ChangeDesc): Conflict | null {
  const { from, to } = conflict;
  const [start, end] = mapSpan([from, to], changes);
  const words = from < to ? start < end : changes.mapPos(from, 1, MapMode.TrackDel) !== null;
  return words ? { ...conflict, from: start, to: end } : null;
}

/** Where words that went out at one place came in again, as when a point moves. */
function moved({ from, to, theirs }: Conflict, tr: Transaction): Conflict | null {
  const line = tr.startState.doc.lineAt(from);
  if (from === to || to > line.to) return null;
  const places: number[] = [];
  tr.changes.iterChanges((_from, _to, start, _end, inserted) => {
    const text = inserted.toString();
    for (let at = text.indexOf(line.text); at >= 0; at = text.indexOf(line.text, at + 1))
      places.push(start + at);
  });
  const [only] = places;
  if (only === undefined || places.length > 1) return null;
  const start = only + from - line.from;
  return { from: start, to: start + to - from, theirs };
}

function carried(list: readonly Conflict[], tr: Transaction): Conflict[] {
  const kept = list.flatMap((one) => mapConflict(one, tr.changes) ?? moved(one, tr) ?? []);
  return kept.sort((one, other) => one.from - other.from);
}

/** Both texts one behind the other: as paragraphs where either is more than one, else as words. */
export function both(mine: string, theirs: string): string {
  if (/\n\s*\n/.test(mine + theirs)) return `${mine.trimEnd()}\n\n${theirs.trimStart()}`;
  return /\s$/.test(mine) || /^\s/.test(theirs) || !mine || !theirs ? mine + theirs : `${mine} ${theirs}`;
}

/** New conflicts in the place of all there were; positions in the document after the transaction. */
export const conflicted = StateEffect.define<readonly Conflict[]>({
  map: (list, changes) => list.flatMap((one) => mapConflict(one, changes) ?? []),
});

/** Which conflict is in hand. */
const held = StateEffect.define<number>();

/** The conflicts of the document as it is. */
export const conflicts = StateField.define<Conflicts>({
  create: () => NONE,
  update(value, tr) {
    let { list, now } = value;
    if (tr.docChanged && list.length > 0) list = carried(list, tr);
    for (const effect of tr.effects) {
      if (effect.is(conflicted)) list = effect.value;
      if (effect.is(held)) now = effect.value;
    }
    now = Math.min(now, list.length - 1);
    if (list === value.list && now === value.now) return value;
    return list.length > 0 ? { list, now } : NONE;
  },
  provide: (field) => EditorView.decorations.from(field, decorate),
});

function decorate({ list, now }: Conflicts): DecorationSet {
  const found: Range<Decoration>[] = [];
  list.forEach(({ from, to, theirs }, at) => {
    const mine = from < to ? null : '';
    found.push(Decoration.widget({ widget: new VoiceWidget('mine', mine), side: -1 }).range(from));
    const name = at === now ? 'lede-mine lede-now' : 'lede-mine';
    if (from < to) found.push(Decoration.mark({ class: name, inclusive: true }).range(from, to));
    found.push(Decoration.widget({ widget: new VoiceWidget('theirs', theirs), side: 1 }).range(to));
  });
  return Decoration.set(found, true);
}

/** What ends one conflict as chosen: one step of the history, whose undo brings the conflict back. */
export function settle(state: EditorState, at: number, choice: Choice): TransactionSpec | null {
  const { list, now } = state.field(conflicts);
  const conflict = list[at];
  if (!conflict) return null;
  const { from, to, theirs } = conflict;
  const mine = state.sliceDoc(from, to);
  const insert = choice === 'theirs' ? theirs : both(mine, theirs);
  const changes = state.changes(choice === 'mine' ? [] : { from, to, insert });
  const rest = list.filter((one) => one !== conflict);
  const left = rest.map((one) => ({
    ...one,
    from: changes.mapPos(one.from, 1),
    to: changes.mapPos(one.to, -1),
  }));
  return {
    changes,
    effects: [conflicted.of(left), held.of(Math.min(now, left.length - 1))],
    selection: EditorSelection.cursor(changes.mapPos(to, 1)),
    annotations: isolateHistory.of('full'),
    userEvent: 'merge',
  };
}

/** The conflicts that a merge brings beside those that are still open. */
export function found(state: EditorState, changes: ChangeSet, brought: readonly Conflict[]) {
  const open = state.field(conflicts).list.flatMap((one) => mapConflict(one, changes) ?? []);
  return conflicted.of([...open, ...brought].sort((one, other) => one.from - other.from));
}

function named(kind: RegionKind): Name['kind'] {
  if (kind === 'heading') return 'pointHeading';
  return kind === 'body' ? 'pointBody' : kind;
}

/** What a place of the text is in, by name. */
export function nameAt(state: EditorState, pos: number): Name | null {
  const region = state.field(piece).regions.at(pos);
  return region && { kind: named(region.kind), place: region.place };
}

/** The conflicts in words. */
export function voices(state: EditorState): Voices[] {
  return state.field(conflicts).list.map(({ from, to, theirs }) => {
    return { mine: state.sliceDoc(from, to), theirs, where: nameAt(state, from) };
  });
}

/** Takes a conflict in hand and brings it into sight; the caret stands behind my words. */
export function hold(state: EditorState, at: number): TransactionSpec | null {
  const conflict = state.field(conflicts).list[at];
  if (!conflict) return null;
  return {
    selection: EditorSelection.cursor(conflict.to),
    effects: [held.of(at), EditorView.scrollIntoView(conflict.from, { y: 'center' })],
  };
}

/** What undo puts back: the conflicts as they were before a merge, a choice or the loss of their words. */
const undone = invertedEffects.of((tr) => {
  const before = tr.startState.field(conflicts);
  const after = tr.state.field(conflicts);
  const same = before.list.length === after.list.length;
  return same && !tr.effects.some((effect) => effect.is(conflicted)) ? [] : [conflicted.of(before.list)];
});

/** Conflicts in the text, and their way through its history. */
export function twoVoices(): Extension {
  return [conflicts, undone];
}
