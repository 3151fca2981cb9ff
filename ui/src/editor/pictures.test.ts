import { expect, test } from 'vitest';
import { press, scene, shown, type } from './testing/scene';

const file = (name: string, type = 'image/png') => new File(['x'], name, { type });

test('a picture gets a paragraph of its own behind the words, with the caret in its description', async () => {
  const on = scene('First words.|\n\nNext.\n');
  await on.editor.putPictures([file('a.png')]);
  expect(shown(on)).toBe('First words.\n\n![|](assets/a.png)\n\nNext.\n');
});

test('within a line it stands where the caret is', async () => {
  const on = scene('First |words.\n');
  await on.editor.putPictures([file('a.png')]);
  expect(shown(on)).toBe('First ![|](assets/a.png)words.\n');
});

test('several stand below each other, and undo takes them all', async () => {
  const on = scene('Words.\n\n|\n');
  await on.editor.putPictures([file('a.png'), file('b.png')]);
  expect(shown(on)).toBe('Words.\n\n![|](assets/a.png)\n\n![](assets/b.png)\n');
  on.editor.undo();
  expect(shown(on)).toBe('Words.\n\n|\n');
});

test('what is typed while the picture is kept moves its place', async () => {
  const on = scene('Words.|\n');
  const kept = on.editor.putPictures([file('a.png')]);
  type(on, ' More.');
  await kept;
  expect(on.editor.text()).toBe('Words. More.\n\n![](assets/a.png)\n');
});

test('a picture that belongs to a text no longer open is not written into the next', async () => {
  const on = scene('Words.|\n');
  const kept = on.editor.putPictures([file('a.png')]);
  on.editor.open('Another.\n', [], []);
  await kept;
  expect(on.editor.text()).toBe('Another.\n');
});

test('where nothing could be kept nothing is written', async () => {
  const on = scene('Words.|\n');
  await on.editor.putPictures([]);
  expect(shown(press(on, '!'))).toBe('Words.!|\n');
});
