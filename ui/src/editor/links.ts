/** Ctrl and a click follow a link, or a footnote's sign to its note. */
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { footnote } from './footnote';
import { outside } from './outside';

/** From the footnote's sign under the pointer to its note, or from the note back. */
function goToNote(view: EditorView, event: MouseEvent): boolean {
  const pos = view.posAtCoords({ x: event.clientX, y: event.clientY });
  if (pos === null) return false;
  view.dispatch({ selection: { anchor: pos } });
  return footnote(view);
}

/** Hands the address of a link that is clicked with Ctrl, or Cmd, to the owner. */
export function links(): Extension {
  return EditorView.domEventHandlers({
    mousedown(event, view) {
      if (!(event.ctrlKey || event.metaKey) || !(event.target instanceof Element)) return false;
      if (event.target.closest('.lede-note')) return goToNote(view, event);
      const url = event.target.closest<HTMLElement>('[data-url]')?.dataset.url;
      if (!url) return false;
      view.state.facet(outside).events.openLink(url);
      return true;
    },
  });
}
