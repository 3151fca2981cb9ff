import { expect, test } from 'vitest';
import { press, scene, shown } from './testing/scene';

const after = (marked: string) => shown(press(scene(marked), 'Ctrl-Shift-k'));
const piece = '# T\n\n*Dek.*\n\nLede.\n\n## 1. A\n\nOne.\n\n## 2. B\n\nTwo.\n';

test('a new note is written at the end of its own part, with the caret in it', () => {
  expect(after(piece.replace('One.', 'One|.'))).toBe(piece.replace('One.', 'One[^1].\n\n[^1]: |'));
});

test('the next one has the next number, right below the one before', () => {
  const one = piece.replace('One.', 'One[^1] and |two.\n\n[^1]: A note.');
  expect(after(one)).toContain('One[^1] and [^2]two.\n\n[^1]: A note.\n[^2]: |\n\n## 2.');
});

test('a title or a dek has its notes below the lede', () => {
  expect(after(piece.replace('Dek.', 'Dek|.'))).toContain('*Dek[^1].*\n\nLede.\n\n[^1]: |\n\n## 1.');
});

test('from its sign one goes to the note, and from the note back', () => {
  const noted = piece.replace('One.', 'One[^a].').replace('Two.', 'Two.\n\n[^a]: Said\nby all.');
  expect(after(noted.replace('One[', 'One|['))).toContain('[^a]: |Said');
  expect(after(noted.replace('by all', 'by| all'))).toContain('One[^a]|.');
});

test('a sign without a note gets one', () => {
  expect(after(piece.replace('One.', 'One[^x|].'))).toContain('One[^x].\n\n[^x]: |\n\n## 2.');
});

test('a note that no sign asks for leads nowhere', () => {
  const lost = piece.replace('Two.', 'Two.\n\n[^9]: Lost|.');
  expect(after(lost)).toBe(lost);
});
