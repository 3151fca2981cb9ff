/** The outline's rows: the parts that are there, and those that a piece usually has and this one lacks. */
import type { Derived, Part, PartKind } from '../host/host';
import { texts } from '../texts';

export interface Row {
  kind: PartKind;
  place: number;
  number: number;
  label: string;
  words: number;
  characters: number;
}

const ORDER: PartKind[] = ['title', 'dek', 'lede', 'point', 'conclusion', 'footer'];

export function rows(derived: Derived): Row[] {
  const there = derived.parts.filter((part) => part.kind !== 'frontMatter');
  const shown: Row[] = there.map((part) => ({ ...part, label: label(part) }));
  for (const { kind } of derived.slots) {
    if (kind === 'pointHeading' || kind === 'pointBody') continue;
    if (shown.some((row) => row.kind === kind)) continue;
    shown.push({ kind, place: 0, number: 0, label: texts[kind], words: 0, characters: 0 });
  }
  const rank = (row: Row) => ORDER.indexOf(row.kind) * 1000 + row.place;
  return shown.sort((one, other) => rank(one) - rank(other));
}

function label(part: Part): string {
  return part.kind === 'point' ? part.label : texts[part.kind];
}

/**
 * The place from 1 where a dragged point lands: `middles` are the points' middles in pixels, `from`
 * the dragged one's place, `y` the pointer.
 */
export function dropPlace(middles: number[], from: number, y: number): number {
  const above = middles.filter((middle, at) => at + 1 !== from && middle < y).length;
  return above + 1;
}
