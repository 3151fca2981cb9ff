/**
 * The parts of a text in their order, of which a key moves all that stand behind it.
 *
 * As the text of an editor may be kept with a gap at the caret, so are they: those behind one place have
 * their offsets moved together, by one number, when they are asked for. Then a letter in a part costs no
 * more among thousands of them than among five.
 */
import type { ChangeDesc } from '@codemirror/state';
import { mapPart, type Name, type Part, shifted, standsAs } from './part';

/** Parts that are new, between those that stay before them and those that stay, but move, behind them. */
export interface Renewal<P> {
  /** How many stay before. */
  kept: number;
  /** How many stay behind. */
  moved: number;
  /** By how many UTF-16 units those have moved. */
  by: number;
  /** What stands between the two now. */
  parts: readonly P[];
}

/** The last place in a sorted list for which `before` holds; -1 if it holds for none. */
export function lastIndex<T>(list: readonly T[], before: (one: T, at: number) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(list[middle] as T, middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export class Parts<P extends Part = Part> {
  private constructor(
    private readonly list: readonly P[],
    /** From this place in the list on, offsets are to be moved by `by` UTF-16 units. */
    private readonly gap: number,
    private readonly by: number,
  ) {}

  static of<P extends Part>(list: readonly P[]): Parts<P> {
    return new Parts(list, list.length, 0);
  }

  get length(): number {
    return this.list.length;
  }

  /** The part at this place from 0, if there is one. */
  at(index: number): P | undefined {
    const part = this.list[index];
    return part && shifted(part, this.shiftAt(index));
  }

  /** The parts from one place up to another. */
  slice(from: number, to: number): P[] {
    return this.list.slice(from, to).map((part, at) => shifted(part, this.shiftAt(from + at)));
  }

  /** All of them. */
  all(): P[] {
    return this.slice(0, this.length);
  }

  /** The place of the last part that begins at `pos` or before; -1 if none does. */
  lastFrom(pos: number): number {
    return lastIndex(this.list, ({ from }, at) => from + this.shiftAt(at) <= pos);
  }

  /** The place of the last part that ends before `pos`; -1 if none does. */
  lastBefore(pos: number): number {
    return lastIndex(this.list, ({ to }, at) => to + this.shiftAt(at) < pos);
  }

  /** The place of the last part whose name comes before or is this one, as `order` has them. */
  lastNamed(order: (name: Name) => number, limit: number): number {
    return lastIndex(this.list, (part) => order(part) <= limit);
  }

  /** The part that holds `pos`. */
  around(pos: number): P | null {
    const part = this.at(this.lastFrom(pos));
    return part && pos <= part.to ? part : null;
  }

  /** The parts that touch `from..to`. */
  touching(from: number, to: number): P[] {
    return this.slice(this.lastBefore(from) + 1, this.lastFrom(to) + 1);
  }

  /** Carries them through changes; those before and behind all of them are not looked at. */
  map(changes: ChangeDesc): Parts<P> {
    let start = Number.POSITIVE_INFINITY;
    let end = -1;
    changes.iterChangedRanges((from, to) => {
      start = Math.min(start, from);
      end = Math.max(end, to);
    });
    const kept = this.lastBefore(start) + 1;
    const behind = Math.max(this.lastFrom(end) + 1, kept);
    return this.renewed({
      kept,
      moved: this.length - behind,
      by: changes.newLength - changes.length,
      parts: this.slice(kept, behind).map((part) => mapPart(part, changes)),
    });
  }

  /** With new parts among them. */
  renewed({ kept, moved, by, parts }: Renewal<P>): Parts<P> {
    const behind = this.length - moved;
    const { list, by: before } = this.gapWithin(kept, behind);
    const renewed = list.slice(0, kept).concat(parts, list.slice(behind));
    return new Parts(renewed, kept + parts.length, before + by);
  }

  /** Whether all stand as these do; their counts may be others. */
  stand(others: Parts): boolean {
    return (
      this.length === others.length &&
      this.list.every((part, at) => {
        const same = part === others.list[at] && this.shiftAt(at) === others.shiftAt(at);
        return same || standsAs(shifted(part, this.shiftAt(at)), others.at(at) as Part);
      })
    );
  }

  private shiftAt(index: number): number {
    return index < this.gap ? 0 : this.by;
  }

  /** The same parts with the gap at one of these places. */
  private gapWithin(low: number, high: number): Parts<P> {
    const gap = Math.min(Math.max(this.gap, low), high);
    if (gap === this.gap) return this;
    const by = gap > this.gap ? this.by : -this.by;
    const [from, to] = [Math.min(gap, this.gap), Math.max(gap, this.gap)];
    const passed = this.list.slice(from, to).map((part) => shifted(part, by));
    return new Parts(this.list.slice(0, from).concat(passed, this.list.slice(to)), gap, this.by);
  }
}
