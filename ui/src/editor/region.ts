/** A piece as the places that a caret can be in, from first to last. */
import type { Name, Part, PartKind, Slot, Span } from './part';

export type RegionKind =
  | 'frontMatter'
  | 'title'
  | 'dek'
  | 'lede'
  | 'heading'
  | 'body'
  | 'conclusion'
  | 'footer';

/** A stretch of text without its outer markup, or the empty place of one. */
export interface Region {
  kind: RegionKind;
  /** The place of the point from 1; 0 outside of points. */
  place: number;
  from: number;
  to: number;
  /** Set when there is no text yet: then `from` and `to` are the place where it is written. */
  slot: Slot | null;
  /** The part that it belongs to, if that exists. */
  part: Part | null;
}

/** The regions that are words between markup, on lines of their own. */
export const NAMED: ReadonlySet<RegionKind> = new Set<RegionKind>(['title', 'dek', 'heading']);

const BEFORE_POINTS: RegionKind[] = ['frontMatter', 'title', 'dek', 'lede'];
const AFTER_POINTS: RegionKind[] = ['conclusion', 'footer'];

/** Orders regions as a piece has its parts, which two of them at the same offset do not show. */
function rank({ kind, place }: Region): number {
  const before = BEFORE_POINTS.indexOf(kind);
  if (before >= 0) return before - BEFORE_POINTS.length;
  const after = AFTER_POINTS.indexOf(kind);
  if (after >= 0) return Number.MAX_SAFE_INTEGER - 1 + after;
  return 2 * place + (kind === 'body' ? 1 : 0);
}

function region(kind: RegionKind, part: Part, [from, to]: Span): Region {
  return { kind, place: part.place, from, to, slot: null, part };
}

function regionsOfPart(part: Part): Region[] {
  const { kind, heading, body } = part;
  if (kind === 'point') {
    const found: Region[] = [];
    if (heading && heading[0] < heading[1]) found.push(region('heading', part, heading));
    if (body && body[0] < body[1]) found.push(region('body', part, body));
    return found;
  }
  return [region(kind, part, heading ?? body ?? [part.from, part.to])];
}

/** How a slot's kind is called as a region. */
export function regionKind(kind: Name['kind']): RegionKind {
  if (kind === 'point' || kind === 'pointHeading') return 'heading';
  return kind === 'pointBody' ? 'body' : kind;
}

const key = (kind: RegionKind, place: number) => `${kind} ${place}`;

/**
 * The regions of a piece in their order. A title or dek of no words is there as markup only: its slot
 * stands for it, because the slot says how to write into it.
 */
export function regionsOf(parts: readonly Part[], slots: readonly Slot[]): Region[] {
  const empty = new Set(slots.map((slot) => key(regionKind(slot.kind), slot.place)));
  const points = new Map(parts.filter((part) => part.kind === 'point').map((part) => [part.place, part]));
  const written = parts.flatMap(regionsOfPart).filter((one) => !empty.has(key(one.kind, one.place)));
  const open = slots.map((slot): Region => {
    const part = points.get(slot.place) ?? null;
    return { kind: regionKind(slot.kind), place: slot.place, from: slot.at, to: slot.at, slot, part };
  });
  return [...written, ...open].sort((a, b) => rank(a) - rank(b));
}

/** The kind of part that a region is in. */
export function partKind(kind: RegionKind): PartKind {
  return kind === 'heading' || kind === 'body' ? 'point' : kind;
}

/** Where a written region and the markup around it end: a heading's is all that comes before the body. */
function reach({ kind, from, to, part }: Region): Span {
  if (!part || !NAMED.has(kind)) return [from, to];
  const { body } = part;
  return [part.from, kind === 'heading' && body && body[0] < body[1] ? body[0] - 1 : part.to];
}

/** The written region that holds `pos`, in its words or its markup; a place between two has none. */
export function regionAt(regions: readonly Region[], pos: number): Region | null {
  const found = regions.find((one) => {
    const [from, to] = reach(one);
    return !one.slot && from <= pos && pos <= to;
  });
  return found ?? null;
}

/** The region before (-1) or after (1) this one. */
export function neighbour(regions: readonly Region[], of: Region, step: -1 | 1): Region | null {
  const at = regions.findIndex((one) => one.kind === of.kind && one.place === of.place);
  return at < 0 ? null : (regions[at + step] ?? null);
}

/** The region of this name; a point's is its heading. */
export function regionNamed(regions: readonly Region[], { kind, place }: Name): Region | null {
  const wanted = regionKind(kind);
  return regions.find((one) => one.kind === wanted && one.place === place) ?? null;
}
