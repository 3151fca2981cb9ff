/** The parts, slots and regions that belong to the document as it is, mapped until new ones come. */
import { type ChangeDesc, type EditorState, StateEffect, StateField } from '@codemirror/state';
import { mapSlot, type Part, partOf, type Slot, type Span, sameSlot } from './part';
import { Parts } from './parts';
import { partRank, Regions } from './region';

/** Parts and slots of one document; a change makes another piece. */
export class Piece {
  private ordered: Regions | null = null;

  /** Parts and slots in the order of the text. */
  constructor(
    readonly parts: Parts,
    readonly slots: readonly Slot[],
  ) {}

  /** What a caret can be in, from first to last. */
  get regions(): Regions {
    this.ordered ??= new Regions(this.parts, this.slots);
    return this.ordered;
  }

  map(changes: ChangeDesc): Piece {
    return new Piece(
      this.parts.map(changes),
      this.slots.map((slot) => mapSlot(slot, changes)),
    );
  }

  /** Whether parts and slots stand as these do; their counts may be others. */
  stands(parts: Parts, slots: readonly Slot[]): boolean {
    return (
      this.slots.length === slots.length &&
      this.slots.every((slot, at) => sameSlot(slot, slots[at] as Slot)) &&
      this.parts.stand(parts)
    );
  }

  /** Shows a part where a slot was, so that nothing jumps before the parser's own answer. */
  fill({ slot, at, whole, words }: Filling): Piece {
    const slots = this.slots.filter((one) => one.kind !== slot.kind || one.place !== slot.place);
    const parts = this.parts.all().map((part) => cut(part, at));
    if (slot.place > 0) {
      return new Piece(Parts.of(parts.map((part) => widen(part, slot, whole, words))), slots);
    }
    const others = parts.filter((part) => part.kind !== slot.kind);
    const grown = [...others, partOf(slot, whole, words)];
    // A part of no length begins where the next one does.
    return new Piece(Parts.of(grown.sort((a, b) => partRank(a) - partRank(b))), slots);
  }
}

/** What was written into a slot: where, the part with its markup, its words; in the new document. */
export interface Filling {
  slot: Slot;
  at: number;
  whole: Span;
  words: Span;
}

/** New parts and slots for the document as it is. */
export const derived = StateEffect.define<{ parts: Parts; slots: readonly Slot[] }>();

/** A slot has been written into. */
export const filled = StateEffect.define<Filling>();

/** Takes what was written behind a part out of that part, which had grown over it. */
function cut(part: Part, at: number): Part {
  if (part.from >= at || part.to < at) return part;
  const short = (span: Span | null): Span | null => span && [Math.min(span[0], at), Math.min(span[1], at)];
  return { ...part, to: at, heading: short(part.heading), body: short(part.body) };
}

function widen(part: Part, slot: Slot, whole: Span, words: Span): Part {
  if (part.kind !== 'point' || part.place !== slot.place) return part;
  const to = Math.max(part.to, whole[1]);
  return slot.kind === 'pointHeading' ? { ...part, to, heading: words } : { ...part, to, body: words };
}

/** The piece of the document as it is. */
export const piece = StateField.define<Piece>({
  create: () => new Piece(Parts.of([]), []),
  update(value, tr) {
    let now = tr.docChanged ? value.map(tr.changes) : value;
    for (const effect of tr.effects) {
      if (effect.is(filled)) now = now.fill(effect.value);
      if (effect.is(derived)) now = new Piece(effect.value.parts, effect.value.slots);
    }
    return now;
  },
});

/** The last point; its place is how many there are. */
export function lastPoint(state: EditorState): Part | null {
  const { parts } = state.field(piece);
  // Conclusion and footer are all that can come behind the points.
  for (const back of [1, 2, 3]) {
    const part = parts.at(parts.length - back);
    if (part?.kind === 'point') return part;
  }
  return null;
}

/** How many points the piece has. */
export function pointCount(state: EditorState): number {
  return lastPoint(state)?.place ?? 0;
}

/** The written part that holds `pos`. */
export function partAt(state: EditorState, pos: number): Part | null {
  return state.field(piece).parts.around(pos);
}
