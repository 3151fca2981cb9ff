import { expect, test } from 'vitest';
import { press, scene, shown } from './testing/scene';

const piece = '# Two Doors\n\n*A dek.*\n\nThe lede.\n\n---\n\n## 1. One\n\nFirst.\n\n## 2. Two\n\nSecond.\n';

function from(words: string, ...keys: string[]): string {
  return shown(press(scene(piece.replace(words, `${words}|`)), ...keys));
}

test('enter in the title goes to the dek', () => {
  expect(from('Doors', 'Enter')).toContain('*|A dek.*');
});

test('enter in the dek goes to the lede', () => {
  expect(from('A dek.', 'Enter')).toContain('\n\n|The lede.');
});

test('enter in a heading goes to its body', () => {
  expect(from('One', 'Enter')).toContain('## 1. One\n\n|First.');
});

test('enter in a body is a new line', () => {
  expect(from('First.', 'Enter')).toContain('First.\n|\n\n## 2.');
});

test('enter behind the closing mark of the dek goes to the lede too', () => {
  expect(from('*A dek.*', 'Enter')).toContain('\n\n|The lede.');
});

test('the next part after the lede is the first point', () => {
  expect(from('The', 'Alt-PageDown')).toContain('## 1. |One');
});

test('the part before a body is the point before, by its heading', () => {
  expect(from('Sec', 'Alt-PageUp')).toContain('## 1. |One');
});

test('the part after the last point is the empty conclusion', () => {
  expect(from('Second.', 'Alt-PageDown')).toContain('Second.{conclusion}');
});

test('a new point is asked for after the one with the caret', () => {
  expect(press(scene(piece.replace('First', 'Fir|st')), 'Ctrl-Enter').asked).toEqual(['add 2']);
});

test('a new point asked for in the lede is the first', () => {
  expect(press(scene(piece.replace('lede', 'le|de')), 'Ctrl-Enter').asked).toEqual(['add 1']);
});

test('a point moves down by key, and the last one does not', () => {
  const on = scene(piece.replace('First', 'Fir|st'));
  expect(press(on, 'Alt-Shift-ArrowDown').asked).toEqual(['move 1 to 2']);
  expect(press(scene(piece.replace('Second', '|Second')), 'Alt-Shift-ArrowDown').asked).toEqual([]);
});

test('a caret sent into the text behind a part stays on the part', () => {
  const on = scene(piece.replace('First', '|First'));
  on.editor.goToLine(piece.split('\n').length - 1);
  expect(shown(on)).toContain('Second.|\n');
});

test('a caret sent to the start of a heading line lands in the words', () => {
  const on = scene(piece);
  on.editor.goToLine(8);
  expect(shown(on)).toContain('## 1. |One');
});

test('going to a part by name puts the caret at its start', () => {
  const on = scene(piece);
  expect(on.editor.goTo('point', 2)).toBe(true);
  expect(shown(on)).toContain('## 2. |Two');
  expect(on.editor.goTo('point', 3)).toBe(false);
});

test('tab is left to the window', () => {
  expect(from('First.', 'Tab')).toContain('First.|\n');
});
