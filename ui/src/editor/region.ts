/** A piece as the places that a caret can be in, from first to last. */
import type { Name, Part, PartKind, Slot, Span } from './part';
import { lastIndex, type Parts } from './parts';

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
function rank({ kind, place }: Pick<Region, 'kind' | 'place'>): number {
  return RANKS[kind] + 2 * place;
}

/** The rank of a part's first region: parts stand in the order of their ranks. */
export function partRank({ kind, place }: Name): number {
  return rank({ kind: regionKind(kind), place });
}

function region(kind: RegionKind, part: Part, [from, to]: Span): Region {
  return { kind, place: part.place, from, to, slot: null, part };
}

/** The regions that a part has words in. */
function written(part: Part): Region[] {
  const { kind, heading, body } = part;
  if (kind !== 'point') return [region(kind, part, heading ?? body ?? [part.from, part.to])];
  return [
    ...(heading && heading[0] < heading[1] ? [region('heading', part, heading)] : []),
    ...(body && body[0] < body[1] ? [region('body', part, body)] : []),
  ];
}

/** How a slot's kind is called as a region. */
export function regionKind(kind: Name['kind']): RegionKind {
  if (kind === 'point' || kind === 'pointHeading') return 'heading';
  return kind === 'pointBody' ? 'body' : kind;
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

/**
 * The regions of a piece in their order. Each is made when it is asked for, so that a key looks at those
 * around the caret and at no others. A title or dek of no words is there as markup only: its slot stands
 * for it, because the slot says how to write into it.
 */
export class Regions {
  /** The empty ones, in order. */
  readonly open: readonly Region[];

  constructor(
    readonly parts: Parts,
    slots: readonly Slot[],
  ) {
    this.open = slots.map((slot) => this.ofSlot(slot)).sort((one, other) => rank(one) - rank(other));
  }

  /** The first of all. */
  get first(): Region | null {
    return this.next(Number.NEGATIVE_INFINITY, 1);
  }

  /** The written region that holds `pos`, in its words or its markup; a place between two has none. */
  at(pos: number): Region | null {
    const last = this.parts.lastFrom(pos);
    // A part may end where the next one begins.
    const near = this.parts.slice(Math.max(last - 1, 0), last + 1).flatMap((part) => this.written(part));
    return near.find((one) => reach(one)[0] <= pos && pos <= reach(one)[1]) ?? null;
  }

  /** The region of this name; a point's is its heading. */
  named({ kind, place }: Name): Region | null {
    const wanted = rank({ kind: regionKind(kind), place });
    const part = this.partAt(wanted);
    const words = part ? written(part) : [];
    return this.openAt(wanted) ?? words.find((one) => rank(one) === wanted) ?? null;
  }

  /** The region before (-1) or after (1) this one. */
  beside(region: Region, step: -1 | 1): Region | null {
    return this.next(rank(region), step);
  }

  /** The first region that begins behind `pos` (1), or the last that ends before it (-1). */
  beyond(pos: number, step: -1 | 1): Region | null {
    const part = this.parts.at(this.parts.lastFrom(pos) + (step < 0 ? 1 : 0));
    const isBeyond = ({ from, to }: Region) => (step < 0 ? to < pos : from > pos);
    const none = step < 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    let found = this.next(part ? partRank(part) - step / 2 : none, step);
    while (found && !isBeyond(found)) found = this.beside(found, step);
    return found;
  }

  /** The regions that touch `from..to`, in order. */
  touching(from: number, to: number): Region[] {
    const words = this.parts.touching(from, to).flatMap((part) => this.written(part));
    const near = [...words, ...this.open].filter((one) => one.from <= to && one.to >= from);
    return near.sort((one, other) => rank(one) - rank(other));
  }

  /** The regions of a point. */
  ofPoint(place: number): Region[] {
    const kinds = ['pointHeading', 'pointBody'] as const;
    return kinds.flatMap((kind) => this.named({ kind, place }) ?? []);
  }

  /** The part that a region of this name is in. */
  partNamed({ kind, place }: Name): Part | null {
    return this.partAt(rank({ kind: regionKind(kind), place }));
  }

  private ofSlot(slot: Slot): Region {
    const { place, at } = slot;
    const part = place > 0 ? this.partNamed(slot) : null;
    return { kind: regionKind(slot.kind), place, from: at, to: at, slot, part };
  }

  /** The part that has the region of this rank. */
  private partAt(wanted: number): Part | null {
    const part = this.parts.at(this.parts.lastNamed(partRank, wanted));
    if (!part) return null;
    return wanted - partRank(part) < (part.kind === 'point' ? 2 : 1) ? part : null;
  }

  private openAt(wanted: number): Region | null {
    const index = lastIndex(this.open, (one) => rank(one) <= wanted);
    const found = this.open[index];
    return found && rank(found) === wanted ? found : null;
  }

  /** The regions of a part, without those that a slot stands for. */
  private written(part: Part): Region[] {
    return written(part).filter((one) => !this.openAt(rank(one)));
  }

  /** The nearest region of a rank beyond `limit`. */
  private next(limit: number, step: -1 | 1): Region | null {
    const before = lastIndex(this.open, (one) => rank(one) < limit);
    const behind = lastIndex(this.open, (one) => rank(one) <= limit) + 1;
    const open = this.open[step < 0 ? before : behind] ?? null;
    const words = this.nextWritten(limit, step, open ? rank(open) : step * Number.POSITIVE_INFINITY);
    if (!open || !words) return open ?? words;
    return (rank(words) - rank(open)) * step < 0 ? words : open;
  }

  /** The nearest written region of a rank beyond `limit`; beyond `end` none is looked for. */
  private nextWritten(limit: number, step: -1 | 1, end: number): Region | null {
    const { parts } = this;
    for (let at = Math.max(parts.lastNamed(partRank, limit), 0); at >= 0; at += step) {
      const part = parts.at(at);
      if (!part || (partRank(part) - end) * step > 0) return null;
      const words = this.written(part).filter((one) => (rank(one) - limit) * step > 0);
      const found = words[step < 0 ? words.length - 1 : 0];
      if (found) return found;
    }
    return null;
  }
}
