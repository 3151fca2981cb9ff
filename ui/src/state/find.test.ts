import { expect, it } from 'vitest';
import { Editor, type EditorEvents } from '../editor';
import { silent } from '../editor/testing/silent';
import { MemoryHost } from '../host/memory';
import { texts } from '../texts';
import { Room } from './room.svelte';

/** A window on a text, with the bar that finds in it. */
async function opened() {
  const host = new MemoryHost({ draft: '# One\n\none two one\n', other: '# Two one\n' });
  const room = new Room(host);
  const events: EditorEvents = {
    ...silent,
    change: (changes) => room.draft?.changed(changes),
    caret: (_pos, _line, selected) => Object.assign(room.draft ?? {}, { selected }),
    found: (found) => (room.find.found = found),
  };
  room.editor = new Editor(document.createElement('div'), '', events, texts);
  await room.start();
  room.draft?.show(room.editor);
  return { host, room, find: room.find };
}

it('says how many places there are and which one is selected', async () => {
  const { find } = await opened();
  await find.show();
  expect(find.says).toBe('');
  find.seek('one');
  expect(find.says).toBe('1 of 3');
  find.step(-1);
  expect(find.says).toBe('3 of 3');
  find.seek('three');
  expect(find.says).toBe('Not in the text');
});

it('says in a sentence that a pattern is not finished', async () => {
  const { find } = await opened();
  await find.show();
  find.toggle('regexp');
  find.seek('o(');
  expect(find.says).toBe(texts.notRegexp);
});

it('opens with the selected words, but not with a match', async () => {
  const { room, find } = await opened();
  await find.show();
  find.toggle('regexp');
  find.seek('t.o');
  await find.show(true);
  expect([find.words, find.replacing]).toEqual(['t.o', true]);
  room.escape();
  await find.show();
  expect(find.words).toBe('two');
});

it('changes all places, says how many, and goes by Escape', async () => {
  const { host, room, find } = await opened();
  await find.show(true);
  find.seek('one');
  find.by = 'six';
  find.replaceAll();
  expect(host.text('draft')).toBe('# six\n\nsix two six\n');
  expect(room.notices.spoken).toContain('3 places changed');
  expect(room.escape()).toBe(true);
  expect([find.open, find.says]).toEqual([false, '']);
});

it('looks through the next draft without moving its caret', async () => {
  const { room, find } = await opened();
  await find.show();
  find.seek('one');
  await room.open('other');
  if (room.editor) room.draft?.show(room.editor);
  find.again(false);
  expect(find.says).toBe('1');
});
