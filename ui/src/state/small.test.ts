import { describe, expect, it } from 'vitest';
import titles from '../../../tests/fixtures/promised.json';
import { written } from './commands';
import { drawn, dropPlace, FIRST, within } from './outline';
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
    const rows = middles.map((middle, at) => ({ place: at + 1, middle }));
    expect(dropPlace(rows, from, y)).toBe(place);
  });

  it('lands among those that are drawn', () => {
    const rows = [301, 302, 303].map((place, at) => ({ place, middle: at * 20 + 10 }));
    expect(dropPlace(rows, 5, 35)).toBe(302);
    expect(dropPlace(rows, 900, 35)).toBe(303);
    expect(dropPlace(rows, 900, 5)).toBe(301);
  });
});

describe('the points of the outline that are drawn', () => {
  it('are all, as long as they are few', () => expect(within(FIRST, 30)).toEqual({ after: 0, last: 30 }));

  it('are the first, before anybody scrolls', () =>
    expect(within(FIRST, 900)).toEqual({ after: 0, last: 120 }));

  it('stay, as long as those that are seen are among them', () => {
    const now = { after: 100, last: 220 };
    expect(drawn(now, 20, 2000, 2400)).toBe(now);
    expect(drawn(now, 20, 4000, 4400)).toBe(now);
  });

  it('go along with what is seen', () => {
    expect(drawn(FIRST, 20, 6000, 6400)).toEqual({ after: 260, last: 360 });
    expect(within(drawn(FIRST, 20, 17_800, 18_200), 900)).toEqual({ after: 780, last: 900 });
  });

  it('are some, when a text has become a shorter one', () => {
    expect(within({ after: 780, last: 900 }, 300)).toEqual({ after: 180, last: 300 });
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
