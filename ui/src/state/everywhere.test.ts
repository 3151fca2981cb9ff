import { ChangeSet } from '@codemirror/state';
import { describe, expect, it, vi } from 'vitest';
import { Editor, type EditorEvents } from '../editor';
import { silent } from '../editor/testing/silent';
import type { Trouble } from '../host/host';
import { MemoryHost } from '../host/memory';
import { said } from '../host/said';
import { texts } from '../texts';
import { Room } from './room.svelte';

const DRAFTS = {
  one: '# The ferry\n\nA Ferry waits.\nNo ferryman.\n',
  two: '# Trains\n\nNone.\n',
  'old/three': 'ferry',
};

/** A window on the first draft. */
async function opened() {
  const host = new MemoryHost(DRAFTS);
  const room = new Room(host);
  const events: EditorEvents = {
    ...silent,
    change: (changes) => room.draft?.changed(changes),
    caret: (_pos, _line, selected) => Object.assign(room.draft ?? {}, { selected }),
  };
  const editor = new Editor(document.createElement('div'), '', events, texts);
  room.editor = editor;
  await room.start();
  room.draft?.show(editor);
  /** What the page does when another draft is opened. */
  room.focusText = () => {
    if (room.draft && editor.text() !== host.text(room.draft.draft)) room.draft.show(editor);
  };
  const { everywhere } = room;
  const seek = async (words: string) => {
    everywhere.seek(words);
    await everywhere.look();
  };
  return { host, room, editor, everywhere, seek };
}

describe('looking through all drafts', () => {
  it('gathers the places under their drafts, and says how many there are', async () => {
    const { everywhere, room, seek } = await opened();
    await everywhere.show(false);
    expect([room.asking, everywhere.says]).toEqual(['everywhere', '']);
    await seek('ferry');
    expect(everywhere.groups.map(({ draft, places }) => [draft, places.length])).toEqual([
      ['one', 3],
      ['old/three', 1],
    ]);
    expect(everywhere.says).toBe('4 places in 2 drafts');
    expect(everywhere.groups[1]).toMatchObject({ title: 'three', folder: 'old', open: true });
    await seek('nobody');
    expect(everywhere.says).toBe(texts.nothingFound);
  });

  it('heeds capitals, whole words and patterns, and says what is no pattern', async () => {
    const { everywhere, seek } = await opened();
    await seek('ferry');
    everywhere.toggle('wholeWord');
    await everywhere.look();
    expect(everywhere.says).toBe('3 places in 2 drafts');
    everywhere.toggle('matchCase');
    await everywhere.look();
    expect(everywhere.says).toBe('2 places in 2 drafts');
    everywhere.toggle('regexp');
    await seek('(');
    expect([everywhere.bad, everywhere.groups]).toEqual([texts.notRegexp, []]);
    await seek('f.rry');
    expect(everywhere.bad).toBe('');
  });

  it('looks once for letters that come one after the other', async () => {
    const { host, everywhere } = await opened();
    const find = vi.spyOn(host, 'find');
    vi.useFakeTimers();
    for (const words of ['f', 'fe', 'fer']) everywhere.seek(words);
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    expect(find).toHaveBeenCalledTimes(1);
    expect(everywhere.says).toBe('4 places in 2 drafts');
  });

  it('drops an answer that a later look has overtaken', async () => {
    const { everywhere } = await opened();
    everywhere.seek('ferry');
    const first = everywhere.look();
    everywhere.seek('trains');
    await Promise.all([first, everywhere.look()]);
    expect(everywhere.groups.map(({ draft }) => draft)).toEqual(['two']);
  });

  it('folds a draft, and folds unasked what stands behind many places', async () => {
    const { everywhere, seek } = await opened();
    await seek('ferry');
    const [group] = everywhere.groups;
    if (group) everywhere.fold(group, true);
    expect(everywhere.groups.map(({ open }) => open)).toEqual([false, true]);
    const many = new MemoryHost({ a: 'x'.repeat(400), b: 'x' });
    const room = new Room(many);
    room.everywhere.seek('x');
    await room.everywhere.look();
    expect(room.everywhere.groups.map(({ open }) => open)).toEqual([true, false]);
  });
});

describe('a place', () => {
  it('is opened and selected in its draft, and the next one after it', async () => {
    const { room, editor, everywhere, seek } = await opened();
    const selected = () => {
      const { anchor, head } = editor.at();
      return [room.draft?.draft, anchor, editor.text().slice(anchor, head)];
    };
    await everywhere.show(false);
    await seek('ferry');
    await everywhere.visit('one', 1);
    expect([room.asking, ...selected()]).toEqual([null, 'one', 15, 'Ferry']);
    await everywhere.step(1);
    await everywhere.step(1);
    expect(selected()).toEqual(['old/three', 0, 'ferry']);
    expect(room.notices.spoken).toBe('4 of 4, old/three');
    await everywhere.step(1);
    expect(selected()).toEqual(['one', 6, 'ferry']);
    await everywhere.step(-1);
    expect(room.draft?.draft).toBe('old/three');
  });

  it('is found nearby when the text has changed before it since', async () => {
    const { editor, everywhere, seek } = await opened();
    await seek('Ferry waits');
    editor.apply(ChangeSet.of({ from: 0, insert: 'Before.\n\n' }, editor.doc.length), 'structure');
    await everywhere.visit('one', 0);
    expect(editor.text().slice(editor.at().anchor, editor.at().head)).toBe('Ferry waits');
  });

  it('is not taken for new words when the page is opened again, but other selected words are', async () => {
    const { room, editor, everywhere, seek } = await opened();
    everywhere.toggle('regexp');
    await seek('f.rry w');
    await everywhere.visit('one', 0);
    await everywhere.show(false);
    expect(everywhere.words).toBe('f.rry w');
    room.escape();
    expect(room.asking).toBeNull();
    editor.select(0, 2, 'The');
    await everywhere.show(false);
    expect(everywhere.words).toBe('The');
  });
});

describe('replacing in all drafts', () => {
  it('shows what changes first, leaves out what is left out, and says what was done', async () => {
    const { host, room, editor, everywhere, seek } = await opened();
    await everywhere.show(true);
    await seek('ferry');
    everywhere.replaceBy('boat');
    await everywhere.look();
    expect(everywhere.groups[0]?.places[0]).toMatchObject({ found: 'ferry', becomes: 'boat' });
    expect(everywhere.toChange).toEqual({ places: 4, drafts: 2, more: false });
    everywhere.leaveOut('old/three');
    expect(everywhere.toChange).toEqual({ places: 3, drafts: 1, more: false });
    await everywhere.replaceAll();
    expect(room.notices.shown?.sentence).toBe(texts.replacedEverywhere(3, 1));
    expect(host.text('one')).toBe('# The boat\n\nA boat waits.\nNo boatman.\n');
    expect(host.text('old/three')).toBe('ferry');
    expect(everywhere.says).toBe('1 place in 1 draft');
    // The draft that is open is edited in its text, in one step.
    editor.undo();
    expect(host.text('one')).toBe(DRAFTS.one);
  });

  it('does nothing where nothing is to change, and tells what stayed as it was', async () => {
    const { host, room, everywhere, seek } = await opened();
    const replace = vi.spyOn(host, 'replace');
    await everywhere.show(true);
    await seek('nobody');
    await everywhere.replaceAll();
    await everywhere.show(false);
    await seek('ferry');
    await everywhere.replaceAll();
    expect(replace).not.toHaveBeenCalled();
    await everywhere.show(true);
    const trouble: Trouble = { said: said('disk-full', 'The disk is full.', 'a'), action: 'none' };
    replace.mockResolvedValue([
      { draft: 'one', places: 3, trouble: null },
      { draft: 'old/three', places: 0, trouble },
    ]);
    await everywhere.replaceAll();
    expect(room.notices.shown?.sentence).toBe(texts.replacedSome(3, 1, 1, trouble.said.english));
  });

  it('happens once, however often it is asked for', async () => {
    const { host, everywhere, seek } = await opened();
    const replace = vi.spyOn(host, 'replace');
    await everywhere.show(true);
    everywhere.replaceBy('ferry ferry');
    await seek('ferry');
    await Promise.all([everywhere.replaceAll(), everywhere.replaceAll()]);
    expect(replace).toHaveBeenCalledTimes(1);
    expect(host.text('one')).toContain('No ferry ferryman.');
  });

  it('does not happen with words that were typed since the preview', async () => {
    const { host, room, everywhere, seek } = await opened();
    const replace = vi.spyOn(host, 'replace');
    await everywhere.show(false);
    await seek('ferry');
    everywhere.replacing = true;
    await everywhere.replaceAll();
    await everywhere.look();
    everywhere.replaceBy('boat');
    await everywhere.replaceAll();
    await everywhere.look();
    everywhere.seek('e');
    await everywhere.replaceAll();
    expect(replace).not.toHaveBeenCalled();
    // It is shown first, and said so.
    expect(room.notices.shown?.sentence).toBe(texts.lookFirst);
    expect(everywhere.toChange.places).toBeGreaterThan(3);
    await everywhere.replaceAll();
    expect(replace).toHaveBeenCalledTimes(1);
  });

  it('promises no fewer places than it changes', () => {
    expect(texts.replacesNow(500, 2, true)).toBe('Replace more than 500 places in 2 drafts');
  });
});
