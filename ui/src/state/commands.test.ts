import { keymap } from '@codemirror/view';
import { describe, expect, it } from 'vitest';
import { actions } from '../editor/actions';
import { scene } from '../editor/testing/scene';
import { MemoryHost } from '../host/memory';
import { type Command, commands, press, written } from './commands';
import { fitting } from './fuzzy';
import { Room } from './room.svelte';

/** The key event that a key of the table stands for. */
function event(key: string): KeyboardEvent {
  const arrows: Record<string, string> = {
    '↑': 'ArrowUp',
    '↓': 'ArrowDown',
    '←': 'ArrowLeft',
    '→': 'ArrowRight',
  };
  const parts = key.split('+');
  const last = parts.at(-1) ?? '';
  return new KeyboardEvent('keydown', {
    key: arrows[last] ?? last,
    ctrlKey: parts.includes('Ctrl'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
  });
}

/** A key of the table as the text's own table of keys has it. */
function bound(key: string): string {
  const { key: last, ctrlKey, altKey, shiftKey } = event(key);
  const name = last.length === 1 ? last.toLowerCase() : last;
  return `${ctrlKey ? 'Mod-' : ''}${altKey ? 'Alt-' : ''}${shiftKey ? 'Shift-' : ''}${name}`;
}

const bindings = scene('# T|\n').view.state.facet(keymap).flat();
const inText = bindings.flatMap(({ key, shift }) => [key, shift && `Shift-${key}`]);

/** Whether pressing the key does what the command does. */
function hasKeyPath(command: Command): boolean {
  if (command.of === 'text') return command.id in actions && inText.includes(bound(command.key));
  if (command.of === 'list') return /^((Shift\+)?[A-Z]|Space)$/.test(command.key);
  const mine = commands.find((one) => !one.of && one.key === written(event(command.key)));
  return mine === command;
}

describe.each(commands)('the command $id', (command) => {
  it('has a way by key', () => expect(hasKeyPath(command)).toBe(true));

  it('has a name that is spoken and is no other command’s', () => {
    expect(command.name).toMatch(/^\p{Lu}[\p{L} :,-]+$/u);
    expect(commands.filter(({ name }) => name === command.name)).toEqual([command]);
    expect(commands.filter(({ id }) => id === command.id)).toEqual([command]);
  });

  it('is the first in the palette under its name, and does something', () => {
    expect(fitting(command.name, commands, ({ name }) => name)[0]?.one).toBe(command);
    expect(command.run).toBeTypeOf('function');
  });
});

describe('the table of commands', () => {
  it('has each of the text’s actions', () => {
    const ids = commands.filter(({ of }) => of === 'text').map(({ id }) => id);
    expect(ids.sort()).toEqual(Object.keys(actions).sort());
  });

  it('asks for no key that needs AltGr', () => {
    const needs = ({ key }: Command) => key.startsWith('Ctrl+Alt+') && !/[↑↓]$/.test(key);
    expect(commands.filter(needs)).toEqual([]);
  });

  it('acts on keys of the window, and leaves those of the text to it', () => {
    const room = new Room(new MemoryHost());
    expect(press(room, event('Ctrl+?'))).toBe(true);
    expect(room.asking).toBe('keys');
    expect(press(room, event('Ctrl+B'))).toBe(false);
  });

  it('writes a key that is not seen by its name', () => {
    expect(written(new KeyboardEvent('keydown', { key: ' ', ctrlKey: true }))).toBe('Ctrl+Space');
    expect(written(new KeyboardEvent('keydown', { key: 'ArrowRight' }))).toBe('→');
  });

  it('offers what it can do now', async () => {
    const room = new Room(new MemoryHost({ draft: '# T\n' }));
    const ready = () => commands.filter((one) => one.ready?.(room) ?? true).map(({ id }) => id);
    expect(ready()).not.toContain('bold');
    await room.start();
    expect(ready()).toContain('bold');
    expect(ready()).not.toContain('keepMine');
  });

  it('is run from the palette, which goes first', async () => {
    const room = new Room(new MemoryHost());
    room.ask('palette');
    const [keys] = commands.filter(({ id }) => id === 'keys');
    if (keys) await room.choose(keys);
    expect(room.asking).toBe('keys');
  });
});
