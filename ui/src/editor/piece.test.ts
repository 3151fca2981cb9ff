import { expect, test } from 'vitest';
import type { Part, Slot } from './part';
import { Parts } from './parts';
import { Piece } from './piece';

const lede: Part = {
  kind: 'lede',
  from: 7,
  to: 20,
  place: 0,
  number: 0,
  marker: null,
  heading: null,
  body: [7, 20],
  words: 3,
  characters: 13,
};
const dek: Slot = { kind: 'dek', place: 0, at: 6, before: '*', after: '*' };
const piece = new Piece(Parts.of([lede]), [dek]);

test('parts that differ in their counts alone stand where they stood', () => {
  expect(piece.stands(Parts.of([{ ...lede, words: 4, characters: 14 }]), [{ ...dek }])).toBe(true);
});

test.each<[string, Part[], Slot[]]>([
  ['a part that ends elsewhere', [{ ...lede, to: 21 }], [dek]],
  ['a body that begins elsewhere', [{ ...lede, body: [8, 20] }], [dek]],
  ['a part without a body', [{ ...lede, body: null }], [dek]],
  ['another kind of part', [{ ...lede, kind: 'conclusion' }], [dek]],
  ['another number', [{ ...lede, number: 1 }], [dek]],
  ['one part more', [lede, { ...lede, from: 30 }], [dek]],
  ['an empty place elsewhere', [lede], [{ ...dek, at: 5 }]],
  ['an empty place written otherwise', [lede], [{ ...dek, before: '_' }]],
  ['no empty place', [lede], []],
])('%s has moved', (_, parts, slots) => {
  expect(piece.stands(Parts.of(parts), slots)).toBe(false);
});

test('a title that is written before the first point comes before it', () => {
  const point: Part = { ...lede, kind: 'point', from: 0, place: 1, heading: [6, 9], body: [11, 20] };
  const title: Slot = { kind: 'title', place: 0, at: 0, before: '# ', after: '\n\n' };
  const filled = new Piece(Parts.of([point]), [title]).fill({
    slot: title,
    at: 0,
    whole: [0, 0],
    words: [0, 0],
  });
  expect(filled.parts.all().map(({ kind }) => kind)).toEqual(['title', 'point']);
  expect(filled.regions.named({ kind: 'pointHeading', place: 1 })?.from).toBe(6);
});
