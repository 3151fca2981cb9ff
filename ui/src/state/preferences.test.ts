import { expect, test } from 'vitest';
import { MemoryHost } from '../host/memory';
import { Room } from './room.svelte';

async function opened() {
  const host = new MemoryHost({ draft: '# T\n' });
  const room = new Room(host);
  await room.preferences.load();
  return { host, room };
}

test('the text is as wide as its characters at its size', async () => {
  const { room } = await opened();
  expect(room.preferences.measure).toBe(576);
  room.keep({ textSize: 27 });
  expect(room.preferences.measure).toBe(864);
  await room.preferences.keep({ measure: 44 });
  expect(room.preferences.measure).toBe(576);
});

test('what the world refuses stays as it was, and is told', async () => {
  const { room } = await opened();
  await room.preferences.keep({ grammar: true });
  expect(room.preferences.kept?.grammar).toBe(false);
  expect(room.notices.shown?.sentence).toContain('without grammar');
});
