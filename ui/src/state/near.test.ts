import { expect, it } from 'vitest';
import { isNear, near, TOP } from './near';

const heights = Array.from({ length: 500 }, (_, at) => (at % 10 === 0 ? 30 : 70));
/** Pixels from the first row to the start of this one. */
const topOf = (at: number) => heights.slice(0, at).reduce((sum, height) => sum + height, 0);

it('all rows of a short list are drawn', () => {
  expect(isNear({ first: 40, end: 60 }, 3, 100)).toBe(true);
  expect(isNear({ first: 40, end: 60 }, 3, 101)).toBe(false);
});

it('the rows that are seen are among those that are drawn, wherever one scrolls to', () => {
  for (let at = 0; at < 490; at += 7) {
    const drawn = near(TOP, heights, topOf(at), topOf(at) + 600);
    for (let seen = at; topOf(seen) < topOf(at) + 600 && seen < 500; seen++)
      expect(isNear(drawn, seen, 500)).toBe(true);
    expect(drawn.end - drawn.first).toBeLessThanOrEqual(100);
  }
});

it('what is drawn stays as long as it is enough', () => {
  const now = near(TOP, heights, topOf(300), topOf(310));
  expect(near(now, heights, topOf(305), topOf(315))).toBe(now);
  expect(near(now, heights, topOf(20), topOf(30))).not.toBe(now);
});
