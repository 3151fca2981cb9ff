/** An editor for tests: a text with `|` for the caret goes in, keys are pressed, such a text comes out. */
import { EditorSelection } from '@codemirror/state';
import { EditorView, runScopeHandlers } from '@codemirror/view';
import { Editor, type EditorEvents, Parts, type Texts } from '..';
import { slotApart } from '../slot';
import { read } from './reading';

const texts: Texts = {
  editorName: 'The piece',
  title: 'Title',
  dek: 'Dek',
  lede: 'Lede',
  conclusion: 'Conclusion',
  footer: 'Footer',
  frontMatter: 'Front matter',
  addPoint: 'Add a point',
  movePoint: 'Move this point',
  foldPoint: 'Fold this point',
  mine: 'mine',
  theirs: 'theirs',
  takenOut: 'taken out',
  prompts: {
    title: 'A title?',
    dek: 'A dek?',
    lede: 'A lede?',
    pointHeading: 'A heading?',
    pointBody: 'A body?',
    conclusion: 'A conclusion?',
  },
};

/** What was asked of the owner, in words, such as `add 2`. */
export interface Scene {
  editor: Editor;
  view: EditorView;
  asked: string[];
}

/** Opens `marked`; a text without `|` has its caret at the start. A change has the parts read anew, or `change` hears it. */
export function scene(marked: string, change?: EditorEvents['change']): Scene {
  const parent = document.createElement('div');
  document.body.append(parent);
  const asked: string[] = [];
  const events: EditorEvents = {
    change: change ?? (() => derive(editor)),
    caret: () => {},
    addPoint: (place) => asked.push(`add ${place}`),
    removePoint: (place) => asked.push(`remove ${place}`),
    movePoint: (from, to) => asked.push(`move ${from} to ${to}`),
    pastePoints: (pos, text) => {
      asked.push(`paste ${text.length} at ${pos}`);
      return text.includes('Heading');
    },
    keepPictures: async (files) => files.map(({ name }) => `assets/${name}`),
    pastePage: (html) => {
      asked.push(`page ${html.length}`);
      return html.includes('<p>') ? Promise.resolve(html.includes('<h1>')) : null;
    },
    pastePicture: async () => ['assets/picture.png'],
    conflicts: (open, now) => asked.push(`conflicts ${open.length}, in hand ${now + 1}`),
    marks: (left, now) => asked.push(`marks ${left.join(' ')}, in hand ${now}`),
    found: ({ count, at }) => asked.push(`found ${at} of ${count}`),
    clipboard: async () => '## 9. Heading\r\n',
    copy: (words) => asked.push(`copy ${words}`),
    openLink: (url) => asked.push(`open ${url}`),
  };
  const editor = new Editor(parent, '', events, texts);
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { parts, slots } = read(text);
  editor.open(text, parts, slots);
  const view = EditorView.findFromDOM(parent);
  if (!view) throw new Error('no view in the page');
  if (at >= 0) view.dispatch({ selection: EditorSelection.cursor(at) });
  return { editor, view, asked };
}

function derive(editor: Editor): void {
  const { parts, slots } = read(editor.text());
  editor.show(Parts.of(parts), slots);
}

/** The text with the caret, or with `{dek}` where the caret is in an empty part, and `[…]` selected. */
export function shown({ view }: Scene): string {
  const { doc, selection } = view.state;
  const { from, to, empty } = selection.main;
  const slot = slotApart(view.state);
  const mark = slot ? `{${slot.kind}}` : '|';
  const [open, close] = empty ? [mark, ''] : ['[', ']'];
  return doc.sliceString(0, from) + open + doc.sliceString(from, to) + close + doc.sliceString(to);
}

const KEY =
  /^((Ctrl|Alt|Shift)-)*(Enter|Escape|Backspace|Delete|Tab|Home|End|Page\w+|Arrow\w+)$|^Ctrl-(Shift-)?[a-z]$/;

function pressKey({ view }: Scene, key: string): void {
  const names = key.split('-');
  const name = names.at(-1) ?? '';
  const capital = names.includes('Shift') && name.length === 1;
  const event = new KeyboardEvent('keydown', {
    key: capital ? name.toUpperCase() : name,
    keyCode: capital ? name.toUpperCase().charCodeAt(0) : 0,
    ctrlKey: names.includes('Ctrl'),
    altKey: names.includes('Alt'),
    shiftKey: names.includes('Shift'),
    cancelable: true,
  });
  runScopeHandlers(view, event, 'editor');
}

/** Presses keys by name, such as `Alt-PageDown`, and types everything else letter by letter. */
export function press(on: Scene, ...keys: string[]): Scene {
  for (const key of keys) {
    if (KEY.test(key)) pressKey(on, key);
    else type(on, key);
  }
  return on;
}

/** Types as a keyboard does. */
export function type({ view }: Scene, letters: string): void {
  for (const letter of letters)
    view.dispatch(view.state.replaceSelection(letter), { userEvent: 'input.type' });
}

/** Puts text in as the clipboard does. */
export function paste({ view }: Scene, text: string): void {
  view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.paste' });
}
