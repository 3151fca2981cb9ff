import { EditorSelection } from '@codemirror/state';
import { expect, test } from 'vitest';
import { marksFor, markupIn } from './hidden';
import { press, type Scene, scene } from './testing/scene';

const piece = '# Tide\n\n*The tide.*\n\nA *tide* turns.\n\nThe tide| again.\n';

/** The text with all carets and selections. */
function all({ view }: Scene): string {
  const { doc, selection } = view.state;
  let text = doc.toString();
  for (const { from, to, empty } of [...selection.ranges].reverse())
    text = empty
      ? `${text.slice(0, from)}|${text.slice(from)}`
      : `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`;
  return text;
}

function carets(marked: string): Scene {
  const [first = '', ...rest] = marked.split('|');
  const on = scene(marked.replaceAll('|', ''));
  let at = first.length;
  const ranges = rest.map((text) => {
    const range = EditorSelection.cursor(at);
    at += text.length;
    return range;
  });
  on.view.dispatch({ selection: EditorSelection.create(ranges) });
  return on;
}

test('the word, and then each next place that has it, is selected and typed over', () => {
  const on = press(scene(piece), 'Ctrl-d', 'Ctrl-d', 'Ctrl-d');
  expect(all(on)).toBe('# Tide\n\n*The [tide].*\n\nA *[tide]* turns.\n\nThe [tide] again.\n');
  press(on, 'sea');
  expect(all(on)).toBe('# Tide\n\n*The sea|.*\n\nA *sea|* turns.\n\nThe sea| again.\n');
});

test('escape leaves the first caret', () => {
  const on = press(scene(piece), 'Ctrl-d', 'Ctrl-d', 'Escape');
  expect(on.view.state.selection.ranges.length).toBe(1);
});

test('markup shows on each line that has a caret', () => {
  const { state } = carets('# T\n\nA *b|*.\n\nC *d|*.\n\nE *f*.\n').view;
  const shown: string[] = [];
  markupIn(state, 0, state.doc.length, marksFor(state, 0, state.doc.length)).between(
    0,
    state.doc.length,
    (from, to, { spec }) => {
      if (spec.class === 'lede-md') shown.push(state.doc.lineAt(from).text + state.sliceDoc(from, to));
    },
  );
  expect(shown).toEqual(['A *b*.*', 'A *b*.*', 'C *d*.*', 'C *d*.*']);
});

test('bold takes each word, and gives each back', () => {
  const on = press(carets('# T\n\nA wo|rd, tw|o.\n'), 'Ctrl-b');
  expect(all(on)).toBe('# T\n\nA **wo|rd**, **tw|o**.\n');
  expect(all(press(on, 'Ctrl-b'))).toBe('# T\n\nA wo|rd, tw|o.\n');
});

test('keys of the cards leave several carets as they are', () => {
  expect(all(press(carets('# T|\n\n*De|k.*\n\nLede.\n'), 'Enter', 'x'))).toBe(
    '# T\nx|\n\n*De\nx|k.*\n\nLede.\n',
  );
  expect(all(press(carets('# Tw|o\n\n*De|k.*\n'), 'Backspace'))).toBe('# T|o\n\n*D|k.*\n');
});
