import { describe, expect, it } from 'vitest';
import { MemoryHost } from '../host/memory';
import { refused } from '../host/said';
import { texts } from '../texts';
import { commands } from './commands';
import { Room } from './room.svelte';

async function opened() {
  const host = new MemoryHost({ one: '# One\n', two: '# Two\n', three: '# Three\n' });
  const room = new Room(host);
  await room.start();
  const run = async (id: string) => {
    commands.find((command) => command.id === id)?.run(room);
    await settled();
  };
  return { host, room, run };
}

/** Waits for what a key has begun. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the drafts open of late', () => {
  it('are one step away without a key that is held', async () => {
    const { room, run } = await opened();
    await room.open('two');
    await run('recent');
    expect([room.draft?.draft, room.recent.ids.slice(0, 2)]).toEqual(['one', ['one', 'two']]);
    await run('recent');
    expect(room.draft?.draft).toBe('two');
  });

  it('are gone through while a key is held, and the one in hand opened when it is let go', async () => {
    const { room, run } = await opened();
    await room.open('two');
    await room.open('three');
    room.recent.held = true;
    await run('recent');
    await run('recent');
    expect([room.draft?.draft, room.recent.at, room.notices.spoken]).toEqual(['three', 2, 'one']);
    await run('recent');
    await run('recentBack');
    room.recent.release();
    await settled();
    expect([room.draft?.draft, room.recent.open]).toEqual(['one', false]);
  });

  it('can be looked at and left', async () => {
    const { room, run } = await opened();
    await room.open('two');
    room.recent.held = true;
    await run('recent');
    expect(room.escape()).toBe(true);
    expect([room.recent.open, room.draft?.draft]).toEqual([false, 'two']);
  });

  it('are one step away by a key that stands for the usual one, which is not held', async () => {
    const { room, run } = await opened();
    await room.open('two');
    const down = (isTrusted: boolean, ctrlKey: boolean) =>
      room.recent.heard({ ...new KeyboardEvent('keydown'), isTrusted, ctrlKey });
    down(true, true);
    expect(room.recent.held).toBe(true);
    room.recent.letGo();
    down(false, true);
    await run('recent');
    expect([room.recent.open, room.draft?.draft]).toEqual([false, 'one']);
    down(true, true);
    await run('recent');
    expect(room.recent.open).toBe(true);
    room.recent.away();
    expect([room.recent.open, room.recent.held]).toEqual([false, false]);
  });

  it('are none before a second one was open', async () => {
    const { room, run } = await opened();
    await run('recent');
    expect([room.recent.open, room.draft?.draft]).toEqual([false, 'one']);
  });
});

describe('a draft', () => {
  it('is moved to a folder that is made for it, and stays open with its place', async () => {
    const { host, room, run } = await opened();
    if (room.draft) room.draft.caret = 3;
    await run('moveDraft');
    expect([room.asking, room.filing.moving?.draft]).toEqual(['moveDraft', 'one']);
    if (room.filing.moving) await room.filing.move(room.filing.moving, 'old/spring');
    expect([room.draft?.draft, room.draft?.caret, host.folders]).toEqual([
      'old/spring/one',
      3,
      ['old/spring'],
    ]);
    expect([room.notices.shown?.sentence, room.asking]).toEqual([texts.movedTo('old/spring'), null]);
    expect(room.recent.ids).toEqual(['old/spring/one']);
    if (room.filing.entryHere) await room.filing.move(room.filing.entryHere, '');
    expect([room.draft?.draft, host.folders]).toEqual(['one', ['old/spring']]);
  });

  it('that is not open is moved without a change of what is', async () => {
    const { room } = await opened();
    const entry = room.library.entry('two');
    if (entry) await room.filing.move(entry, 'old');
    expect(room.draft?.draft).toBe('one');
    expect(room.library.entries.map(({ draft }) => draft)).toContain('old/two');
  });

  it('takes no key while it moves, and the text has the keyboard only then, also where it stays', async () => {
    const { host, room } = await opened();
    const seen: unknown[] = [];
    room.focusText = () => seen.push(['text', room.filing.goingOn, room.draft?.draft]);
    const { moveDraft } = host;
    host.moveDraft = (draft, folder) => {
      seen.push(['moves', room.filing.goingOn, room.asking]);
      return moveDraft.call(host, draft, folder);
    };
    if (room.filing.entryHere) room.filing.askWhere(room.filing.entryHere);
    if (room.filing.moving) await room.filing.move(room.filing.moving, 'old');
    expect(seen).toEqual([
      ['moves', true, null],
      ['text', false, 'old/one'],
    ]);
    host.moveDraft = async () => {
      throw refused('name-taken', 'It is there.', 'b');
    };
    if (room.filing.entryHere) await room.filing.move(room.filing.entryHere, '');
    expect(seen[2]).toEqual(['text', false, 'old/one']);
  });

  it('takes none either when another is moved meanwhile', async () => {
    const { host, room } = await opened();
    let end = () => {};
    const { moveDraft } = host;
    host.moveDraft = async (draft, folder) => {
      if (draft === 'one') await new Promise<void>((resolve) => (end = resolve));
      return moveDraft.call(host, draft, folder);
    };
    const [one, two] = ['one', 'two'].map((draft) => room.library.entry(draft));
    if (!one || !two) throw new Error('no drafts');
    const moved = room.filing.move(one, 'old');
    await room.filing.move(two, 'old');
    expect(room.filing.goingOn).toBe(true);
    const seen: string[] = [];
    room.focusText = () => seen.push('text');
    end();
    await moved;
    expect([room.filing.goingOn, seen]).toEqual([false, ['text']]);
  });

  it('that is moved from its row leaves the keyboard in the list', async () => {
    const { room } = await opened();
    const seen: unknown[] = [];
    room.focusText = () => seen.push('text');
    room.focusDrafts = (draft) => seen.push(draft);
    const entry = room.library.entry('two');
    for (const folder of ['old', null]) {
      if (entry) room.filing.askWhere(entry, true);
      if (entry && folder) await room.filing.move(entry, folder);
      else room.ask(null);
      await settled();
    }
    expect(seen).toEqual(['two', 'two']);
  });

  it('is renamed over its text, and left alone by an empty or the same name', async () => {
    const { room, run } = await opened();
    await run('rename');
    expect(room.filing.renaming).toBe(true);
    for (const name of ['', ' one ']) await room.filing.endRename(name);
    expect([room.filing.renaming, room.draft?.draft]).toEqual([false, 'one']);
    await run('rename');
    await room.filing.endRename('uno');
    expect([room.filing.renaming, room.draft?.draft]).toEqual([false, 'uno']);
  });

  it('is duplicated, shown, put into the trash and brought back', async () => {
    const { host, room, run } = await opened();
    await run('reveal');
    await run('duplicate');
    expect(room.draft?.draft).toBe('one copy');
    await room.open('one');
    await run('trash');
    expect(room.draft).toBeNull();
    await run('restoreDraft');
    expect([room.draft?.draft, room.notices.shown]).toEqual(['one', null]);
    expect(host.asked).toContain('reveal one');
  });
});

describe('the arrangement of the list', () => {
  it('is kept', async () => {
    const { host, room } = await opened();
    room.filing.arrange({ order: 'title' });
    room.filing.fold('old', true);
    room.filing.fold('older', true);
    room.filing.fold('old', false);
    expect(host.arrangement).toEqual({ order: 'title', state: null, tag: null, folded: ['older'] });
    expect(room.library.rows.map(({ entry }) => entry.name)).toEqual(['one', 'three', 'two']);
  });

  it('shows a folder that was made, which a filter leaves out', async () => {
    const { room } = await opened();
    await room.filing.makeFolder('new');
    const folders = () => room.library.lines.flatMap((line) => (line.kind === 'folder' ? line.folder : []));
    expect(folders()).toEqual(['new']);
    room.filing.arrange({ state: 'draft' });
    expect(folders()).toEqual([]);
  });
});
