import { mount, tick, unmount } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { MemoryHost } from '../host/memory';
import { eventOf } from '../state/ownKeys';
import { Room } from '../state/room.svelte';
import Drafts from './Drafts.svelte';
import Menu from './Menu.svelte';

const shown: Record<string, unknown>[] = [];
afterEach(async () => {
  for (const one of shown.splice(0)) await unmount(one);
  document.body.replaceChildren();
});

/** Waits for what a key has begun. */
async function settled() {
  await new Promise((resolve) => setTimeout(resolve));
  await tick();
}

async function opened() {
  const host = new MemoryHost({ one: '# One\n', two: '# Two\n', three: '# Three\n' });
  const room = new Room(host);
  await room.start();
  const target = document.body.appendChild(document.createElement('aside'));
  target.className = 'left';
  shown.push(mount(Drafts, { target, props: { room } }));
  await settled();
  const row = (draft: string) => target.querySelector<HTMLElement>(`[data-walk="${draft}"]`);
  const here = () => (document.activeElement as HTMLElement | null)?.dataset.walk;
  const press = async (key: string) => {
    document.activeElement?.dispatchEvent(eventOf(key));
    await settled();
  };
  /** A draft is no longer in the library. */
  const gone = async (draft: string) => {
    const { entries, folders } = room.library;
    host.emit('libraryChanged', { entries: entries.filter((entry) => entry.draft !== draft), folders });
    await settled();
  };
  return { room, target, row, here, press, gone };
}

describe('the list of drafts', () => {
  it('keeps the keyboard at the place of a row that goes to the trash', async () => {
    const { target, row, here, press, gone } = await opened();
    const before = [...target.querySelectorAll<HTMLElement>('[data-walk]')].map((one) => one.dataset.walk);
    row(before[1] ?? '')?.focus();
    await press('Delete');
    await gone(before[1] ?? '');
    expect(here()).toBe(before[2]);
  });

  it('keeps it when a draft that is not open gets another name, which is not given while a word is composed', async () => {
    const { row, here, press, target, room } = await opened();
    row('two')?.focus();
    await press('F2');
    const field = target.querySelector<HTMLInputElement>('.rename');
    if (!field) throw new Error('no field');
    field.value = 'deux';
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    await settled();
    expect(room.library.entry('deux')).toBeUndefined();
    await press('Enter');
    expect(room.library.entry('deux')).toBeDefined();
    expect(here()).toBeDefined();
  });

  it('takes no keyboard from the text', async () => {
    const { row, gone } = await opened();
    const text = document.body.appendChild(document.createElement('textarea'));
    row('two')?.focus();
    text.focus();
    await settled();
    text.remove();
    await gone('three');
    expect(document.activeElement).toBe(document.body);
  });

  it('leads from a row to its deeds by an arrow', async () => {
    const { row, press } = await opened();
    row('two')?.focus();
    await press('→');
    expect(document.activeElement?.className).toContain('menu-trigger');
  });

  it('gives the keyboard to its field again when it is asked for again', async () => {
    const { room, target, row } = await opened();
    room.focusSearch();
    await settled();
    row('two')?.focus();
    room.focusSearch();
    await settled();
    expect(document.activeElement).toBe(target.querySelector('.search'));
  });
});

describe('an open menu', () => {
  it('leaves chords and what it does not know to the window', async () => {
    const { room, row } = await opened();
    row('two')?.focus();
    room.menu.ofRow('Row', [{ label: 'Go', run: () => {} }], { left: 0, top: 0, bottom: 0 }, () => {});
    const { asked } = room.menu;
    if (!asked) throw new Error('no menu');
    shown.push(mount(Menu, { target: document.body, props: { room, asked } }));
    await settled();
    const heard: string[] = [];
    const hear = (event: KeyboardEvent) => heard.push(event.defaultPrevented ? 'taken' : event.key);
    document.body.addEventListener('keydown', hear);
    for (const key of ['Ctrl+.', 'Shift+F10', 'Ctrl+S', '↓', 'G'])
      document.activeElement?.dispatchEvent(eventOf(key));
    document.body.removeEventListener('keydown', hear);
    expect(heard).toEqual(['.', 'F10', 'S', 'taken', 'taken']);
  });
});
