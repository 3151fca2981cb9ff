/** Every action of the window with its key, in one table: the keys' handler and their sheet read it. */
import { panes } from './companion.svelte';
import type { Room } from './room.svelte';

/** An action; `key` as it is written for the person, Ctrl standing for Cmd on macOS. */
export interface Command {
  id: string;
  name: string;
  key: string;
  /** Without it the key belongs to the editor or to a list that has the focus, which act by themselves. */
  run?: (room: Room) => void;
}

export const commands: Command[] = [
  { id: 'new', name: 'New piece', key: 'Ctrl+N', run: (room) => room.ask('newPiece') },
  { id: 'open', name: 'Open a file', key: 'Ctrl+O', run: (room) => void room.openFile() },
  { id: 'save', name: 'Save and keep this text', key: 'Ctrl+S', run: (room) => void room.save() },
  { id: 'export', name: 'Export', key: 'Ctrl+Shift+S', run: (room) => room.ask('export') },
  { id: 'search', name: 'Search the drafts', key: 'Ctrl+Shift+F', run: (room) => room.focusSearch() },
  { id: 'view', name: 'Cards or Markdown', key: 'Ctrl+/', run: (room) => room.toggleView() },
  {
    id: 'drafts',
    name: 'Drafts and outline',
    key: 'Ctrl+1',
    run: (room) => (room.overlay = room.overlay === 'drafts' ? null : 'drafts'),
  },
  { id: 'text', name: 'The text', key: 'Ctrl+2', run: (room) => void room.backToText() },
  ...panes.map(({ pane, name, key }) => ({
    id: pane,
    name,
    key,
    run: (room: Room) => void room.companion.toggle(pane),
  })),
  {
    id: 'nextFinding',
    name: 'Next finding, or two texts',
    key: 'F8',
    run: (room) => void room.checks.next(1),
  },
  {
    id: 'findingBefore',
    name: 'The finding before',
    key: 'Shift+F8',
    run: (room) => void room.checks.next(-1),
  },
  {
    id: 'mendHere',
    name: 'Mend or ignore, at the caret',
    key: 'Ctrl+.',
    run: (room) => void room.checks.openMenu(),
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
  { id: 'mend', name: 'Checks: mend', key: 'F' },
  { id: 'ignore', name: 'Checks: ignore', key: 'I' },
  { id: 'ignoreRule', name: 'Checks: ignore the rule', key: 'Shift+I' },
  { id: 'mendAll', name: 'Checks: mend all that is safe', key: 'A' },
  { id: 'tick', name: 'Checks: tick off', key: 'Space' },
  { id: 'restore', name: 'History: restore all', key: 'R' },
  { id: 'restorePart', name: 'History: restore a part', key: 'P' },
  { id: 'name', name: 'History: name a text', key: 'N' },
  { id: 'keepMine', name: 'Two texts: keep mine', key: 'K' },
  { id: 'takeTheirs', name: 'Two texts: take theirs', key: 'T' },
  { id: 'both', name: 'Two texts: both', key: 'B' },
  { id: 'merge', name: 'Conflict copy: merge', key: 'M' },
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
