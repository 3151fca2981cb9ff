/** Typed letters go from the browser's announcement straight into a transaction. */
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/**
 * Takes plain letters before the browser has put them into the page, which saves it a layout and the
 * editor a comparison. Whatever an input method or a dead key does is left to them.
 */
export function directInput(): Extension {
  return EditorView.domEventHandlers({
    beforeinput(event, view) {
      const { data, inputType } = event;
      if (inputType !== 'insertText' || !data || event.isComposing) return false;
      if (view.composing || view.compositionStarted || view.state.readOnly) return false;
      view.dispatch(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true });
      event.preventDefault();
      return true;
    },
  });
}
