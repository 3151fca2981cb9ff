/** A piece as the places that a caret can be in, from first to last. */
import type { Name, Part, PartKind, Slot, Span } from './part';

/** What a region says: a point has two, its heading and its body. */
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

/** Parts before the points, and behind them, where no place of a point reaches. */
const RANKS = {
  frontMatter: -4,
  title: -3,
  dek: -2,
  lede: -1,
  heading: 0,
  body: 1,
  conclusion: 1e9,
  footer: 1e9 + 1,
};

/** Orders regions as a piece has its parts, which two of them at the same offset do not show. */
function rank(kind: RegionKind, place: number): number {
  return RANKS[kind] + 2 * place;
}

function region(kind: RegionKind, part: Part, [from, to]: Span): Region {
  return { kind, place: part.place, from, to, slot: null, part };
}

function addPart(regions: Region[], part: Part): void {
  const { kind, heading, body } = part;
  if (kind !== 'point') {
    regions.push(region(kind, part, heading ?? body ?? [part.from, part.to]));
    return;
  }
  if (heading && heading[0] < heading[1]) regions.push(region('heading', part, heading));
  if (body && body[0] < body[1]) regions.push(region('body', part, body));
}

/** How a slot's kind is called as a region. */
export function regionKind(kind: Name['kind']): RegionKind {
  if (kind === 'point' || kind === 'pointHeading') return 'heading';
  return kind === 'pointBody' ? 'body' : kind;
}

/** The last index of `list`, which is sorted, for which `before` holds; -1 if there is none. */
export function lastIndex<T>(list: readonly T[], before: (one: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(list[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The part that holds `pos`, of parts in their order. */
export function partAmong(parts: readonly Part[], pos: number): Part | null {
  const part = parts[lastIndex(parts, ({ from }) => from <= pos)];
  return part && pos <= part.to ? part : null;
}

function openRegion(slot: Slot, points: readonly Part[]): Region {
  const kind = regionKind(slot.kind);
  const point = slot.place > 0 ? points.find(({ place }) => place === slot.place) : undefined;
  return { kind, place: slot.place, from: slot.at, to: slot.at, slot, part: point ?? null };
}

/**
 * The regions of a piece in their order. A title or dek of no words is there as markup only: its slot
 * stands for it, because the slot says how to write into it.
 */
export function regionsOf(parts: readonly Part[], slots: readonly Slot[]): Region[] {
  const regions: Region[] = [];
  for (const part of parts) addPart(regions, part);
  if (slots.length === 0) return regions;
  const points = slots.some(({ place }) => place > 0) ? parts : [];
  const open = slots.map((slot) => openRegion(slot, points)).sort(byRank);
  return merge(regions, open);
}

const byRank = (a: Region, b: Region) => rank(a.kind, a.place) - rank(b.kind, b.place);

/** Both lists in their common order; of two of one name the second list's stays. */
function merge(written: readonly Region[], open: readonly Region[]): Region[] {
  const merged: Region[] = [];
  let next = 0;
  for (const one of written) {
    let order = -1;
    for (let slot = open[next]; slot && order < 0; slot = open[next]) {
      order = byRank(slot, one);
      if (order > 0) break;
      merged.push(slot);
      next++;
    }
    if (order !== 0) merged.push(one);
  }
  return [...merged, ...open.slice(next)];
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

/** How many regions can begin at one offset or have their markup there: a slot or two, a heading's marks. */
const NEAR = 6;

/** The written region that holds `pos`, in its words or its markup; a place between two has none. */
export function regionAt(regions: readonly Region[], pos: number): Region | null {
  const last = lastIndex(regions, ({ from }) => from <= pos);
  for (let at = Math.max(0, last - NEAR); at <= last + NEAR; at++) {
    const one = regions[at];
    if (!one || one.slot) continue;
    const [from, to] = reach(one);
    if (from <= pos && pos <= to) return one;
  }
  return null;
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
