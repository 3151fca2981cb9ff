/** What is pasted and is more than words: whole points, and an address on words that are to lead there. */
import type { Extension } from '@codemirror/state';
import { type Command, EditorView } from '@codemirror/view';
import { clean } from './clean';
import { words } from './format';
import { outside } from './outside';
import { picturesIn } from './pictures';

/** How a numbered heading may begin. What is one, only the owner knows. */
const MAY_BE_POINT = /^\s*(#|No\.|\d)/;

/** Asks the owner to take what may be points, whose numbers only the owner knows; all else is pasted as it is. */
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

/** A copied page that is pasted into a text without words becomes its text; the owner reads the page. */
export function pastedPages(): Extension {
  return EditorView.domEventHandlers({
    paste(event, view) {
      const html = event.clipboardData?.getData('text/html') ?? '';
      if (!html || view.state.readOnly) return false;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      // A picture that is copied in a browser comes with a page that has nothing but it.
      if (!text && picturesIn(event.clipboardData).length > 0) return false;
      const taken = view.state.facet(outside).events.pastePage(html);
      if (!taken) return false;
      void taken.then((page) => page || putWords(view, text));
      return true;
    },
  });
}

/** Puts words in the place of the selection. */
function putWords(view: EditorView, text: string): void {
  if (!text) return;
  view.dispatch(view.state.replaceSelection(clean(text.replace(/\r\n?/g, '\n'))), {
    userEvent: 'input.paste',
    scrollIntoView: true,
  });
}

const ADDRESS = /^(https?:\/\/|mailto:)[^\s<>]+$/;

/** Whether these words can stand between brackets as they are, and are no address themselves. */
function canLead(text: string): boolean {
  return text !== '' && !/[[\]]|\n\s*\n/.test(text) && !ADDRESS.test(text);
}

/** An address with brackets of its own is kept apart from those around it. */
const target = (address: string) => (/[()]/.test(address) ? `<${address}>` : address);

/** An address that is pasted on selected words makes them a link. */
export function pastedLinks(): Extension {
  return EditorView.domEventHandlers({
    paste(event, view) {
      const address = clean(event.clipboardData?.getData('text/plain') ?? '').trim();
      const { main, ranges } = view.state.selection;
      if (main.empty || ranges.length > 1 || !ADDRESS.test(address)) return false;
      const [from, to] = words(view.state, main);
      const text = view.state.sliceDoc(from, to);
      if (!canLead(text)) return false;
      const insert = `[${text}](${target(address)})`;
      const spec = { changes: { from, to, insert }, selection: { anchor: from + insert.length } };
      view.dispatch({ ...spec, userEvent: 'input.paste', scrollIntoView: true });
      return true;
    },
  });
}

/** Pastes what the clipboard has as words only: no point is numbered and no link is made. */
export const pastePlain: Command = (view) => {
  void view.state
    .facet(outside)
    .events.clipboard()
    .then((text) => putWords(view, text));
  return true;
};
