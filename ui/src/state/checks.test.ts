import { ChangeSet } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { Editor, type EditorEvents } from '../editor';
import { silent } from '../editor/testing/silent';
import { MemoryHost } from '../host/memory';
import { said } from '../host/said';
import { texts } from '../texts';
import { commands } from './commands';
import { grouped } from './findings.svelte';
import { Room } from './room.svelte';

const TEXT = '# Two\n\nHere is TK and there it was yesterday.\n\nAnd TK again.\n';

/** A window on a text, after it was checked. */
async function opened(text = TEXT) {
  const host = new MemoryHost({ draft: text });
  const room = new Room(host);
  const events: EditorEvents = {
    ...silent,
    change: (changes) => room.draft?.changed(changes),
    conflicts: (open, now) => Object.assign(room.draft ?? {}, { conflicts: open, inHand: now }),
    marks: (left, now) => room.draft?.findings.marked(left, now),
  };
  const editor = new Editor(document.createElement('div'), '', events, texts);
  await room.start();
  room.draft?.show(editor);
  host.checked('draft');
  /** Types where `before` stands, behind it. */
  const type = (before: string, insert: string) => {
    const from = editor.text().indexOf(before) + before.length;
    editor.apply(ChangeSet.of({ from, insert }, editor.doc.length), 'structure');
  };
  const { draft } = room;
  if (!draft) throw new Error('nothing is open');
  return { host, room, editor, draft, findings: draft.findings, type };
}

describe('what the checks say', () => {
  it('is asked for when a draft is shown, and again when everything listens', async () => {
    const { host } = await opened();
    expect(host.asked.filter((asked) => asked === 'check draft')).toHaveLength(2);
  });

  it('is dropped when it is of a text that is no more', async () => {
    const { host, findings, type } = await opened('# Two\n\nHere is TK.\n');
    const stale = host.review('draft');
    type('Here ', 'now ');
    const before = findings.review;
    host.emit('draftChecked', { draft: 'draft', review: stale });
    expect(findings.review).toBe(before);
    host.checked('draft');
    expect(findings.open.map(({ from }) => from)).toEqual(['# Two\n\nHere now is '.length]);
  });

  it('is dropped while a change is on its way', async () => {
    const { host, findings, type } = await opened('# Two\n\nHere is nothing.\n');
    host.travel = (change, take) => {
      const answer = take(change);
      // The check looked at the text that the change led to, and tells of it before the change is answered.
      if (answer.kind === 'applied') host.checked('draft');
      return answer;
    };
    type('is ', 'TK ');
    expect(findings.count).toBe(0);
  });

  it('of another draft is not taken', async () => {
    const { host, findings } = await opened();
    host.emit('draftChecked', { draft: 'other', review: { ...host.review('draft'), findings: [] } });
    expect(findings.count).toBe(2);
  });

  it('goes with its words and stays with the others', async () => {
    const { findings, type } = await opened();
    type('Here is T', 'x');
    expect(findings.open.map(({ passage }) => passage.behind)).toEqual(['again.']);
  });

  it('keeps its name when another one goes', async () => {
    const { host, findings, type } = await opened();
    type('Here is T', 'x');
    host.checked('draft');
    expect(findings.open.map(({ id }) => id)).toEqual([1]);
    type('Here ', 'TK ');
    host.checked('draft');
    expect(findings.open.map(({ id }) => id)).toEqual([2, 1]);
  });

  it('is grouped, the gravest first', async () => {
    const { findings } = await opened();
    const [first, second] = findings.open;
    if (!first || !second) throw new Error('two are found');
    const groups = grouped([{ ...first, kind: 'unwritten' }, { ...first, kind: 'info' }, second]);
    expect(groups.map(({ kind }) => kind)).toEqual(['error', 'info', 'unwritten']);
  });

  it('does not reproach a piece that is just begun with what it has not yet', async () => {
    const { room, findings } = await opened();
    const { review } = findings;
    const [first] = review?.findings ?? [];
    if (!review || !first) throw new Error('two are found');
    room.draft?.checked({ ...review, findings: [{ ...first, rule: 'empty-point' }] });
    expect(findings.open.map(({ kind }) => kind)).toEqual(['unwritten']);
    expect(findings.count).toBe(0);
  });
});

describe('mending', () => {
  it('goes over what was typed since, and is one step of undo', async () => {
    const { host, room, editor, type } = await opened();
    type('Here ', 'now ');
    room.checks.mend(1);
    expect(host.text('draft')).toBe(TEXT.replace('Here ', 'Here now ').replace('And TK', 'And –'));
    editor.undo();
    expect(host.text('draft')).toBe(TEXT.replace('Here ', 'Here now '));
  });

  it('is refused where the words of the fix have been touched', async () => {
    const { findings, editor } = await opened();
    const [first] = findings.open;
    findings.marked([0, 1], -1);
    const from = first?.from ?? 0;
    const changes = ChangeSet.of({ from: from + 1, insert: 'x' }, editor.doc.length);
    findings.typed(changes);
    expect([findings.fix(0, 0), findings.fix(1, 0)]).toEqual([null, expect.any(ChangeSet)]);
  });

  it('all that is safe is one step of undo', async () => {
    const { host, room, editor } = await opened();
    await room.checks.mendAll();
    expect(host.text('draft')).toBe(TEXT.replaceAll('TK', '–'));
    expect(room.notices.spoken).toBe('2 findings mended');
    editor.undo();
    expect(host.text('draft')).toBe(TEXT);
  });
});

describe('putting aside', () => {
  it('a finding is remembered, listed and taken up again', async () => {
    const { host, room, findings, type } = await opened();
    const [first] = findings.open;
    if (!first) throw new Error('two are found');
    await room.checks.ignore(first);
    expect([findings.count, findings.review?.ignored.length]).toEqual([1, 1]);
    type('And ', 'once more ');
    host.checked('draft');
    expect(findings.count).toBe(1);
    room.notices.shown?.action?.run();
    await new Promise((resolve) => setTimeout(resolve));
    expect([findings.count, room.notices.shown]).toEqual([2, null]);
  });

  it('a rule goes from all drafts and comes back', async () => {
    const { host, room, findings } = await opened();
    room.checks.heedRule('placeholder', false);
    expect([findings.count, host.settings.ignoredRules]).toEqual([0, ['placeholder']]);
    host.checked('draft');
    expect(findings.review?.off.map(({ name }) => name)).toEqual(['placeholder']);
    room.checks.heedRule('placeholder', true);
    await new Promise((resolve) => setTimeout(resolve));
    host.checked('draft');
    expect([findings.count, host.settings.ignoredRules]).toEqual([2, []]);
  });

  it('a date is ticked off and the tick is taken back', async () => {
    const { room, findings } = await opened();
    const ticked = async () => {
      const row = findings.review?.dates[0];
      if (row) await room.checks.tick(row);
      return findings.review?.dates.map(({ ticked }) => ticked);
    };
    expect(await ticked()).toEqual([true]);
    expect(await ticked()).toEqual([false]);
  });
});

describe('walking', () => {
  it('takes the next finding in hand and says what it is', async () => {
    const { room, findings } = await opened();
    await room.checks.next(1);
    expect([findings.now, room.notices.spoken]).toEqual([0, 'Error: “TK” is still to be filled in.']);
    await room.checks.next(1);
    expect(findings.now).toBe(1);
    await room.checks.next(1);
    expect(findings.now).toBe(0);
    await room.checks.next(-1);
    expect(findings.now).toBe(1);
  });

  it('goes to places with two texts first', async () => {
    const { host, room, findings } = await opened();
    const conflicts = [{ from: 2, to: 5, mine: 'Two', theirs: 'Zwei' }];
    host.offer('draft', ChangeSet.of([], TEXT.length), {
      said: said('merged-in-conflict', 'One place.', '1'),
      conflicts,
    });
    await room.checks.next(1);
    expect([room.draft?.inHand, findings.now, room.companion.pane]).toEqual([0, -1, 'history']);
  });

  it('says so where there is nothing', async () => {
    const { room } = await opened('# Two\n');
    await room.checks.next(1);
    expect(room.notices.spoken).toBe(texts.nothingToSay);
    await room.menu.mend();
    expect([room.menu.asked, room.notices.shown?.sentence]).toEqual([null, texts.nothingHere]);
  });

  it('of what is left before an export leads from the dialog to the place', async () => {
    const { room, findings } = await opened();
    room.ask('export');
    expect(room.checks.left.map(({ says }) => says)).toEqual(findings.open.map(({ message }) => message));
    room.checks.left[1]?.visit();
    await new Promise((resolve) => setTimeout(resolve));
    expect([room.asking, findings.now]).toEqual([null, 1]);
  });
});

describe('the table of commands', () => {
  it('has one command a key', () => {
    const keys = commands.filter(({ run }) => run).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
