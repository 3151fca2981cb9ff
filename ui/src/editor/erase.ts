/** Backspace and Delete where a part ends: they never break the markup that makes it a part. */
import { EditorSelection, EditorState, type Extension, type Transaction } from '@codemirror/state';
import type { Command } from '@codemirror/view';
import { land } from './motion';
import { outside } from './outside';
import { piece } from './piece';
import type { Region } from './region';
import { activeSlot, entered, regionHere } from './slot';

/** Whether heading and body of this region's point are both empty. */
function isEmptyPoint(state: EditorState, here: Region): boolean {
  if (here.kind !== 'heading' && here.kind !== 'body') return false;
  return state
    .field(piece)
    .regions.ofPoint(here.place)
    .every((one) => one.slot !== null);
}

/** The dek, if a change leaves none of its words: its emphasis would be text without them. */
function emptiedDek(tr: Transaction): Region | null {
  const dek = tr.startState.field(piece).regions.named({ kind: 'dek', place: 0 });
  if (!dek?.part || dek.slot || tr.changes.mapPos(dek.from, 1) < tr.changes.mapPos(dek.to, -1)) return null;
  let inside = true;
  tr.changes.iterChangedRanges((from, to) => {
    inside &&= dek.part !== null && from >= dek.part.from && to <= dek.part.to;
  });
  return inside ? dek : null;
}

/** The last letter of a dek takes the emphasis and the line with it, and leaves the empty place. */
const emptying = EditorState.transactionFilter.of((tr) => {
  if (!tr.docChanged || !tr.isUserEvent('delete')) return tr;
  const dek = emptiedDek(tr);
  if (!dek?.part) return tr;
  const before = tr.startState.field(piece).regions.beside(dek, -1);
  const from = before && !before.slot ? before.to : dek.part.from;
  return {
    changes: { from, to: dek.part.to },
    selection: EditorSelection.cursor(from),
    effects: entered.of({ kind: 'dek', place: 0 }),
    userEvent: 'delete',
  };
});

/** Removes the caret's point if there is nothing in it. */
export const removeEmptyPoint: Command = ({ state }) => {
  const here = regionHere(state);
  if (!here || !activeSlot(state) || !isEmptyPoint(state, here)) return false;
  state.facet(outside).events.removePoint(here.place);
  return true;
};

/** Backspace in cards: removes an empty point, and goes back over the start of a part. */
export const backspace: Command = (view) => {
  const { state } = view;
  const here = regionHere(state);
  const { main } = state.selection;
  if (!here || !main.empty) return false;
  if (removeEmptyPoint(view)) return true;
  const slot = activeSlot(state);
  if (!slot && main.head !== here.from) return false;
  const before = state.field(piece).regions.beside(here, -1);
  if (before && before.kind !== 'frontMatter') view.dispatch(state.update(land(before, 'end')));
  return before !== null || slot !== null;
};

/** Delete in cards: at the end of a part it goes on to the next, and joins nothing. */
export const deleteForward: Command = (view) => {
  const { state } = view;
  const here = regionHere(state);
  const { main } = state.selection;
  if (!here || !main.empty) return false;
  const after = state.field(piece).regions.beside(here, 1);
  if (!activeSlot(state) && main.head !== here.to) return false;
  if (!after) return activeSlot(state) !== null;
  view.dispatch(state.update(land(after, 'start')));
  return true;
};

/** What erasing does to the text of a part. */
export function erasing(): Extension {
  return emptying;
}
