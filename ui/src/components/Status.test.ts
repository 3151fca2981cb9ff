import { mount, tick, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import { MemoryHost } from '../host/memory';
import { said } from '../host/said';
import { Room } from '../state/room.svelte';
import { texts } from '../texts';
import Status from './Status.svelte';

afterEach(() => {
  texts.said = {};
});

it('says in the words of the language what the backend says', async () => {
  texts.said = {
    'disk-full': (name) => `Kein Platz für ${name}.`,
    'kept-beside': (name) => `Liegt daneben: ${name}.`,
  };
  const host = new MemoryHost({ draft: 'Words' });
  const room = new Room(host);
  await room.start();
  const status = mount(Status, { target: document.body, props: { room } });
  const trouble = { said: said('disk-full', 'The disk is full.', 'a.md'), action: 'retry' } as const;
  const saved = { kind: 'notSaved', trouble, inJournal: true } as const;
  host.emit('draftSaved', { draft: 'draft', version: 1, saved });
  host.emit('noticed', { draft: 'draft', said: said('kept-beside', 'It lies beside it.', 'b.md') });
  await tick();
  const text = (at: string) => document.querySelector(`[data-status] ${at}`)?.textContent?.trim();
  expect(text('[role=status]')).toBe(`Kein Platz für a.md. ${texts.safeInJournal}`);
  expect(text('.notice')).toContain('Liegt daneben: b.md.');
  await unmount(status);
});
