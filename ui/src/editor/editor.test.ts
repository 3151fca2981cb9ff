import { ChangeSet } from '@codemirror/state';
import { expect, test } from 'vitest';
import { press, scene, shown, type } from './testing/scene';

const piece = '# Two Doors\n\n## 1. One\n\nFirst.\n\n## 2. Two\n\nSecond.|\n';

test('undo never passes the text as it was opened', () => {
  const on = scene('# One|\n');
  on.editor.open('# Other\n', [], []);
  on.editor.undo();
  expect(on.editor.text()).toBe('# Other\n');
});

test('an operation is one step of undo, apart from the typing before and after', () => {
  const on = scene(piece);
  type(on, 'a');
  const at = on.editor.doc.length;
  on.editor.apply(ChangeSet.of({ from: at, insert: '\n## 3. \n' }, at), 'structure', at + 7);
  type(on, 'x');
  on.editor.undo();
  expect(on.editor.text()).toContain('Second.a\n\n## 3. \n');
  on.editor.undo();
  expect(on.editor.text()).toContain('Second.a\n');
  expect(on.editor.text()).not.toContain('## 3.');
});

test('letters typed after a new point land in its heading', () => {
  const on = scene(piece);
  const at = on.editor.doc.length;
  on.editor.apply(ChangeSet.of({ from: at, insert: '\n## 3. \n' }, at), 'structure', at + 7);
  expect(shown(press(on, 'New'))).toContain('## 3. New|\n');
});

test('a reload leaves the caret on its words', () => {
  const on = scene(piece);
  on.editor.apply(ChangeSet.of({ from: 2, insert: 'The ' }, on.editor.doc.length), 'reload');
  expect(shown(on)).toContain('# The Two Doors');
  expect(shown(on)).toContain('Second.|');
});

test('the other view shows the same text, caret and history', () => {
  const on = press(scene(piece), '!');
  on.editor.view('markdown');
  expect(shown(on)).toContain('Second.!|');
  on.editor.undo();
  expect(shown(on)).toBe(piece);
});

test('in plain Markdown a letter is a letter, and enter a new line', () => {
  const on = scene('# Two|\n');
  on.editor.view('markdown');
  expect(shown(press(on, 'Enter', 'x'))).toBe('# Two\nx|\n');
});

test('line ends of other systems are one line end each', () => {
  const on = scene('');
  on.editor.open('a\r\nb\rc', [], []);
  expect(on.editor.text()).toBe('a\nb\nc');
});
