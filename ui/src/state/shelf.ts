/** What can be done with the drafts as files: found, arranged, named, moved and gone between. */
import { texts } from '../texts';
import type { Command } from './commands';
import type { Room } from './room.svelte';

const isInLibrary = ({ entryHere }: Room) => entryHere !== null;

/** An action on the draft that is open, if the library has it. */
const onDraft = (
  id: string,
  name: string,
  key: string,
  act: (room: Room, entry: NonNullable<Room['entryHere']>) => void,
): Command => ({
  id,
  name,
  key,
  ready: isInLibrary,
  run: (room) => room.entryHere && act(room, room.entryHere),
});

export const shelf: Command[] = [
  {
    id: 'everywhere',
    name: 'Search in all drafts',
    key: 'Ctrl+Shift+F',
    run: (room) => void room.everywhere.show(false),
  },
  {
    id: 'replaceEverywhere',
    name: 'Replace in all drafts',
    key: 'Ctrl+Shift+H',
    run: (room) => void room.everywhere.show(true),
  },
  {
    id: 'nextPlace',
    name: 'Next place in all drafts',
    key: 'F4',
    run: (room) => void room.everywhere.step(1),
  },
  {
    id: 'placeBefore',
    name: 'The place before in all drafts',
    key: 'Shift+F4',
    run: (room) => void room.everywhere.step(-1),
  },
  { id: 'search', name: texts.search, key: 'Ctrl+Shift+E', run: (room) => room.focusSearch() },
  { id: 'arrange', name: texts.arrange, key: 'Ctrl+Shift+A', run: (room) => room.ask('arrange') },
  { id: 'newFolder', name: texts.newFolder, key: 'Ctrl+Shift+N', run: (room) => room.ask('newFolder') },
  onDraft('moveDraft', 'Move the draft to a folder', 'Ctrl+Shift+M', (room, entry) => room.askWhere(entry)),
  onDraft('rename', 'Rename the draft', 'F2', (room) => void room.beginRename()),
  onDraft(
    'duplicate',
    'Duplicate the draft',
    'Ctrl+Shift+D',
    (room, { draft }) => void room.duplicate(draft),
  ),
  onDraft(
    'trash',
    'Move the draft to the trash',
    'Ctrl+Shift+Delete',
    (room, entry) => void room.trash(entry),
  ),
  {
    id: 'restoreDraft',
    name: 'Bring back from the trash',
    key: 'Ctrl+Shift+T',
    run: (room) => void room.restore(),
  },
  onDraft('reveal', 'Show the draft in the file manager', 'Ctrl+Shift+R', (room, { draft }) => {
    void room.reveal(draft);
  }),
  {
    id: 'recent',
    name: 'Back to the draft before',
    key: 'Ctrl+Tab',
    run: (room) => room.recent.step(1),
  },
  {
    id: 'recentBack',
    name: 'The draft left longest ago',
    key: 'Ctrl+Shift+Tab',
    run: (room) => room.recent.step(-1),
  },
];
