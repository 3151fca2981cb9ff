import { expect, it } from 'vitest';
import type { Snapshot } from '../host/host';
import { days } from './moments';

const at = (day: number, hour: number) => new Date(2026, 4, day, hour, 6).getTime();
const now = new Date(2026, 4, 14, 15, 0);

it('lists snapshots by day with the words that each has more than the next older one', () => {
  const snapshots: Snapshot[] = [
    { id: 3, at: at(14, 13), why: 'asked', name: 'Sent to the desk', words: 418 },
    { id: 2, at: at(13, 18), why: 'shrink', name: null, words: 422 },
    { id: 1, at: at(13, 9), why: 'import', name: null, words: 12 },
  ];
  const rows = days(snapshots, now).map(({ name, moments }) => [
    name,
    ...moments.map((one) => `${one.time} ${one.name} (${one.why}) ${one.words} ${one.change}`),
  ]);
  expect(rows).toEqual([
    ['Today', '13:06 Sent to the desk (Kept with Ctrl+S) 418 -4'],
    [
      'Yesterday',
      '18:06 Before much was taken out (null) 422 410',
      '09:06 Before an import over it (null) 12 null',
    ],
  ]);
});

it('begins with today even when nothing was kept', () => {
  expect(days([], now)).toEqual([{ name: 'Today', moments: [] }]);
});
