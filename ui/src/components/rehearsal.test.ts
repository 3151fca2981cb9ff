import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Rehearsed } from '../host/rehearsed';
import { rehearse } from './rehearsal';

beforeEach(() => {
  document.body.replaceChildren();
});

afterEach(() => {
  vi.restoreAllMocks();
});

it('types every letter into a piece of its own, and leaves nothing behind', async () => {
  const answered = vi.spyOn(Rehearsed.prototype, 'changeNow');
  const resynced = vi.spyOn(Rehearsed.prototype, 'resync');
  await rehearse(new Rehearsed(), 12);
  expect(answered).toHaveBeenCalledTimes(12);
  expect(resynced).not.toHaveBeenCalled();
  expect(document.body.childElementCount).toBe(0);
});

it('lets whoever types go first', async () => {
  const answered = vi.spyOn(Rehearsed.prototype, 'changeNow');
  const done = rehearse(new Rehearsed(), 40);
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'x' }));
  const before = answered.mock.calls.length;
  await new Promise((resolve) => setTimeout(resolve, 200));
  // What was under way when the key came is finished, and no more.
  expect(answered.mock.calls.length - before).toBeLessThanOrEqual(4);
  await done;
  expect(answered).toHaveBeenCalledTimes(40);
});

it('keeps its keys to itself', async () => {
  const heard = vi.fn();
  window.addEventListener('keydown', heard, true);
  await rehearse(new Rehearsed(), 4);
  window.removeEventListener('keydown', heard, true);
  expect(heard).not.toHaveBeenCalled();
});

it('has parts that stand where its text has them', () => {
  const { text, derived, blocks } = new Rehearsed().opened;
  const words = derived.parts.map(({ heading, body }) =>
    text.slice(...((heading ?? body) as [number, number])),
  );
  expect(words.slice(0, 4)).toEqual([
    'Nine Reasons to Rehearse',
    'What is said before anybody listens.',
    expect.stringMatching(/^The \*first\* words .* piece is\.$/),
    'Because It Is Quiet',
  ]);
  for (const { marker, body, number } of derived.parts.slice(3)) {
    expect(text.slice(...(marker as [number, number]))).toBe(`${number}.`);
    expect(text.slice(...(body as [number, number]))).toMatch(/^Nobody [^#]* ask\.$/);
  }
  expect(blocks.map(({ from }) => text.split('\n')[from])).not.toContain('');
  expect(blocks.map(({ html }) => html).join('')).not.toMatch(/[*`#[]/);
});
