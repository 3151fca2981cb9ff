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

const called = texts.commands;

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
  { id: 'new', name: called.new, key: 'Ctrl+N', run: (room) => room.ask('newPiece') },
  { id: 'open', name: called.open, key: 'Ctrl+O', run: (room) => void room.openFile() },
  {
    id: 'library',
    name: called.library,
    key: 'Ctrl+Shift+W',
    run: (room) => void room.chooseLibrary(),
  },
  { id: 'quickOpen', name: called.quickOpen, key: 'Ctrl+P', run: (room) => room.ask('quickOpen') },
  { id: 'save', name: called.save, key: 'Ctrl+S', run: (room) => void room.save() },
  { id: 'export', name: called.export, key: 'Ctrl+Shift+S', run: (room) => room.ask('export') },
  {
    id: 'saveCopy',
    name: called.saveCopy,
    key: 'F12',
    ready: hasDraft,
    run: (room) => void room.publishing.saveCopy(),
  },
  {
    id: 'print',
    name: called.print,
    key: 'Ctrl+Shift+F12',
    ready: hasDraft,
    run: (room) => void room.publishing.print(),
  },
  {
    id: 'footer',
    name: called.footer,
    key: 'Ctrl+Shift+O',
    ready: hasDraft,
    run: (room) => room.ask('footers'),
  },
  {
    id: 'published',
    name: called.published,
    key: 'Ctrl+Shift+Y',
    ready: hasDraft,
    run: (room) => void room.publishing.markPublished(),
  },
  {
    id: 'picture',
    name: called.picture,
    key: 'Ctrl+Shift+G',
    ready: hasDraft,
    run: (room) => room.pictures.choose(),
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
    name: called.replace,
    key: 'Ctrl+H',
    ready: hasDraft,
    run: (room) => void room.find.show(true),
  },
  { id: 'findNext', name: called.findNext, key: 'F3', ready: hasDraft, run: (room) => room.find.step(1) },
  {
    id: 'findBefore',
    name: called.findBefore,
    key: 'Shift+F3',
    ready: hasDraft,
    run: (room) => room.find.step(-1),
  },
  { id: 'view', name: called.view, key: 'Ctrl+/', run: (room) => room.toggleView() },
  {
    id: 'drafts',
    name: called.drafts,
    key: 'Ctrl+1',
    run: (room) => room.toDrafts(),
  },
  { id: 'text', name: called.text, key: 'Ctrl+2', run: (room) => void room.backToText() },
  ...panes.map(({ pane, name, key }) => ({
    id: pane,
    name,
    key,
    run: (room: Room) => void room.companion.toggle(pane),
  })),
  {
    id: 'nextFinding',
    name: called.nextFinding,
    key: 'F8',
    run: (room) => void room.checks.next(1),
  },
  {
    id: 'findingBefore',
    name: called.findingBefore,
    key: 'Shift+F8',
    run: (room) => void room.checks.next(-1),
  },
  {
    id: 'mendHere',
    name: called.mendHere,
    key: 'Ctrl+.',
    run: (room) => void room.menu.mend(),
  },
  {
    id: 'menu',
    name: called.menu,
    key: 'Shift+F10',
    ready: hasDraft,
    run: (room) => void room.menu.ofText(),
  },
  {
    id: 'nextWord',
    name: called.nextWord,
    key: 'F7',
    ready: hasDraft,
    run: (room) => void room.spelling.next(1),
  },
  {
    id: 'wordBefore',
    name: called.wordBefore,
    key: 'Shift+F7',
    ready: hasDraft,
    run: (room) => void room.spelling.next(-1),
  },
  {
    id: 'addWord',
    name: called.addWord,
    key: 'Ctrl+F7',
    ready: hasWord,
    run: ({ spelling }) => spelling.here && void spelling.add(spelling.here.text),
  },
  {
    id: 'passWord',
    name: called.passWord,
    key: 'Ctrl+Shift+F7',
    ready: hasWord,
    run: ({ spelling }) => spelling.here && void spelling.ignore(spelling.here.text),
  },
  { id: 'theme', name: called.theme, key: 'Ctrl+Shift+L', run: (room) => room.preferences.nextTheme() },
  { id: 'focus', name: called.focus, key: 'F9', run: (room) => room.preferences.toggle('focus') },
  {
    id: 'typewriter',
    name: called.typewriter,
    key: 'Shift+F9',
    run: (room) => room.preferences.toggle('typewriter'),
  },
  {
    id: 'fullScreen',
    name: called.fullScreen,
    key: 'F11',
    run: (room) => void room.preferences.fullScreen(),
  },
  {
    id: 'session',
    name: called.session,
    key: 'Ctrl+F9',
    run: (room) => void room.preferences.toggleSession(),
  },
  { id: 'goals', name: texts.goals, key: 'Ctrl+Shift+B', run: (room) => room.ask('goals') },
  { id: 'models', name: texts.models, key: 'Ctrl+Shift+J', run: (room) => room.ask('models') },
  { id: 'palette', name: texts.palette, key: 'Ctrl+Shift+P', run: (room) => room.ask('palette') },
  { id: 'settings', name: called.settings, key: 'Ctrl+,', run: (room) => room.ask('settings') },
  { id: 'keys', name: called.keys, key: 'Ctrl+?', run: (room) => room.ask('keys') },

  text('next', called.next, 'Enter'),
  text('add', called.add, 'Ctrl+Enter'),
  text('remove', called.remove, 'Backspace'),
  text('up', called.up, 'Alt+Shift+↑'),
  text('down', called.down, 'Alt+Shift+↓'),
  text('before', called.before, 'Alt+PageUp'),
  text('after', called.after, 'Alt+PageDown'),
  text('fold', called.fold, 'Alt+Shift+←'),
  text('unfold', called.unfold, 'Alt+Shift+→'),
  text('bold', called.bold, 'Ctrl+B'),
  text('italic', called.italic, 'Ctrl+I'),
  text('link', called.link, 'Ctrl+K'),
  text('footnote', called.footnote, 'Ctrl+Shift+K'),
  { ...text('cut', called.cut, 'Ctrl+X'), ready: hasSelection },
  { ...text('copy', called.copy, 'Ctrl+C'), ready: hasSelection },
  text('paste', called.paste, 'Ctrl+V'),
  text('pastePlain', called.pastePlain, 'Ctrl+Shift+V'),
  text('selectAll', called.selectAll, 'Ctrl+A'),
  text('nextSame', called.nextSame, 'Ctrl+D'),
  text('caretAbove', called.caretAbove, 'Ctrl+Alt+↑'),
  text('caretBelow', called.caretBelow, 'Ctrl+Alt+↓'),
  text('undo', called.undo, 'Ctrl+Z'),
  text('redo', called.redo, 'Ctrl+Shift+Z'),

  list('mend', called.mend, 'F', hasFinding, ({ checks }) => checks.here && checks.mend(checks.here.id)),
  list(
    'ignore',
    called.ignore,
    'I',
    hasFinding,
    ({ checks }) => checks.here && void checks.ignore(checks.here),
  ),
  list('ignoreRule', called.ignoreRule, 'Shift+I', hasFinding, ({ checks }) => {
    if (checks.here) checks.heedRule(checks.here.rule, false);
  }),
  list('mendAll', called.mendAll, 'A', hasSafe, ({ checks }) => void checks.mendAll()),
  list('tick', called.tick, 'Space', hasDraft, ({ companion }) => void companion.toggle('checks')),

  list('restore', called.restore, 'R', hasMoment, ({ companion }) => companion.history.restoreShown()),
  list('restorePart', called.restorePart, 'P', hasMoment, ({ companion }) => companion.history.chooseShown()),
  list('name', called.name, 'N', hasMoment, ({ companion }) => companion.history.nameShown()),
  list('keepMine', called.keepMine, 'K', hasConflicts, ({ companion }) => void companion.settle('mine')),
  list(
    'takeTheirs',
    called.takeTheirs,
    'T',
    hasConflicts,
    ({ companion }) => void companion.settle('theirs'),
  ),
  list('both', called.both, 'B', hasConflicts, ({ companion }) => void companion.settle('both')),
  list(
    'merge',
    called.merge,
    'M',
    ({ filing }) => filing.copyHere !== null,
    ({ filing }) => void (filing.copyHere && filing.merge(filing.copyHere)),
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
    ' ': 'Space',
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
export const keyOf = ({ preferences }: Room, { id, key }: Command): string =>
  preferences.settings.keys[id] ?? key;

/** The key of the command of this id, as it is shown beside what does the same; nothing where there is none. */
export function keyNamed(room: Room, id: string): string {
  const command = commands.find((one) => one.id === id);
  return command ? keyOf(room, command) : '';
}

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
