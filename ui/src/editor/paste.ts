/** Whole points that are pasted beside others: their numbers come from the owner. */
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { clean } from './clean';
import { outside } from './outside';

/** How a numbered heading may begin. What is one, only the owner knows. */
const MAY_BE_POINT = /^\s*(#|No\.|\d)/;

/** Asks the owner to take what may be points; all else is pasted as it is. */
export function pastedPoints(): Extension {
  return EditorView.domEventHandlers({
    paste(event, view) {
      const text = clean(event.clipboardData?.getData('text/plain') ?? '');
      const { main } = view.state.selection;
      if (!main.empty || view.state.readOnly || !MAY_BE_POINT.test(text)) return false;
      return view.state.facet(outside).events.pastePoints(main.head, text);
    },
  });
}
