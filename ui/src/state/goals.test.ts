import { describe, expect, it } from 'vitest';
import { type Goals, usualSettings } from '../host/host';
import { bandOf, goalOf, length, measured, towards, withModels } from './goals';
import { saying } from './status';

const none: Goals = usualSettings.goals;
const goals: Goals = { ...none, point: { from: 80, to: 120 } };
const point = (words: number) => ({ kind: 'point' as const, words, characters: words * 6 });

describe('a part against its band', () => {
  it.each([
    [80, 33],
    [100, 50],
    [120, 67],
    [1, 0],
    [900, 99],
  ])('with %i words stands at %i', (words, at) => {
    expect(measured(point(words), goals)?.at).toBe(at);
  });

  it('is said in words too, in the unit of the goals', () => {
    expect(measured(point(91), goals)?.says).toBe('91 words, usual 80 to 120');
    expect(measured(point(20), { ...goals, unit: 'characters' })?.says).toBe(
      '120 characters, usual 80 to 120',
    );
  });

  it('has no mark while it is empty', () => {
    expect(measured(point(0), goals)).toEqual({ at: null, says: '0 words, usual 80 to 120' });
  });

  it('is not drawn where its kind has none', () => {
    expect(measured({ ...point(9), kind: 'lede' }, goals)).toBeNull();
    expect(measured({ ...point(9), kind: 'footer' }, goals)).toBeNull();
  });

  it('may have a band of one length', () => {
    expect(measured(point(100), { ...none, point: { from: 100, to: 100 } })?.at).toBe(33);
  });
});

describe('the goal of the piece', () => {
  it('is its own before that of all', () => {
    expect(goalOf(none, null)).toBeNull();
    expect(goalOf({ ...none, piece: 800 }, null)).toEqual({ length: 800, unit: 'words' });
    expect(goalOf({ ...none, piece: 800 }, { length: 4500, unit: 'characters' })).toEqual({
      length: 4500,
      unit: 'characters',
    });
    expect(goalOf({ ...none, unit: 'characters' }, { length: 900, unit: null })?.unit).toBe('characters');
  });

  it('stands in the status line in the place of its count', () => {
    const totals = { points: 0, words: 612, characters: 3604, minutes: 3 };
    expect(saying(totals, '', { length: 800, unit: 'words' })).toEqual([
      '612 of 800 words',
      '3,604 characters',
      '3 min',
    ]);
    expect(saying(totals, '', { length: 4000, unit: 'characters' })).toContain('3,604 of 4,000 characters');
    expect(towards(totals, { length: 612, unit: 'words' })).toBe('612 of 612 words, reached');
  });
});

describe('what is typed for a band', () => {
  it.each([
    ['80', '120', { from: 80, to: 120 }],
    ['120', '80', { from: 80, to: 120 }],
    ['', ' ', null],
    ['80', '', 'open'],
    ['80', 'many', 'open'],
    ['0', '9', 'open'],
  ])('from “%s” to “%s”', (from, to, band) => {
    expect(bandOf(from, to)).toEqual(band);
  });

  it('is a whole number above nothing', () => {
    expect(['8', ' 8 ', '8.5', '-8', '', '1e9'].map(length)).toEqual([8, 8, null, null, null, null]);
  });

  it('stays where the models have no such part', () => {
    const models = { ...none, lede: { from: 1, to: 2 }, piece: 9 };
    expect(withModels({ ...goals, piece: 800 }, models)).toEqual({
      ...goals,
      piece: 800,
      lede: { from: 1, to: 2 },
    });
  });
});
