import { ChangeSet } from '@codemirror/state';
import { describe, expect, it, vi } from 'vitest';
import { Editor, type EditorEvents } from '../editor';
import { silent } from '../editor/testing/silent';
import type { Trouble } from '../host/host';
import { MemoryHost } from '../host/memory';
import { said } from '../host/said';
import { texts } from '../texts';
import { pastePage } from './page';
import { rescue, rescues } from './rescue';
import { Room } from './room.svelte';

const NOW = '# Two\n\n## 1. One\n\nFirst.\n\n## 2. Two\n\nSecond.\n';
const THEN = NOW.replace('First.', 'Once.').replace('Second.', 'Twice.');

/** A window on a draft whose earlier texts are `THEN`, and one that came out of the journal before it. */
async function opened() {
  const host = new MemoryHost({ draft: NOW, other: '# Other\n' });
  const found = host.keeping.keep('draft', NOW.slice(0, 20), 'recovered', 1000);
  const asked = host.keeping.keep('draft', THEN, 'asked', 2000);
  const room = new Room(host);
  const events: EditorEvents = {
    ...silent,
    change: (changes) => room.draft?.changed(changes),
    keepPictures: (files) => room.pictures.keep(files),
    pastePage: (html) => pastePage(room, html),
    pastePicture: () => room.pictures.paste(),
    conflicts: (open, now) => Object.assign(room.draft ?? {}, { conflicts: open, inHand: now }),
    marks: (left, now) => room.draft?.findings.marked(left, now),
    found: (found) => (room.find.found = found),
  };
  const editor = new Editor(document.createElement('div'), '', events, texts);
  room.editor = editor;
  await room.start();
  room.draft?.show(editor);
  const { history } = room.companion;
  return { host, room, editor, history, found, asked };
}

/** Waits for what a key or an event has begun. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the history', () => {
  it('is read when its pane is opened, and again when a text is kept', async () => {
    const { host, room, history } = await opened();
    expect(history.snapshots).toBeNull();
    await room.companion.toggle('history');
    expect(history.snapshots?.map(({ why }) => why)).toEqual(['asked', 'recovered']);
    host.keeping.keep('draft', NOW, 'editing', 3000);
    host.emit('snapshotKept', { draft: 'draft' });
    host.emit('snapshotKept', { draft: 'other' });
    await settled();
    expect(history.days.flatMap(({ moments }) => moments)).toHaveLength(3);
  });

  it('lays an earlier text beside the present one and says what differs', async () => {
    const { room, history, asked } = await opened();
    await room.companion.toggle('history');
    await history.show(asked);
    expect([history.gained, history.lost]).toEqual([2, 2]);
    expect(room.notices.spoken).toContain('Kept with Ctrl+S');
    expect(room.escape()).toBe(true);
    expect(history.shown).toBeNull();
  });

  it('drops a comparison that a later one has overtaken', async () => {
    const { room, history, asked, found } = await opened();
    await room.companion.toggle('history');
    await Promise.all([history.show(asked), history.show(found)]);
    expect(history.shown?.id).toBe(found);
  });

  it('restores the whole in one step of undo and goes back to the text', async () => {
    const { host, room, editor, history, asked } = await opened();
    await room.companion.toggle('history');
    await history.show(asked);
    await history.restore(asked, { kind: 'whole' });
    expect(editor.text()).toBe(THEN);
    expect(host.text('draft')).toBe(THEN);
    expect(history.shown).toBeNull();
    editor.undo();
    expect(host.text('draft')).toBe(NOW);
  });

  it('restores a part and compares the rest anew', async () => {
    const { host, room, history, asked } = await opened();
    await room.companion.toggle('history');
    await history.choose(asked);
    expect(history.choosing).toBe(true);
    await history.restore(asked, { kind: 'part', part: 'point', place: 2 });
    await settled();
    expect(host.text('draft')).toBe(NOW.replace('Second.', 'Twice.'));
    expect(history.compared?.parts.map(({ place }) => place)).toEqual([1]);
  });

  it('names a text, and takes an empty name away', async () => {
    const { room, history, asked } = await opened();
    await room.companion.toggle('history');
    await history.name(asked, ' Sent to the desk ');
    expect(history.snapshots?.[0]?.name).toBe('Sent to the desk');
    await history.name(asked, ' ');
    expect(history.snapshots?.[0]?.name).toBeNull();
  });
});

describe('a merge', () => {
  /** One place of two texts in the host's text, before which `typed` was written in the window. */
  async function merged() {
    const desk = await opened();
    const from = NOW.indexOf('First');
    const conflicts = [
      { from, to: from + 5, theirs: 'Erst' },
      { from: NOW.length - 8, to: NOW.length - 2, theirs: 'Zweit' },
    ];
    desk.host.offer('draft', ChangeSet.of([], NOW.length), {
      said: said('merged-in-conflict', 'Two places.', '2'),
      conflicts,
    });
    return desk;
  }

  it('is told with a way to its places, which the history lists', async () => {
    const { room } = await merged();
    expect(room.draft?.conflicts).toMatchObject([{ mine: 'First' }, { mine: 'Second' }]);
    room.notices.shown?.action?.run();
    await settled();
    expect([room.companion.pane, room.draft?.inHand, room.notices.shown]).toEqual(['history', 0, null]);
    await room.companion.nextConflict();
    await room.companion.nextConflict();
    expect(room.draft?.inHand).toBe(0);
  });

  it('reports a choice as any change, takes the next place in hand and ends with the last', async () => {
    const { host, room } = await merged();
    const spoken = () => room.notices.spoken;
    await room.companion.nextConflict();
    await room.companion.settle('theirs');
    expect(host.text('draft')).toBe(NOW.replace('First', 'Erst'));
    expect([room.draft?.inHand, spoken()]).toEqual([0, '1 place left']);
    await room.companion.settle('both');
    expect(host.text('draft')).toContain('Second Zweit.');
    expect([room.draft?.conflicts, spoken()]).toEqual([[], texts.allChosen]);
  });

  it('can be decided in one for all places', async () => {
    const { host, room } = await merged();
    await room.companion.settleAll('theirs');
    expect(host.text('draft')).toBe(NOW.replace('First', 'Erst').replace('Second', 'Zweit'));
  });

  it('of a conflict copy opens the draft first', async () => {
    const { host, room } = await opened();
    await room.open('other');
    const entry = { name: '', folder: '', modified: 0, conflict: true, summary: null };
    await room.filing.merge({ ...entry, draft: 'other', copyOf: 'draft' });
    expect(host.asked.filter((asked) => !asked.startsWith('check '))).toEqual([
      'open other',
      'leave draft',
      'open draft',
      'leave other',
      'merge other into draft',
    ]);
  });
});

describe('a text at risk', () => {
  const actions: [Trouble['action'], string[]][] = [
    ['retry', ['retry', 'copyText']],
    ['saveElsewhere', ['saveElsewhere', 'copyText']],
    ['chooseFolder', ['saveElsewhere', 'chooseFolder', 'copyText']],
    ['none', ['copyText']],
  ];
  it.each(actions)('with %s offers %j', (action, offers) => {
    expect(rescues(action)).toEqual(offers);
  });

  it('is saved elsewhere or copied whole', async () => {
    const { host, room } = await opened();
    await rescue(room, 'saveElsewhere');
    expect(room.notices.shown?.sentence).toContain('/elsewhere/draft.md');
    await rescue(room, 'copyText');
    await rescue(room, 'chooseFolder');
    await rescue(room, 'retry');
    expect(host.asked.slice(-4)).toEqual([
      'save elsewhere draft',
      'copy draft',
      'choose library',
      'save draft',
    ]);
  });

  it('that came out of the journal is told until it is seen, and shown at its newest', async () => {
    const { host, room, history, found } = await opened();
    host.emit('recovered', { drafts: ['draft'], said: said('recovered', 'Recovered.', '1') });
    vi.useFakeTimers();
    room.notices.tell('Something else.');
    vi.advanceTimersByTime(10_000);
    vi.useRealTimers();
    expect(room.notices.shown?.sentence).toBe('Recovered.');
    expect(room.notices.beside('Not saved.')).toBeNull();
    room.notices.warn('The folder is gone.');
    expect(room.notices.beside('The folder is gone.')).toBeNull();
    await room.companion.showRecovered(['draft']);
    expect([room.companion.pane, history.shown?.id]).toEqual(['history', found]);
  });
});

describe('a way of writing', () => {
  it('is said, kept and taken back by the same key', async () => {
    const { host, room } = await opened();
    room.preferences.toggle('focus');
    room.preferences.toggle('typewriter');
    await settled();
    expect(host.settings).toMatchObject({ focus: true, typewriter: true });
    expect(room.notices.spoken).toBe('Typewriter on');
    room.preferences.toggle('focus');
    await settled();
    expect(host.settings.focus).toBe(false);
    await room.preferences.fullScreen();
    expect(host.settings.fullScreen).toBe(true);
  });
});

it('settings that change one after the other are kept as they were last', async () => {
  const { host, room } = await opened();
  const sizes: number[] = [];
  const waits: (() => void)[] = [];
  host.keepSettings = ({ textSize }) =>
    new Promise((resolve) => {
      sizes.push(textSize);
      waits.push(resolve);
    });
  for (const textSize of [19, 20, 21]) room.preferences.keep({ textSize });
  expect(sizes).toEqual([19]);
  waits[0]?.();
  await settled();
  expect(sizes).toEqual([19, 21]);
});

describe('the way to the drafts', () => {
  it('leads back from there, and only from there, wherever one went meanwhile', async () => {
    const { room } = await opened();
    const seen: string[] = [];
    room.focusDrafts = () => seen.push('drafts');
    room.focusText = () => seen.push('text');
    const left = document.body.appendChild(document.createElement('aside'));
    left.className = 'left';
    const row = left.appendChild(document.createElement('button'));
    for (let once = 0; once < 2; once++) room.toDrafts();
    await settled();
    row.focus();
    room.toDrafts();
    await settled();
    left.remove();
    expect([seen, room.overlay]).toEqual([['drafts', 'drafts', 'text'], null]);
    room.toDrafts();
    await room.toText();
    expect(room.overlay).toBeNull();
  });
});

it('the text is as wide as its characters at its size', () => {
  const room = new Room(new MemoryHost());
  expect(room.preferences.measure).toBe(576);
  room.preferences.keep({ textSize: 27 });
  expect(room.preferences.measure).toBe(864);
  room.preferences.keep({ measure: 44 });
  expect(room.preferences.measure).toBe(576);
});

describe('the words of this session', () => {
  it('are what was typed, and not what came from outside', async () => {
    const { host, room, editor } = await opened();
    const words = (text: string) => text.match(/\p{L}+/gu)?.length ?? 0;
    const totals = (text: string) => ({ points: 0, words: words(text), characters: 0, minutes: 0 });
    host.travel = (change, take) => {
      const answer = take(change);
      return answer.kind === 'applied' ? { ...answer, totals: totals(host.text('draft')) } : answer;
    };
    const type = (insert: string) => {
      const at = editor.doc.length;
      editor.apply(ChangeSet.of({ from: at, insert }, at), 'structure');
    };
    const before = words(NOW);
    type('One two. ');
    expect(room.draft?.gained()).toBe(before + 2);
    host.offer('draft', ChangeSet.of({ from: 0, insert: 'Theirs came in. ' }, host.text('draft').length));
    type('Three.');
    expect(room.draft?.gained()).toBe(before + 3);
    await room.open('other');
    expect(room.session.words).toBe(before + 3);
  });
});

describe('a copied page', () => {
  it('becomes the text of a draft without words', async () => {
    const { host, room } = await opened();
    const taken = pastePage(room, '<nav></nav><h1>Title</h1><p>Words.</p>');
    expect(await taken).toBe(true);
    expect(host.text('draft')).toBe('Title\nWords.');
    expect(room.notices.shown?.sentence).toBe('Left out of the page: navigation.');
    expect(await pastePage(room, '<p>A line.</p>')).toBe(false);
  });
});

describe('a copy and print', () => {
  it('are of the text as it is, and the draft stays open', async () => {
    const { host, room } = await opened();
    await room.publishing.saveCopy();
    await room.publishing.print();
    expect(host.asked.slice(-2)).toEqual(['copy of draft', 'print draft']);
    expect(room.notices.shown?.sentence).toBe('A copy is at /copies/draft.md');
    expect(room.draft?.draft).toBe('draft');
  });
});

describe('goals', () => {
  it('take their bands from models, and the switch for the session is kept', async () => {
    const { host, room } = await opened();
    room.preferences.keep({ goals: { ...room.preferences.settings.goals, piece: 800 } });
    room.ask('models');
    await room.preferences.takeModels(['draft', 'other']);
    expect(host.settings.goals.piece).toBe(800);
    expect(host.settings.goals.lede?.from).toBe(2);
    expect(room.asking).toBe('goals');
    await room.preferences.toggleSession();
    expect([host.settings.session, room.session.minutes]).toEqual([true, 0]);
    expect(room.notices.spoken).toBe('Session and clock shown');
  });
});
