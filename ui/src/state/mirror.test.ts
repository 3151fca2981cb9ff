import { EditorState, type TransactionSpec } from '@codemirror/state';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer, Change } from '../host/host';
import { MemoryHost } from '../host/memory';
import { Mirror } from './mirror';

const DRAFT = 'piece';

/** An editor's state that reports each of its changes to a mirror, and the host behind it. */
function desk(text = 'One\nTwo\n') {
  const host = new MemoryHost({ [DRAFT]: text });
  let state = EditorState.create({ doc: text });
  const applied: boolean[] = [];
  const mirror = new Mirror(host, host.opened(DRAFT), () => state.doc, {
    applied: (_answer, current) => applied.push(current),
    resynced: () => {},
  });
  const edit = (spec: TransactionSpec) => {
    const transaction = state.update(spec);
    state = transaction.state;
    mirror.change(transaction.changes);
  };
  const type = (insert: string, from = state.doc.length) => edit({ changes: { from, insert } });
  return { host, mirror, applied, edit, type, text: () => state.doc.toString() };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the mirror', () => {
  it('has the answer to a key before the key is over', () => {
    const { host, type, applied } = desk();
    type('x');
    expect(host.text(DRAFT)).toBe('One\nTwo\nx');
    expect(applied).toEqual([true]);
  });

  it('composes what is typed while a large paste is under way', async () => {
    const { host, type, text, applied, mirror } = desk();
    type('a'.repeat(20_000));
    type('b');
    type('c');
    expect(host.text(DRAFT)).toBe('One\nTwo\n');
    await vi.advanceTimersByTimeAsync(50);
    await mirror.settled();
    expect(host.text(DRAFT)).toBe(text());
    expect(applied).toEqual([false, true]);
  });

  it('maps the edits of the backend over what came since they were made', () => {
    const { host, mirror, type, edit, text } = desk();
    const changes = [4, [3, 'Three'], 1] as const;
    const offer = { draft: DRAFT, session: 1, base: 1, changes: [...changes], caret: null };
    type('Zero\n', 0);
    const mapped = mirror.offered(JSON.parse(JSON.stringify(offer)));
    expect(mapped).not.toBeNull();
    if (mapped) edit({ changes: mapped });
    expect(text()).toBe('Zero\nOne\nThree\n');
    expect(host.text(DRAFT)).toBe(text());
  });

  it('brings places in the backend’s result to where its words are by now', () => {
    const { mirror, type } = desk();
    const changes = [4, [3, 'Three'], 1];
    const offer = { draft: DRAFT, session: 1, base: 1, changes, caret: null };
    type('Zero\n', 0);
    type('!');
    const arriving = mirror.arriving(JSON.parse(JSON.stringify(offer)));
    expect(arriving?.place(4, 1)).toBe(9);
    expect(arriving?.place(9, -1)).toBe(14);
  });

  it('turns down edits that were made for an earlier opening', () => {
    const { mirror } = desk();
    const offer = { draft: DRAFT, session: 9, base: 1, changes: [8], caret: null };
    expect(mirror.offered(offer)).toBeNull();
  });

  it('plans on the whole text even when a paste is still under way', () => {
    const { host, mirror, type, text } = desk();
    const seen: string[] = [];
    const planning = host.planning;
    host.planning = (doc, structure) => {
      seen.push(doc.toString());
      return planning(doc, structure);
    };
    type('a'.repeat(20_000));
    type('b');
    mirror.plan({ kind: 'renumber' }, 0);
    expect(seen).toEqual([text()]);
  });

  it('notices within a second of quiet that the backend has another text', async () => {
    const { host, type, text } = desk();
    type('x');
    const kept = host.drafts.get(DRAFT);
    if (kept) kept.doc = kept.doc.replace(0, 3, EditorState.create({ doc: 'Uno' }).doc);
    await vi.advanceTimersByTimeAsync(1100);
    expect(host.text(DRAFT)).toBe(text());
  });
});

describe('a change that goes astray', () => {
  const resync: Answer = { kind: 'resync' };
  const faults: Record<string, (change: Change, take: (change: Change) => Answer) => Answer> = {
    'is dropped': () => {
      throw new Error('nobody answered');
    },
    'is taken, but its answer is dropped': (change, take) => {
      take(change);
      throw new Error('nobody answered');
    },
    'is doubled': (change, take) => {
      take(change);
      return take(change);
    },
    'is refused': () => resync,
  };
  it.each(Object.entries(faults))('%s: both have the same text again', async (_name, fault) => {
    const { host, type, text, mirror } = desk();
    type('a');
    host.travel = fault;
    type('b', 0);
    host.travel = (change, take) => take(change);
    type('c');
    await vi.advanceTimersByTimeAsync(400);
    await mirror.settled();
    expect(text()).toBe('bOne\nTwo\nac');
    expect(host.text(DRAFT)).toBe(text());
  });

  it('is swapped with the next: both have the same text again', async () => {
    const { host, type, text, mirror } = desk();
    const held: Change[] = [];
    host.travel = (change, take) => {
      if (held.length === 0) {
        held.push(change);
        return resync;
      }
      host.travel = (later, taken) => taken(later);
      const answer = take(change);
      for (const late of held) take(late);
      return answer;
    };
    type('a');
    type('b');
    type('c');
    await vi.advanceTimersByTimeAsync(1500);
    await mirror.settled();
    expect(host.text(DRAFT)).toBe(text());
  });

  it('is lost together with the backend for a while: nothing typed meanwhile is missing', async () => {
    const { host, type, text, mirror } = desk();
    const resyncing = host.resync.bind(host);
    host.travel = faults['is dropped'] ?? host.travel;
    host.resync = () => {
      throw new Error('nobody answered');
    };
    type('a');
    type('b');
    host.travel = (change, take) => take(change);
    host.resync = resyncing;
    await vi.advanceTimersByTimeAsync(600);
    await mirror.settled();
    type('c');
    expect(host.text(DRAFT)).toBe(text());
  });
});
