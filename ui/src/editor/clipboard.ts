/** Cut, copy and paste by name: for menus and the palette, since their keys belong to the web view. */
import type { Command, EditorView } from '@codemirror/view';
import { outside } from './outside';

/** What is selected, all carets' words below each other. */
function selected({ state }: EditorView): string {
  const ranges = state.selection.ranges.filter(({ empty }) => !empty);
  return ranges.map(({ from, to }) => state.sliceDoc(from, to)).join('\n');
}

/** Puts what is selected on the clipboard; without a selection nothing happens. */
export const copy: Command = (view) => {
  const words = selected(view);
  if (words !== '') view.state.facet(outside).events.copy(words);
  return true;
};

/** As `copy`, and takes it out of the text. */
export const cut: Command = (view) => {
  copy(view);
  if (selected(view) !== '' && !view.state.readOnly)
    view.dispatch(view.state.replaceSelection(''), { userEvent: 'delete.cut', scrollIntoView: true });
  return true;
};

/** The event of a key that pastes these words, so that all who take what is pasted take these as well. */
function pasting(words: string): Event {
  const clipboardData = {
    getData: (type: string) => (type === 'text/plain' ? words : ''),
    types: words === '' ? [] : ['text/plain'],
    files: [],
  };
  return Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData });
}

/** Pastes what the clipboard has. */
export const paste: Command = (view) => {
  const { clipboard } = view.state.facet(outside).events;
  void clipboard().then((words) => view.contentDOM.dispatchEvent(pasting(words.replace(/\r\n?/g, '\n'))));
  return true;
};

/** The web view does it. */
export const byItself: Command = () => false;
