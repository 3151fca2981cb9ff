/** Every action of the window with its key, in one table: the keys' handler, their sheet and the palette read it. */

import type { Action } from '../editor';
import { texts } from '../texts';
import { panes } from './companion.svelte';
import type { Room } from './room.svelte';
import { shelf } from './shelf';

/** An action; `key` as it is written for the person, Ctrl standing for Cmd on macOS. */
export interface Command {
  id: string;
  /** What it is called, in the sheet of keys, in the palette and by a screen reader. */
  name: string;
  key: string;
  run: (room: Room) => void;
  /** Whose key it is, if not the window's: the text and the lists act on theirs by themselves. */
  of?: 'text' | 'list';
  /** Whether it can do anything now; without it, always. */
  ready?: (room: Room) => boolean;
}

const hasDraft = ({ draft }: Room) => draft !== null;
const hasConflicts = ({ draft }: Room) => (draft?.conflicts.length ?? 0) > 0;
const hasFinding = ({ checks }: Room) => checks.here !== null;
const hasWord = ({ spelling }: Room) => spelling.here !== null;
const hasSelection = ({ draft }: Room) => (draft?.selected ?? '') !== '';
const hasSafe = ({ draft }: Room) => (draft?.findings.safe ?? 0) > 0;
const hasMoment = ({ companion }: Room) => companion.history.shown !== null;

/** An action of the text, which has the key itself. */
const text = (id: Action, name: string, key: string): Command => ({
  id,
  name,
  key,
  of: 'text',
  ready: hasDraft,
  run: (room) => void room.act(id),
});

/** An action on what a list shows, whose key is a letter while the list has the keyboard. */
const list = (
  id: string,
  name: string,
  key: string,
  ready: Command['ready'],
  run: Command['run'],
): Command => ({
  id,
  name,
  key,
  of: 'list',
  run,
  ready,
});

export const commands: Command[] = [
  { id: 'new', name: 'New piece', key: 'Ctrl+N', run: (room) => room.ask('newPiece') },
  { id: 'open', name: 'Open a file', key: 'Ctrl+O', run: (room) => void room.openFile() },
  {
    id: 'library',
    name: 'Choose the folder of the drafts',
    key: 'Ctrl+Shift+W',
    run: (room) => void room.chooseLibrary(),
  },
  { id: 'quickOpen', name: 'Drafts by name', key: 'Ctrl+P', run: (room) => room.ask('quickOpen') },
  { id: 'save', name: 'Save and keep this text', key: 'Ctrl+S', run: (room) => void room.save() },
  { id: 'export', name: 'Export', key: 'Ctrl+Shift+S', run: (room) => room.ask('export') },
  {
    id: 'saveCopy',
    name: 'Save a copy',
    key: 'F12',
    ready: hasDraft,
    run: (room) => void room.saveCopy(),
  },
  { id: 'print', name: 'Print', key: 'Ctrl+Shift+F12', ready: hasDraft, run: (room) => void room.print() },
  {
    id: 'footer',
    name: 'Put a footer at the end',
    key: 'Ctrl+Shift+O',
    ready: hasDraft,
    run: (room) => room.ask('footers'),
  },
  {
    id: 'published',
    name: 'Mark as published',
    key: 'Ctrl+Shift+Y',
    ready: hasDraft,
    run: (room) => void room.markPublished(),
  },
  {
    id: 'picture',
    name: 'Insert pictures',
    key: 'Ctrl+Shift+G',
    ready: hasDraft,
    run: (room) => room.choosePictures(),
  },
  ...shelf,
  {
    id: 'find',
    name: texts.findInText,
    key: 'Ctrl+F',
    ready: hasDraft,
    run: (room) => void room.find.show(),
  },
  {
    id: 'replace',
    name: 'Find and replace',
    key: 'Ctrl+H',
    ready: hasDraft,
    run: (room) => void room.find.show(true),
  },
  { id: 'findNext', name: 'Find the next one', key: 'F3', ready: hasDraft, run: (room) => room.find.step(1) },
  {
    id: 'findBefore',
    name: 'Find the one before',
    key: 'Shift+F3',
    ready: hasDraft,
    run: (room) => room.find.step(-1),
  },
  { id: 'view', name: 'Cards or Markdown', key: 'Ctrl+/', run: (room) => room.toggleView() },
  {
    id: 'drafts',
    name: 'Drafts and outline',
    key: 'Ctrl+1',
    run: (room) => room.toDrafts(),
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
    run: (room) => void room.menu.mend(),
  },
  {
    id: 'menu',
    name: 'What can be done here',
    key: 'Shift+F10',
    ready: hasDraft,
    run: (room) => void room.menu.ofText(),
  },
  {
    id: 'nextWord',
    name: 'Next misspelt word',
    key: 'F7',
    ready: hasDraft,
    run: (room) => void room.spelling.next(1),
  },
  {
    id: 'wordBefore',
    name: 'The misspelt word before',
    key: 'Shift+F7',
    ready: hasDraft,
    run: (room) => void room.spelling.next(-1),
  },
  {
    id: 'addWord',
    name: 'Add to my dictionary',
    key: 'Ctrl+F7',
    ready: hasWord,
    run: ({ spelling }) => spelling.here && void spelling.add(spelling.here.text),
  },
  {
    id: 'passWord',
    name: 'Ignore in this draft',
    key: 'Ctrl+Shift+F7',
    ready: hasWord,
    run: ({ spelling }) => spelling.here && void spelling.ignore(spelling.here.text),
  },
  { id: 'theme', name: 'Light, dark or as the system', key: 'Ctrl+Shift+L', run: (room) => room.nextTheme() },
  { id: 'focus', name: 'Focus on the paragraph', key: 'F9', run: (room) => room.toggle('focus') },
  {
    id: 'typewriter',
    name: 'Typewriter, the line in the middle',
    key: 'Shift+F9',
    run: (room) => room.toggle('typewriter'),
  },
  { id: 'fullScreen', name: 'Full screen', key: 'F11', run: (room) => void room.fullScreen() },
  {
    id: 'session',
    name: 'Session and clock in the status line',
    key: 'Ctrl+F9',
    run: (room) => void room.toggleSession(),
  },
  { id: 'goals', name: texts.goals, key: 'Ctrl+Shift+B', run: (room) => room.ask('goals') },
  { id: 'models', name: texts.models, key: 'Ctrl+Shift+J', run: (room) => room.ask('models') },
  { id: 'palette', name: texts.palette, key: 'Ctrl+Shift+P', run: (room) => room.ask('palette') },
  { id: 'settings', name: 'Settings', key: 'Ctrl+,', run: (room) => room.ask('settings') },
  { id: 'keys', name: 'Keys', key: 'Ctrl+?', run: (room) => room.ask('keys') },

  text('next', 'On to the next part', 'Enter'),
  text('add', 'Add a point', 'Ctrl+Enter'),
  text('remove', 'Remove an empty point', 'Backspace'),
  text('up', 'Move the point up', 'Alt+Shift+↑'),
  text('down', 'Move the point down', 'Alt+Shift+↓'),
  text('before', 'The part before', 'Alt+PageUp'),
  text('after', 'The part after', 'Alt+PageDown'),
  text('fold', 'Fold the point', 'Alt+Shift+←'),
  text('unfold', 'Unfold the point', 'Alt+Shift+→'),
  text('bold', 'Bold', 'Ctrl+B'),
  text('italic', 'Italic', 'Ctrl+I'),
  text('link', 'Link', 'Ctrl+K'),
  text('footnote', 'Footnote: a new one, or there and back', 'Ctrl+Shift+K'),
  { ...text('cut', 'Cut', 'Ctrl+X'), ready: hasSelection },
  { ...text('copy', 'Copy', 'Ctrl+C'), ready: hasSelection },
  text('paste', 'Paste', 'Ctrl+V'),
  text('pastePlain', 'Paste as plain text', 'Ctrl+Shift+V'),
  text('selectAll', 'Select all', 'Ctrl+A'),
  text('nextSame', 'Select the next same words too', 'Ctrl+D'),
  text('caretAbove', 'A caret more above', 'Ctrl+Alt+↑'),
  text('caretBelow', 'A caret more below', 'Ctrl+Alt+↓'),
  text('undo', 'Undo', 'Ctrl+Z'),
  text('redo', 'Redo', 'Ctrl+Shift+Z'),

  list('mend', 'Checks: mend', 'F', hasFinding, ({ checks }) => checks.here && checks.mend(checks.here.id)),
  list(
    'ignore',
    'Checks: ignore',
    'I',
    hasFinding,
    ({ checks }) => checks.here && void checks.ignore(checks.here),
  ),
  list('ignoreRule', 'Checks: ignore the rule', 'Shift+I', hasFinding, ({ checks }) => {
    if (checks.here) checks.heedRule(checks.here.rule, false);
  }),
  list('mendAll', 'Checks: mend all that is safe', 'A', hasSafe, ({ checks }) => void checks.mendAll()),
  list('tick', 'Checks: tick off', 'Space', hasDraft, ({ companion }) => void companion.toggle('checks')),

  list('restore', 'History: restore all', 'R', hasMoment, ({ companion }) =>
    companion.history.restoreShown(),
  ),
  list('restorePart', 'History: restore a part', 'P', hasMoment, ({ companion }) =>
    companion.history.chooseShown(),
  ),
  list('name', 'History: name a text', 'N', hasMoment, ({ companion }) => companion.history.nameShown()),
  list(
    'keepMine',
    'Two texts: keep mine',
    'K',
    hasConflicts,
    ({ companion }) => void companion.settle('mine'),
  ),
  list(
    'takeTheirs',
    'Two texts: take theirs',
    'T',
    hasConflicts,
    ({ companion }) => void companion.settle('theirs'),
  ),
  list('both', 'Two texts: both', 'B', hasConflicts, ({ companion }) => void companion.settle('both')),
  list(
    'merge',
    'Conflict copy: merge',
    'M',
    (room) => room.copyHere !== null,
    (room) => void (room.copyHere && room.merge(room.copyHere)),
  ),
];

/** A key event written as in the table. */
export function written(event: KeyboardEvent): string {
  const named: Record<string, string> = {
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
    ContextMenu: 'Shift+F10',
  };
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

/** The key of a command: the person's own, else the usual one. */
export const keyOf = ({ settings }: Room, { id, key }: Command): string => settings.keys[id] ?? key;

/** Whether a key asks for the menu of what has the keyboard. */
export function asksForMenu(event: KeyboardEvent): boolean {
  return written(event) === commands.find(({ id }) => id === 'menu')?.key;
}

/** Does what the key stands for; says whether it stood for anything. */
export function press(room: Room, event: KeyboardEvent): boolean {
  const key = written(event);
  const command = commands.find((one) => !one.of && one.key === key);
  command?.run(room);
  return command !== undefined;
}
