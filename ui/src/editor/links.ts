/** Ctrl and a click follow a link. */
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { outside } from './outside';

/** Hands the address of a link that is clicked with Ctrl, or Cmd, to the owner. */
export function links(): Extension {
  return EditorView.domEventHandlers({
    mousedown(event, view) {
      if (!(event.ctrlKey || event.metaKey) || !(event.target instanceof Element)) return false;
      const url = event.target.closest<HTMLElement>('[data-url]')?.dataset.url;
      if (!url) return false;
      view.state.facet(outside).events.openLink(url);
      return true;
    },
  });
}
