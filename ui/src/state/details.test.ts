import { expect, test } from 'vitest';
import { MemoryHost } from '../host/memory';
import { line, value } from './details.svelte';
import { Room } from './room.svelte';

test('tags are a list, parted by commas, and one line to look at', () => {
  expect(value('tags', ' letters,, the press ,')).toEqual(['letters', 'the press']);
  expect(line(['letters', 'the press'])).toBe('letters, the press');
});

test('any other field is a line of text', () => {
  expect(value('author', ' A, B ')).toBe('A, B');
  expect(line(undefined)).toBe('');
});

async function opened() {
  const host = new MemoryHost({ draft: '# T\n', other: '# O\n' });
  const room = new Room(host);
  await room.start();
  await room.details.load();
  return { host, room };
}

test('what is set is in the form afterwards', async () => {
  const { room } = await opened();
  await room.details.set('author', 'M. Quill');
  expect(room.details.of('author')?.value).toBe('M. Quill');
});

test('what says the same is not written again', async () => {
  const { host, room } = await opened();
  await room.details.set('tags', 'a, b');
  await room.details.set('tags', 'a,b,');
  expect(host.asked.filter((asked) => asked.startsWith('set'))).toEqual(['set tags of draft to a,b']);
});

test('what stands in a field when its pane goes is written too, once', async () => {
  const { host, room } = await opened();
  room.details.typing('author', 'M. Quill');
  await room.details.keep();
  await room.details.keep();
  expect(host.asked.filter((asked) => asked.startsWith('set'))).toEqual(['set author of draft to M. Quill']);
});

test('what stands in a field belongs to the draft in which it was typed', async () => {
  const { host, room } = await opened();
  room.details.typing('author', 'M. Quill');
  await room.open('other');
  const asked = host.asked.filter((one) => /^(set|open)/.test(one));
  expect(asked).toEqual(['set author of draft to M. Quill', 'open other']);
});
