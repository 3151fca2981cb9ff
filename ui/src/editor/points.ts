/** What is asked of the owner by key: a point more, and a point elsewhere. */
import type { EditorState } from '@codemirror/state';
import type { Command } from '@codemirror/view';
import { outside } from './outside';
import { pointCount } from './piece';
import { slipHere } from './slip';

/** The place that a point added after the caret's part has. */
export function placeAfter(state: EditorState): number {
  const slip = slipHere(state);
  if (slip?.kind === 'point') return slip.place + 1;
  return slip?.kind === 'head' ? 1 : pointCount(state) + 1;
}

/** Asks for a point after the caret's part. */
export const addPoint: Command = ({ state }) => {
  state.facet(outside).events.addPoint(placeAfter(state));
  return true;
};

/** Asks for the caret's point to change places with the one before or after it. */
export function movePoint(by: -1 | 1): Command {
  return ({ state }) => {
    const slip = slipHere(state);
    const to = (slip?.place ?? 0) + by;
    const moves = slip?.kind === 'point' && to >= 1 && to <= pointCount(state);
    if (moves) state.facet(outside).events.movePoint(slip.place, to);
    // The key is taken either way: the text's own key would move a line.
    return true;
  };
}
