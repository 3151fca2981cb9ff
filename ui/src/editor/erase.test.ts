import { expect, test } from 'vitest';
import { press, scene, shown } from './testing/scene';

function after(marked: string, ...keys: string[]): string {
  return shown(press(scene(marked), ...keys));
}

test('backspace in an empty point asks for its removal', () => {
  expect(press(scene('# T\n\n## 1. One\n\nB.\n\n## 2. |\n'), 'Backspace').asked).toEqual(['remove 2']);
});

test('backspace in the empty body of an empty point asks for its removal', () => {
  expect(press(scene('# T\n\n## 1. |\n'), 'Enter', 'Backspace').asked).toEqual(['remove 1']);
});

test('backspace in an empty body goes back to the heading', () => {
  expect(after('# T\n\n## 1. Head|\n', 'Enter', 'Backspace')).toBe('# T\n\n## 1. Head|\n');
});

test('backspace at the start of a heading goes to the part before and joins nothing', () => {
  expect(after('# T\n\n## 1. One\n\nBody.\n\n## 2. |Two\n', 'Backspace')).toBe(
    '# T\n\n## 1. One\n\nBody.|\n\n## 2. Two\n',
  );
});

test('delete at the end of a body goes to the next heading and joins nothing', () => {
  expect(after('# T\n\n## 1. One\n\nBody.|\n\n## 2. Two\n', 'Delete')).toBe(
    '# T\n\n## 1. One\n\nBody.\n\n## 2. |Two\n',
  );
});

test('the last letter of a dek takes the emphasis with it', () => {
  expect(after('# T\n\n*d|*\n\nLede.\n', 'Backspace')).toBe('# T{dek}\n\nLede.\n');
});

test('a dek deleted by the word leaves no emphasis behind', () => {
  expect(after('# T\n\n*word|*\n\nLede.\n', 'Ctrl-Backspace')).toBe('# T{dek}\n\nLede.\n');
});

test('backspace inside words takes a letter', () => {
  expect(after('# Tw|o\n', 'Backspace')).toBe('# T|o\n');
});
