import { ChangeSet } from '@codemirror/state';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Editor, type EditorEvents } from '../editor';
import { silent } from '../editor/testing/silent';
import { MemoryHost } from '../host/memory';
import { texts } from '../texts';
import { Room } from './room.svelte';

const TEXT = '# Two\n\nSo teh end came.\n\nIt was recieved by TK.\n';

const rooms: Room[] = [];
afterEach(() => {
  for (const room of rooms.splice(0)) room.draft?.close();
});

/** A window on a text, after its spelling and its findings were looked at. */
async function opened(text = TEXT) {
  const host = new MemoryHost({ draft: text });
  const room = new Room(host);
  rooms.push(room);
  const events: EditorEvents = {
    ...silent,
    change: (changes) => room.draft?.changed(changes),
    caret: (_pos, _line, selected) => Object.assign(room.draft ?? {}, { selected }),
    marks: (left, now) => room.draft?.findings.marked(left, now),
    copy: (words) => void host.copy(words),
    clipboard: () => host.clipboard(),
  };
  const page = document.createElement('div');
  const editor = new Editor(page, '', events, texts);
  // Nothing has a place on a page that is not drawn.
  editor.caretBox = () => ({ left: 100, top: 100, bottom: 120 });
  room.editor = editor;
  await room.start();
  room.draft?.show(editor);
  host.spelt('draft');
  host.checked('draft');
  const { draft } = room;
  if (!draft) throw new Error('nothing is open');
  const marked = () => [...page.querySelectorAll('.lede-misspelt')].map(({ textContent }) => textContent);
  const caretTo = (words: string) => editor.goToPlace(editor.text().indexOf(words) + 1);
  const labels = () => room.menu.sections.flatMap(({ items }) => items.map(({ label }) => label));
  const choose = (label: string) => {
    const item = room.menu.sections.flatMap(({ items }) => items).find((one) => one.label === label);
    if (!item) throw new Error(`no ${label} among ${labels()}`);
    room.menu.choose(item);
  };
  return { host, room, editor, draft, marked, caretTo, labels, choose };
}

describe('misspelt words', () => {
  it('are marked, and not when they are told of a text that is no more', async () => {
    const { host, editor, marked } = await opened();
    expect(marked()).toEqual(['teh', 'recieved']);
    const stale = host.spelling('draft');
    editor.apply(ChangeSet.of({ from: 0, insert: '\n' }, editor.doc.length), 'structure');
    editor.misspell([]);
    host.emit('draftSpelt', { draft: 'draft', spelt: stale });
    expect(marked()).toEqual([]);
  });

  it('are walked, and told to a screen reader', async () => {
    const { room } = await opened();
    await room.spelling.next(1);
    expect([room.notices.spoken, room.spelling.here?.text]).toEqual([texts.misspelt('teh'), 'teh']);
    await room.spelling.next(-1);
    expect(room.spelling.here?.text).toBe('recieved');
  });

  it('are none where spelling is off, and it is said why', async () => {
    const { host, room, draft, marked } = await opened();
    room.preferences.keep({ spelling: false });
    host.spelt('draft');
    expect([marked(), draft.spelledBy]).toEqual([[], { kind: 'off' }]);
    await room.spelling.next(1);
    expect(room.notices.shown?.sentence).toBe(texts.spelledBy({ kind: 'off' }));
  });
});

describe('the menu at a misspelt word', () => {
  it('has what could be meant first, and writes it in one undo', async () => {
    const { room, editor, caretTo, labels, choose } = await opened();
    caretTo('teh');
    await room.menu.mend();
    expect(labels()).toEqual(['the', 'tea', 'Add to my dictionary', 'Ignore in this draft']);
    choose('the');
    expect([editor.text(), room.menu.asked]).toEqual([TEXT.replace('teh', 'the'), null]);
    editor.undo();
    expect(editor.text()).toBe(TEXT);
  });

  it('opens without it where that takes long, and has it as soon as it comes', async () => {
    const { host, room, caretTo, labels } = await opened();
    let say: (words: string[]) => void = () => {};
    host.suggestions = () => new Promise((resolve) => (say = resolve));
    caretTo('teh');
    await room.menu.mend();
    expect(room.menu.sections[0]?.says).toBe(texts.lookingFor);
    say(['the']);
    await vi.waitFor(() => expect(labels()[0]).toBe('the'));
  });

  it('has only what could be meant by its own word, however late the other comes', async () => {
    const { host, room, caretTo, labels } = await opened();
    const says: Record<string, (words: string[]) => void> = {};
    host.suggestions = (_draft: unknown, word: string) =>
      new Promise((resolve) => {
        says[word] = resolve;
      });
    for (const word of ['teh', 'recieved']) {
      room.menu.asked = null;
      caretTo(word);
      await room.menu.mend();
    }
    says.teh?.(['the']);
    await new Promise((resolve) => setTimeout(resolve));
    expect(labels()).not.toContain('the');
    says.recieved?.(['received']);
    await vi.waitFor(() => expect(labels()[0]).toBe('received'));
  });

  it('does not open when the caret has gone elsewhere meanwhile', async () => {
    const { host, room, editor, caretTo } = await opened();
    host.suggestions = async () => {
      editor.goToPlace(0);
      return [];
    };
    caretTo('teh');
    await room.menu.mend();
    expect(room.menu.asked).toBeNull();
  });

  it('adds it to the dictionary, and takes it out again', async () => {
    const { room, caretTo, marked, choose } = await opened();
    caretTo('teh');
    await room.menu.mend();
    choose('Add to my dictionary');
    expect(marked()).toEqual(['recieved']);
    expect(room.notices.shown?.sentence).toBe(texts.wordAdded('teh'));
    room.notices.shown?.action?.run();
    await Promise.resolve();
    expect(marked()).toEqual(['teh', 'recieved']);
  });

  it('lets it pass in this draft alone, which lists it', async () => {
    const { room, draft, caretTo, marked, choose } = await opened();
    caretTo('teh');
    await room.menu.mend();
    choose('Ignore in this draft');
    await Promise.resolve();
    expect([marked(), draft.passed]).toEqual([['recieved'], ['teh']]);
    await room.spelling.takeUp('teh');
    expect([marked(), draft.passed]).toEqual([['teh', 'recieved'], []]);
  });
});

describe('the menu of the text', () => {
  it('has what can be done with the text, and what cannot be done now is off', async () => {
    const { room, editor, labels } = await opened();
    editor.goToPlace(0);
    await room.menu.ofText();
    expect(labels().slice(0, 4)).toEqual(['Cut', 'Copy', 'Paste', 'Paste as plain text']);
    const off = room.menu.sections.flatMap(({ items }) => items).filter((item) => item.off);
    expect(off.map(({ label }) => label)).toEqual(['Cut', 'Copy']);
  });

  it('has what is found at the caret above that, with the key of each command', async () => {
    const { room, caretTo, labels } = await opened();
    caretTo('TK');
    await room.menu.ofText();
    expect(labels().slice(0, 4)).toEqual(['Put a dash', texts.ignore, texts.ignoreRule, 'Cut']);
    const bold = room.menu.sections.flatMap(({ items }) => items).find(({ label }) => label === 'Bold');
    expect(bold?.key).toBe('Ctrl+B');
  });

  it('does what the key does, and then the keyboard is in the text', async () => {
    const { host, room, editor, draft, caretTo, choose } = await opened();
    caretTo('came');
    await room.menu.ofText();
    choose('Select all');
    await vi.waitFor(() => expect(draft.selected).toBe(editor.text()));
    await room.menu.ofText();
    choose('Copy');
    expect(room.menu.asked).toBeNull();
    await vi.waitFor(() => expect(host.words).toBe(editor.text()));
  });

  it('closes when it is asked for again, and goes with a finding whose words are touched', async () => {
    const { room, editor, caretTo } = await opened('# Two\n\nIt was TK.\n');
    caretTo('TK');
    await room.menu.mend();
    expect(room.menu.sections).toHaveLength(1);
    const from = editor.text().indexOf('TK');
    editor.apply(ChangeSet.of({ from, to: from + 2, insert: 'so' }, editor.doc.length), 'reload');
    expect(room.menu.sections).toEqual([]);
    await room.menu.mend();
    expect(room.menu.asked).toBeNull();
  });
});
