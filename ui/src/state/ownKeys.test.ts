import { describe, expect, it, vi } from 'vitest';
import { scene } from '../editor/testing/scene';
import { MemoryHost } from '../host/memory';
import { type Command, commands, keyOf, press } from './commands';
import { eventOf, rekey, takeOver } from './ownKeys';
import { Room } from './room.svelte';

const named = (id: string): Command => {
  const command = commands.find((one) => one.id === id);
  if (!command) throw new Error(id);
  return command;
};

/** Waits for what a key has begun. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A window that hears keys as the real one does, with a field and a list's row to press them in. */
function window() {
  const host = new MemoryHost({ draft: '# T\n' });
  const room = new Room(host);
  const field = document.createElement('textarea');
  const row = document.createElement('button');
  const heard: string[] = [];
  const root = document.createElement('div');
  root.append(field, row);
  root.addEventListener('keydown', (event) => takeOver(room, event) && event.stopPropagation(), true);
  root.addEventListener('keydown', (event) => heard.push(event.key));
  root.addEventListener('keydown', (event) => press(room, event));
  const pressed = (key: string, at: HTMLElement = field) => at.dispatchEvent(eventOf(key));
  return { host, room, field, row, heard, pressed };
}

describe('a key of one’s own', () => {
  it('does what the usual one does, which does nothing any more', () => {
    const { host, room, pressed } = window();
    expect(rekey(room, named('keys'), 'Ctrl+J')).toBeNull();
    expect(host.settings.keys).toEqual({ keys: 'Ctrl+J' });
    pressed('Ctrl+?');
    expect(room.asking).toBeNull();
    pressed('Ctrl+J');
    expect(room.asking).toBe('keys');
  });

  it('reaches the text as the usual key does', () => {
    const { room } = window();
    rekey(room, named('footnote'), 'Alt+N');
    const { view } = scene('# T\n\nA word|\n');
    view.contentDOM.addEventListener(
      'keydown',
      (event) => takeOver(room, event) && event.stopPropagation(),
      true,
    );
    view.contentDOM.dispatchEvent(eventOf('Alt+N'));
    expect(view.state.doc.toString()).toContain('[^1]');
  });

  it('does in the text what the web view does by itself only for a pressed key', () => {
    const { room } = window();
    const act = vi.spyOn(room, 'act').mockResolvedValue();
    for (const [id, key] of Object.entries({ paste: 'Alt+V', copy: 'F6', italic: 'Alt+I' }))
      rekey(room, named(id), key);
    const { contentDOM } = scene('# T\n\nA word|\n').view;
    contentDOM.addEventListener('keydown', (event) => takeOver(room, event) && event.stopPropagation(), true);
    for (const key of ['Alt+V', 'F6', 'Alt+I']) contentDOM.dispatchEvent(eventOf(key));
    expect(act.mock.calls).toEqual([['paste'], ['copy']]);
  });

  it('of the text leaves the usual one to fields', () => {
    const { room, field, row, heard, pressed } = window();
    rekey(room, named('paste'), 'Alt+V');
    pressed('Ctrl+V', field);
    pressed('Ctrl+V', row);
    expect(heard).toEqual(['V', 'V']);
  });

  it('of a list is no key but a letter, and Space goes on pressing buttons', () => {
    const { room, row, heard, pressed } = window();
    for (const key of ['Space', 'Enter', '↓', '1', 'Ctrl+J', 'F6'])
      expect(rekey(room, named('tick'), key === 'Space' ? 'Shift+Space' : key)).toContain('no letter');
    expect(rekey(room, named('ignore'), 'Space')).toContain('no letter');
    expect(rekey(room, named('tick'), 'Shift+Ö')).toBeNull();
    pressed('Space', row);
    expect(heard).toEqual([' ']);
  });

  it('of a list is a letter, and stays one where something is typed', () => {
    const { room, row, field, heard, pressed } = window();
    rekey(room, named('ignore'), 'X');
    pressed('X', row);
    pressed('I', row);
    pressed('X', field);
    expect(heard).toEqual(['I', 'X']);
  });

  it('is refused where it types or is another’s, and the usual one comes back', async () => {
    const { host, room } = window();
    expect(rekey(room, named('bold'), 'J')).toContain('types');
    expect(rekey(room, named('bold'), 'Ctrl+I')).toContain('Italic');
    // Which of two lists has the keyboard, a key cannot tell.
    expect(rekey(room, named('mend'), 'R')).toContain(named('restore').name);
    expect(host.settings.keys).toEqual({});
    rekey(room, named('bold'), 'F6');
    expect(keyOf(room, named('bold'))).toBe('F6');
    rekey(room, named('bold'), null);
    await settled();
    expect(host.settings.keys).toEqual({});
  });

  it('stands for neither of two that a hand gave it to in the settings', () => {
    const { room, row, heard, pressed } = window();
    room.preferences.keep({ keys: { mend: 'X', restore: 'X' } });
    pressed('X', row);
    expect(heard).toEqual(['X']);
  });

  it('leaves a key that types to typing', () => {
    const { room, heard, pressed } = window();
    rekey(room, named('next'), 'Alt+J');
    pressed('Enter');
    expect(heard).toEqual(['Enter']);
  });
});
