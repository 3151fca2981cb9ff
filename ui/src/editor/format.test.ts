import { expect, test } from 'vitest';
import { press, scene, shown } from './testing/scene';

function after(marked: string, ...keys: string[]): string {
  return shown(press(scene(marked), ...keys));
}

test('bold takes the word at the caret', () => {
  expect(after('Free te|xt.\n', 'Ctrl-b')).toBe('Free **te|xt**.\n');
});

test('bold again takes it back', () => {
  expect(after('Free te|xt.\n', 'Ctrl-b', 'Ctrl-b')).toBe('Free te|xt.\n');
});

test('italic inside bold adds one star, and takes only that one away', () => {
  expect(after('Free te|xt.\n', 'Ctrl-b', 'Ctrl-i')).toBe('Free ***te|xt***.\n');
  expect(after('Free te|xt.\n', 'Ctrl-b', 'Ctrl-i', 'Ctrl-i')).toBe('Free **te|xt**.\n');
});

test('a link leaves the caret where its address goes', () => {
  expect(after('Free te|xt.\n', 'Ctrl-k')).toBe('Free [text](|).\n');
});
