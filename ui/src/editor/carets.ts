/** Several carets at once: set by key or by Alt and a click, and one again by Escape. */
import { addCursorAbove, addCursorBelow } from '@codemirror/commands';
import { selectNextOccurrence } from '@codemirror/search';
import { EditorSelection, EditorState, type Extension } from '@codemirror/state';
import { type Command, EditorView, type KeyBinding, keymap } from '@codemirror/view';

/** A caret more on the line above. */
export const caretAbove: Command = addCursorAbove;
/** A caret more on the line below. */
export const caretBelow: Command = addCursorBelow;
/** Selects the word at the caret; again, the next place that has the same words, too. */
export const nextSame: Command = (view) => selectNextOccurrence(view) || true;

/** Back to the first caret. */
const oneCaret: Command = ({ state, dispatch }) => {
  if (state.selection.ranges.length < 2) return false;
  dispatch(state.update({ selection: EditorSelection.create([state.selection.main]), userEvent: 'select' }));
  return true;
};

/** A command of the cards, which know one place: several carets are moved as in any text. */
export function alone(command: Command): Command {
  return (view) => view.state.selection.ranges.length === 1 && command(view);
}

/** The same for a key and what it does with Shift. */
export function aloneIn({ run, shift, ...binding }: KeyBinding): KeyBinding {
  return { ...binding, ...(run && { run: alone(run) }), ...(shift && { shift: alone(shift) }) };
}

/** Several carets. */
export function carets(): Extension {
  return [
    EditorState.allowMultipleSelections.of(true),
    // Ctrl, which the web view would take for this, follows links.
    EditorView.clickAddsSelectionRange.of((event) => event.altKey),
    keymap.of([{ key: 'Escape', run: oneCaret }]),
  ];
}
