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
  const rank = (row: Row) => ORDER.indexOf(row.kind);
  return shown.sort((one, other) => rank(one) - rank(other) || one.place - other.place);
}

function label(part: Part): string {
  return part.kind === 'point' ? part.label : texts[part.kind];
}

/** As many points as are all drawn: the page pays for each row with every key, also for one out of sight. */
const MANY = 120;
/** How many points are drawn beyond those that are seen, on either side. */
const BEYOND = 40;

/** The points that are drawn: those behind the place `after`, up to the place `last`. */
export interface Drawn {
  after: number;
  last: number;
}

/** The first points, before anybody knows how high a row is. */
export const FIRST: Drawn = { after: 0, last: MANY };

/** What of this range there is among so many points. */
export function within({ after, last }: Drawn, points: number): Drawn {
  if (points <= MANY) return { after: 0, last: points };
  return { after: Math.min(after, points - MANY), last: Math.min(Math.max(last, MANY), points) };
}

/**
 * Which points are to be drawn, each `height` pixels high, where those from `top` to `bottom` are seen, in pixels
 * from the first; those that are drawn `now`, as long as they are enough.
 */
export function drawn(now: Drawn, height: number, top: number, bottom: number): Drawn {
  if (height <= 0) return now;
  const [first, end] = [Math.max(Math.floor(top / height), 0), Math.max(Math.ceil(bottom / height), 0)];
  return now.after <= first && end <= now.last
    ? now
    : { after: Math.max(first - BEYOND, 0), last: end + BEYOND };
}

/** A point's row on the page: its place, and its middle in pixels. */
export interface RowAt {
  place: number;
  middle: number;
}

/** The place from 1 where a dragged point lands: `from` is its own, `y` where the pointer is in pixels. */
export function dropPlace(rows: readonly RowAt[], from: number, y: number): number {
  const above = rows.findLast(({ place, middle }) => place !== from && middle < y);
  if (!above) return rows[0]?.place ?? 1;
  return above.place < from ? above.place + 1 : above.place;
}
