import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryHost } from '../host/memory';
import { Session } from './session.svelte';
import { ofSession } from './status';

const at = (hour: number, minute: number, second: number) => () =>
  new Date(2026, 10, 25, hour, minute, second).getTime();

describe('the clock of today’s writing', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A clock that is looked at, and what it shows after keys at these times. */
  async function afterKeys(session: Session, ...times: (() => number)[]): Promise<number | null> {
    for (const time of times) {
      session.keyed(time);
      await vi.advanceTimersByTimeAsync(1000);
    }
    return session.minutes;
  }

  it('counts a minute in which a key was pressed, once', async () => {
    const session = new Session(new MemoryHost(), () => 0);
    await session.count(true);
    expect(session.minutes).toBe(0);
    expect(await afterKeys(session, at(9, 0, 1), at(9, 0, 30), at(9, 1, 0), at(9, 40, 0))).toBe(3);
  });

  it('does not ask for each key', async () => {
    const host = new MemoryHost();
    const asked = vi.spyOn(host, 'writingMinutes');
    const session = new Session(host, () => 0);
    await session.count(true);
    for (let key = 0; key < 50; key++) session.keyed(at(9, 0, 0));
    expect(asked.mock.calls).toEqual([[null], [at(9, 0, 0)()]]);
  });

  it('goes on at a restart where it was', async () => {
    const host = new MemoryHost();
    const first = new Session(host, () => 0);
    await first.count(true);
    await afterKeys(first, at(9, 0, 0));
    const second = new Session(host, () => 0);
    await second.count(true);
    expect(second.minutes).toBe(1);
    expect(await afterKeys(second, at(9, 0, 59), at(9, 1, 0))).toBe(2);
  });

  it('tells nobody anything while it is not wanted', async () => {
    const host = new MemoryHost();
    const asked = vi.spyOn(host, 'writingMinutes');
    const session = new Session(host, () => 0);
    await session.count(false);
    await afterKeys(session, at(9, 0, 0));
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('the words of the session', () => {
  it('are those of the drafts that were open and of the one that is', () => {
    let written = 5;
    const session = new Session(new MemoryHost(), () => written);
    session.bank(-2);
    expect(session.words).toBe(3);
    written = 0;
    expect(session.words).toBe(-2);
  });

  it('are said with their sign', () => {
    expect(ofSession(412, 38)).toEqual(['+412 words this session', '38 min today']);
    expect(ofSession(1, null)).toEqual(['+1 word this session']);
    expect(ofSession(-3, 0)[0]).toBe('−3 words this session');
  });
});
