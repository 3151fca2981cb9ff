import { expect, test } from 'vitest';
import { press, scene, shown } from './testing/scene';

const around = (body: string) => `# T\n\n## 1. One\n\nSay:\n\n${body}\n\n## 2. Two\n`;

function after(body: string, ...keys: string[]): string {
  const text = shown(press(scene(around(body)), ...keys));
  return text.slice(text.indexOf('Say:\n\n') + 6, text.indexOf('\n\n## 2.'));
}

test('enter in a list goes on with it', () => {
  expect(after('- one|', 'Enter')).toBe('- one\n- |');
});

test('enter in a numbered list counts on, and the rest follows', () => {
  expect(after('1. one|\n2. two', 'Enter')).toBe('1. one\n2. |\n3. two');
});

test('enter on an empty item leaves the list, with a blank line that ends it', () => {
  expect(after('- one\n- two\n- three|', 'Enter', 'Enter', 'x')).toBe('- one\n- two\n- three\n\nx|');
});

test('enter in a paragraph is a new line only', () => {
  expect(after('one|', 'Enter')).toBe('one\n|');
});

test('a task goes on as one to be done, a quote as a quote', () => {
  expect(after('- [x] one|', 'Enter')).toBe('- [x] one\n- [ ] |');
  expect(after('> one|', 'Enter')).toBe('> one\n> |');
});

test('a list in a list goes on with itself', () => {
  expect(after('- one\n  - two|', 'Enter')).toBe('- one\n  - two\n  - |');
});
