import { ChangeSet } from '@codemirror/state';
import { expect, test } from 'vitest';
import type { Part, Slot } from './part';
import { Parts } from './parts';
import { type Region, Regions } from './region';
import { chance } from './testing/chance';
import { read } from './testing/reading';

const LINES = [
  '# Title',
  '#',
  '*Dek.*',
  '',
  '',
  'Words.',
  '## 1. One',
  '## 2.',
  'More words.',
  '---',
  '## 3. Three',
];

/** Texts of parts in all sorts of order, some of them empty. */
function texts(): string[] {
  const random = chance(7);
  const line = () => LINES[Math.floor(random() * LINES.length)] as string;
  const piece = [
    '# A Title',
    '',
    '*A dek.*',
    '',
    'A lede.',
    '',
    '## 1. One',
    '',
    'Body.',
    '',
    '## 2. Two',
    '',
  ];
  const mixed = Array.from({ length: 120 }, () => Array.from({ length: random() * 14 }, line).join('\n'));
  return ['', '# ', `${piece.join('\n')}\n---\n\nSo.\n`, ...mixed];
}

/** All regions, one after the other as the keys go through them. */
function walked(regions: Regions): Region[] {
  const found: Region[] = [];
  for (let one = regions.first; one; one = regions.beside(one, 1)) found.push(one);
  return found;
}

const name = ({ kind, place, slot }: Region) => `${kind} ${place}${slot ? ' open' : ''}`;

/** The names of all regions, written down in the order that parts have in a piece. */
function expected(parts: readonly Part[], slots: readonly Slot[]): string[] {
  const open = (kind: Slot['kind'], place: number) =>
    slots.some((one) => one.kind === kind && one.place === place);
  const alone = (kind: 'title' | 'dek' | 'lede' | 'conclusion') =>
    open(kind, 0) ? [`${kind} 0 open`] : parts.some((one) => one.kind === kind) ? [`${kind} 0`] : [];
  const has = (kind: Part['kind']) => (parts.some((one) => one.kind === kind) ? [`${kind} 0`] : []);
  const words = (span: Part['body']) => span !== null && span[0] < span[1];
  const points = parts.flatMap(({ kind, place, heading, body }) => {
    if (kind !== 'point') return [];
    const first = open('pointHeading', place) ? ' open' : words(heading) ? '' : null;
    const second = open('pointBody', place) ? ' open' : words(body) ? '' : null;
    return [
      ...(first === null ? [] : [`heading ${place}${first}`]),
      ...(second === null ? [] : [`body ${place}${second}`]),
    ];
  });
  const head = [...has('frontMatter'), ...alone('title'), ...alone('dek'), ...alone('lede')];
  return [...head, ...points, ...alone('conclusion'), ...has('footer')];
}

test('a walk meets every region once, in the order of a piece', () => {
  for (const text of texts()) {
    const { parts, slots } = read(text);
    const regions = new Regions(Parts.of(parts), slots);
    expect(walked(regions).map(name)).toEqual(expected(parts, slots));
  }
});

test('a walk back meets the same', () => {
  for (const text of texts()) {
    const { parts, slots } = read(text);
    const regions = new Regions(Parts.of(parts), slots);
    const there = walked(regions);
    const back: Region[] = [];
    for (let one = there.at(-1) ?? null; one; one = regions.beside(one, -1)) back.unshift(one);
    expect(back.map(name)).toEqual(there.map(name));
  }
});

test('what is asked for by name or place is what a walk finds there', () => {
  for (const text of texts()) {
    const { parts, slots } = read(text);
    const regions = new Regions(Parts.of(parts), slots);
    const all = walked(regions);
    for (const one of all) {
      const kind = one.kind === 'heading' ? 'pointHeading' : one.kind === 'body' ? 'pointBody' : one.kind;
      expect(regions.named({ kind, place: one.place })).toEqual(one);
    }
    for (let pos = 0; pos <= text.length; pos++) {
      const near = all.filter(({ from, to }) => from <= pos && pos <= to);
      expect(regions.touching(pos, pos)).toEqual(near);
      expect(regions.beyond(pos, 1)).toEqual(all.find(({ from }) => from > pos) ?? null);
      expect(regions.beyond(pos, -1)).toEqual(all.findLast(({ to }) => to < pos) ?? null);
      const here = regions.at(pos);
      const words = near.filter(({ slot }) => slot === null);
      if (words.length > 0) expect(words).toContainEqual(here);
    }
  }
});

test('regions of parts that were carried along are those of the parts as they stand', () => {
  const random = chance(11);
  for (let text of texts()) {
    let { parts, slots } = { parts: Parts.of(read(text).parts), slots: read(text).slots };
    for (let key = 0; key < 6; key++) {
      const at = Math.floor(random() * (text.length + 1));
      const changes = ChangeSet.of({ from: at, insert: 'x' }, text.length);
      text = `${text.slice(0, at)}x${text.slice(at)}`;
      parts = parts.map(changes);
      slots = slots.map((slot) => ({ ...slot, at: changes.mapPos(slot.at, 1) }));
      const moved = new Regions(parts, slots);
      const anew = new Regions(Parts.of(parts.all()), slots);
      expect(walked(moved)).toEqual(walked(anew));
      expect(moved.at(at)).toEqual(anew.at(at));
    }
  }
});
