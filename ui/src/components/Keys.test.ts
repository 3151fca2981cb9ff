import { mount, tick, unmount } from 'svelte';
import { afterEach, expect, it } from 'vitest';
import App from '../App.svelte';
import { MemoryHost } from '../host/memory';
import { eventOf } from '../state/ownKeys';
import { Room } from '../state/room.svelte';
import { texts } from '../texts';

let app: Record<string, unknown> | null = null;
afterEach(async () => {
  if (app) await unmount(app);
  document.body.replaceChildren();
  // A dialog gives the page its scrolling back a little after it has gone, and wants a page for it.
  await new Promise((resolve) => setTimeout(resolve, 100));
});

async function settled() {
  await new Promise((resolve) => setTimeout(resolve));
  await tick();
}

/** The sheet of keys, with `Ctrl+J` for the sheet itself. */
async function opened() {
  const room = new Room(new MemoryHost({ one: '# One\n' }));
  await room.start();
  room.preferences.keep({ keys: { keys: 'Ctrl+J' } });
  app = mount(App, { target: document.body, props: { room } });
  room.ask('keys');
  await settled();
  const key = (name: string) => document.querySelector<HTMLElement>(`.key[aria-label^="${name}:"]`);
  const says = () => document.querySelector('.all')?.previousElementSibling?.textContent;
  /** Presses a key on the button of a command that waits for one. */
  const record = async (name: string, pressed: string) => {
    key(name)?.focus();
    key(name)?.click();
    await settled();
    document.activeElement?.dispatchEvent(eventOf(pressed));
    await settled();
  };
  return { room, says, record };
}

it('an own key that is pressed for another command is heard as itself', async () => {
  const { room, says, record } = await opened();
  await record('Bold', 'Ctrl+J');
  expect(says()).toBe(texts.keyTaken('Ctrl+J', 'Keys'));
  await record('Keys', 'Ctrl+J');
  await record('Bold', 'Alt+J');
  expect(room.preferences.settings.keys).toEqual({ keys: 'Ctrl+J', bold: 'Alt+J' });
  expect(room.recording).toBe(false);
});

it('Tab walks on, and is nobody’s key', async () => {
  const { room, says, record } = await opened();
  await record('Bold', 'Tab');
  expect([room.recording, says()]).toEqual([false, texts.keysHint]);
  expect(room.preferences.settings.keys).toEqual({ keys: 'Ctrl+J' });
});
