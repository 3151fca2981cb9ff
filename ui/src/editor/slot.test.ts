import { expect, test } from 'vitest';
import { paste, press, scene, shown } from './testing/scene';

const bare = '# Four Doors|\n\n---\n\n## 1. \n\n## 2. Second\n\nBody two.\n';

function after(marked: string, ...keys: string[]): string {
  return shown(press(scene(marked), ...keys));
}

test('the first letter in an empty dek writes the emphasis around itself', () => {
  expect(after(bare, 'Enter', 'W')).toContain('# Four Doors\n\n*W|*\n\n---');
});

test('what follows the first letter stays inside the emphasis', () => {
  expect(after(bare, 'Enter', 'Why now')).toContain('\n\n*Why now|*\n');
});

test('the first letter of an empty lede stands in a paragraph of its own', () => {
  expect(after(bare, 'Enter', 'Enter', 'L')).toContain('# Four Doors\n\nL|\n\n---');
});

test('an empty heading takes a letter on its own line', () => {
  expect(after('# T\n\n## 1. |\n', 'H')).toBe('# T\n\n## 1. H|\n');
});

test('an empty heading without a space behind its number gets one', () => {
  expect(after('# T\n\n## 1.|\n', 'H')).toBe('# T\n\n## 1. H|\n');
});

test('an empty body is written below its heading', () => {
  expect(after('# T\n\n## 1. Head|\n\n## 2. Next\n', 'Enter', 'B')).toBe(
    '# T\n\n## 1. Head\n\nB|\n\n## 2. Next\n',
  );
});

test('a conclusion brings the break before it', () => {
  expect(after('# T\n\n## 1. Head\n\nBody|\n', 'Alt-PageDown', 'So')).toBe(
    '# T\n\n## 1. Head\n\nBody\n\n---\n\nSo|\n',
  );
});

test('the title of an empty text becomes a heading', () => {
  expect(after('|', 'A')).toBe('# A|');
});

test('entering an empty part changes no text', () => {
  expect(after(bare, 'Enter')).toBe('# Four Doors{dek}\n\n---\n\n## 1. \n\n## 2. Second\n\nBody two.\n');
});

test('a space alone begins no part', () => {
  expect(after(bare, 'Enter', ' ')).toContain('# Four Doors{dek}\n');
});

test('the letter and its markup go in one step of undo, back into the empty part', () => {
  const on = press(scene(bare), 'Enter', 'W');
  on.editor.undo();
  expect(shown(on)).toContain('# Four Doors{dek}\n\n---');
});

test('redo brings the part again', () => {
  const on = press(scene(bare), 'Enter', 'W');
  on.editor.undo();
  on.editor.redo();
  expect(shown(on)).toContain('*W|*');
});

test('lines pasted into an empty dek become one', () => {
  const on = press(scene(bare), 'Enter');
  paste(on, 'one\n  two\n');
  expect(shown(on)).toContain('\n\n*one two|*\n');
});

test('paragraphs pasted into an empty body stay paragraphs', () => {
  const on = press(scene('# T\n\n## 1. Head|\n'), 'Enter');
  paste(on, 'one\n\ntwo');
  expect(shown(on)).toBe('# T\n\n## 1. Head\n\none\n\ntwo|\n');
});

test('leaving an empty part leaves the text as it was', () => {
  expect(after(bare, 'Enter', 'Alt-PageUp')).toContain('# |Four Doors\n\n---');
});
