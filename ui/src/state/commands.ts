/** Every action of the window with its key, in one table: the keys' handler and their sheet read it. */
import type { Room } from './room.svelte';

/** An action; `key` as it is written for the person, Ctrl standing for Cmd on macOS. */
export interface Command {
  id: string;
  name: string;
  key: string;
  /** Without it the key belongs to the editor, which acts by itself. */
  run?: (room: Room) => void;
}

export const commands: Command[] = [
  { id: 'new', name: 'New piece', key: 'Ctrl+N', run: (room) => room.ask('newPiece') },
  { id: 'open', name: 'Open a file', key: 'Ctrl+O', run: (room) => void room.openFile() },
  { id: 'save', name: 'Save', key: 'Ctrl+S', run: (room) => void room.save() },
  { id: 'export', name: 'Export', key: 'Ctrl+Shift+S', run: (room) => room.ask('export') },
  { id: 'search', name: 'Search the drafts', key: 'Ctrl+Shift+F', run: (room) => room.focusSearch() },
  { id: 'view', name: 'Cards or Markdown', key: 'Ctrl+/', run: (room) => room.toggleView() },
  {
    id: 'drafts',
    name: 'Drafts and outline',
    key: 'Ctrl+1',
    run: (room) => (room.overlay = room.overlay === 'drafts' ? null : 'drafts'),
  },
  { id: 'text', name: 'The text', key: 'Ctrl+2', run: (room) => room.focusText() },
  {
    id: 'preview',
    name: 'Preview',
    key: 'Ctrl+3',
    run: (room) => (room.overlay = room.overlay === 'preview' ? null : 'preview'),
  },
  { id: 'theme', name: 'Light, dark or as the system', key: 'Ctrl+Shift+L', run: (room) => room.nextTheme() },
  { id: 'keys', name: 'Keys', key: 'Ctrl+?', run: (room) => room.ask('keys') },
  { id: 'next', name: 'On to the next part', key: 'Enter' },
  { id: 'add', name: 'Add a point', key: 'Ctrl+Enter' },
  { id: 'remove', name: 'Remove an empty point', key: 'Backspace' },
  { id: 'up', name: 'Move the point up', key: 'Alt+Shift+↑' },
  { id: 'down', name: 'Move the point down', key: 'Alt+Shift+↓' },
  { id: 'before', name: 'The part before', key: 'Alt+PageUp' },
  { id: 'after', name: 'The part after', key: 'Alt+PageDown' },
  { id: 'bold', name: 'Bold', key: 'Ctrl+B' },
  { id: 'italic', name: 'Italic', key: 'Ctrl+I' },
  { id: 'link', name: 'Link', key: 'Ctrl+K' },
  { id: 'find', name: 'Find in the text', key: 'Ctrl+F' },
  { id: 'undo', name: 'Undo', key: 'Ctrl+Z' },
  { id: 'redo', name: 'Redo', key: 'Ctrl+Shift+Z' },
];

/** A key event written as in the table. */
export function written(event: KeyboardEvent): string {
  const named: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓' };
  const key = named[event.key] ?? (event.key.length === 1 ? event.key.toUpperCase() : event.key);
  // A sign that takes Shift to type carries it already.
  const shifted = event.shiftKey && (event.key.length > 1 || /[A-Z]/i.test(event.key));
  return [
    event.ctrlKey || event.metaKey ? 'Ctrl+' : '',
    event.altKey ? 'Alt+' : '',
    shifted ? 'Shift+' : '',
    key,
  ].join('');
}

/** Does what the key stands for; says whether it stood for anything. */
export function press(room: Room, event: KeyboardEvent): boolean {
  const key = written(event);
  const command = commands.find((one) => one.run && one.key === key);
  command?.run?.(room);
  return command !== undefined;
}
