import { describe, expect, it } from 'vitest';
import titles from '../../../tests/fixtures/promised.json';
import { written } from './commands';
import { dropPlace } from './outline';
import { saying } from './status';
import { promised } from './title';
import { clock, day, when } from './when';

describe('the number that a title promises', () => {
  // The same table holds `lede new` to the same numbers.
  it.each(titles)('$title: $points', ({ title, word, points }) => {
    expect(promised(title)).toEqual(points && { word, points });
  });
});

describe('the date of a draft', () => {
  const now = new Date(2026, 4, 14, 15, 0);
  it.each([
    [new Date(2026, 4, 14, 9, 5), '09:05'],
    [new Date(2026, 4, 13, 23, 59), 'Yesterday'],
    [new Date(2026, 4, 11, 8, 0), 'Mon'],
    [new Date(2026, 3, 8, 8, 0), '8 Apr'],
    [new Date(2025, 3, 8, 8, 0), '8 Apr 2025'],
  ])('%s', (date, shown) => {
    expect(when(date.getTime(), now)).toBe(shown);
  });

  it('is a day and a time apart where a day has several', () => {
    const at = (date: Date) => [day(date.getTime(), now), clock(date.getTime())];
    expect(at(new Date(2026, 4, 14, 9, 5))).toEqual(['Today', '09:05']);
    expect(at(new Date(2026, 4, 13, 18, 6))).toEqual(['Yesterday', '18:06']);
  });
});

describe('a dragged point', () => {
  const middles = [10, 30, 50, 70];
  it.each([
    [1, 60, 3],
    [4, 5, 1],
    [2, 32, 2],
    [3, 99, 4],
  ])('from place %i to %i px lands at %i', (from, y, place) => {
    expect(dropPlace(middles, from, y)).toBe(place);
  });
});

describe('the status line', () => {
  it('counts the selection when there is one', () => {
    const totals = { points: 5, words: 612, characters: 3604, minutes: 3 };
    expect(saying(totals, '')).toEqual(['5 points', '612 words', '3,604 characters', '3 min']);
    expect(saying(totals, 'two words')).toEqual(['2 words selected', '9 characters']);
  });
});

describe('a key', () => {
  const key = (init: KeyboardEventInit & { key: string }) => written(new KeyboardEvent('keydown', init));
  it('is written as in the sheet of keys', () => {
    expect(key({ key: 's', ctrlKey: true })).toBe('Ctrl+S');
    expect(key({ key: 'S', ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+S');
    expect(key({ key: '?', ctrlKey: true, shiftKey: true })).toBe('Ctrl+?');
    expect(key({ key: 'ArrowUp', altKey: true, shiftKey: true })).toBe('Alt+Shift+↑');
  });
});
