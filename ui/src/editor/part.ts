/** What the window knows of a text's grammar: the parts and empty places that it was told last. */
import type { ChangeDesc } from '@codemirror/state';

/** Start and end in a text, in UTF-16 units. */
export type Span = [from: number, to: number];

/** What a written part is. */
export type PartKind = 'frontMatter' | 'title' | 'dek' | 'lede' | 'point' | 'conclusion' | 'footer';

/** A part of a piece as it stands in the text. Offsets are UTF-16 units. */
export interface Part {
  kind: PartKind;
  /** The whole part, markup included, without outer blank lines. */
  from: number;
  to: number;
  /** The place of a point from 1; 0 for every other part. */
  place: number;
  /** The number of a point as it is written; 0 for every other part. */
  number: number;
  /** The number as written, such as `1.`, of a point. */
  marker: Span | null;
  /** The words of a title, a dek or a point's heading, without markup. */
  heading: Span | null;
  /** What a lede, a conclusion, a footer or a point says. */
  body: Span | null;
  words: number;
  characters: number;
}

/** What an empty part would be. */
export type SlotKind = 'title' | 'dek' | 'lede' | 'pointHeading' | 'pointBody' | 'conclusion';

/** A part that is absent or empty, and what is written around its first letter. */
export interface Slot {
  kind: SlotKind;
  /** The place of the point from 1; 0 for every other part. */
  place: number;
  at: number;
  before: string;
  after: string;
}

/** Where something is in a piece, by name. */
export interface Name {
  kind: PartKind | SlotKind;
  place: number;
}

/** Carries a span through changes; what is typed at its end belongs to it. */
export function mapSpan([from, to]: Span, changes: ChangeDesc): Span {
  const start = changes.mapPos(from, -1);
  return [start, Math.max(start, changes.mapPos(to, 1))];
}

/** Carries a part through changes, until the next parts come. */
export function mapPart<P extends Part>(part: P, changes: ChangeDesc): P {
  const [from, to] = mapSpan([part.from, part.to], changes);
  return {
    ...part,
    from,
    to,
    // A letter typed right behind the number belongs to the heading.
    marker: part.marker && [changes.mapPos(part.marker[0], 1), changes.mapPos(part.marker[1], -1)],
    heading: part.heading && mapSpan(part.heading, changes),
    body: part.body && mapSpan(part.body, changes),
  };
}

/** A part `by` UTF-16 units further down. */
export function shifted<P extends Part>(part: P, by: number): P {
  if (by === 0) return part;
  const along = (span: Span | null): Span | null => span && [span[0] + by, span[1] + by];
  const { from, to, marker, heading, body } = part;
  return {
    ...part,
    from: from + by,
    to: to + by,
    marker: along(marker),
    heading: along(heading),
    body: along(body),
  };
}

/** Carries an empty place through changes: it stays behind what is typed before it. */
export function mapSlot(slot: Slot, changes: ChangeDesc): Slot {
  return { ...slot, at: changes.mapPos(slot.at, 1) };
}

function sameSpan(one: Span | null, other: Span | null): boolean {
  return one === other || (one !== null && other !== null && one[0] === other[0] && one[1] === other[1]);
}

/** Whether two parts stand in the same place with the same number, however long they are said to be. */
export function standsAs(one: Part, other: Part): boolean {
  return (
    one.kind === other.kind &&
    one.place === other.place &&
    one.number === other.number &&
    one.from === other.from &&
    one.to === other.to &&
    sameSpan(one.marker, other.marker) &&
    sameSpan(one.heading, other.heading) &&
    sameSpan(one.body, other.body)
  );
}

/** Whether two empty places are one. */
export function sameSlot(one: Slot, other: Slot): boolean {
  return (
    one.kind === other.kind &&
    one.place === other.place &&
    one.at === other.at &&
    one.before === other.before &&
    one.after === other.after
  );
}

/** The part that a slot becomes when `from..to` is written into it, markup around included. */
export function partOf(slot: Slot, whole: Span, words: Span): Part {
  const named = slot.kind === 'title' || slot.kind === 'dek';
  return {
    kind: slot.kind === 'pointHeading' || slot.kind === 'pointBody' ? 'point' : slot.kind,
    from: whole[0],
    to: whole[1],
    place: slot.place,
    number: 0,
    marker: null,
    heading: named ? words : null,
    body: named ? null : words,
    words: 1,
    characters: words[1] - words[0],
  };
}
