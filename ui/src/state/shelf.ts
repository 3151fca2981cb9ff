/** What can be done with the drafts as files: found, arranged, named, moved and gone between. */
import type { Entry } from '../host/host';
import { texts } from '../texts';
import type { Command } from './commands';
import type { Filing } from './filing.svelte';
import type { Room } from './room.svelte';

const called = texts.commands;

const isInLibrary = ({ filing }: Room) => filing.entryHere !== null;

/** An action on the draft that is open, if the library has it. */
const onDraft = (
  id: string,
  name: string,
  key: string,
  act: (filing: Filing, entry: Entry) => void,
): Command => ({
  id,
  name,
  key,
  ready: isInLibrary,
  run: ({ filing }) => filing.entryHere && act(filing, filing.entryHere),
});

export const shelf: Command[] = [
  {
    id: 'everywhere',
    name: called.everywhere,
    key: 'Ctrl+Shift+F',
    run: (room) => void room.everywhere.show(false),
  },
  {
    id: 'replaceEverywhere',
    name: called.replaceEverywhere,
    key: 'Ctrl+Shift+H',
    run: (room) => void room.everywhere.show(true),
  },
  {
    id: 'nextPlace',
    name: called.nextPlace,
    key: 'F4',
    run: (room) => void room.everywhere.step(1),
  },
  {
    id: 'placeBefore',
    name: called.placeBefore,
    key: 'Shift+F4',
    run: (room) => void room.everywhere.step(-1),
  },
  { id: 'search', name: texts.search, key: 'Ctrl+Shift+E', run: (room) => room.focusSearch() },
  { id: 'arrange', name: texts.arrange, key: 'Ctrl+Shift+A', run: (room) => room.ask('arrange') },
  { id: 'newFolder', name: texts.newFolder, key: 'Ctrl+Shift+N', run: (room) => room.ask('newFolder') },
  onDraft('moveDraft', called.moveDraft, 'Ctrl+Shift+M', (filing, entry) => filing.askWhere(entry)),
  onDraft('rename', called.rename, 'F2', (filing) => void filing.beginRename()),
  onDraft('duplicate', called.duplicate, 'Ctrl+Shift+D', (filing, { draft }) => void filing.duplicate(draft)),
  onDraft('trash', called.trash, 'Ctrl+Shift+Delete', (filing, entry) => void filing.trash(entry)),
  {
    id: 'restoreDraft',
    name: called.restoreDraft,
    key: 'Ctrl+Shift+T',
    run: (room) => void room.filing.restore(),
  },
  onDraft('reveal', called.reveal, 'Ctrl+Shift+R', (filing, { draft }) => void filing.reveal(draft)),
  {
    id: 'recent',
    name: called.recent,
    key: 'Ctrl+Tab',
    run: (room) => room.recent.step(1),
  },
  {
    id: 'recentBack',
    name: called.recentBack,
    key: 'Ctrl+Shift+Tab',
    run: (room) => room.recent.step(-1),
  },
];
