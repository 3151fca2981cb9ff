/** The parts, slots and regions that belong to the document as it is, mapped until new ones come. */
import { type ChangeDesc, type EditorState, StateEffect, StateField } from '@codemirror/state';
import { mapPart, mapSlot, type Part, partOf, type Slot, type Span } from './part';
import { type Region, regionsOf } from './region';

export interface Piece {
  /** In the order of the text. */
  parts: readonly Part[];
  slots: readonly Slot[];
  regions: readonly Region[];
}

/** New parts and slots for the document as it is. */
export const derived = StateEffect.define<{ parts: readonly Part[]; slots: readonly Slot[] }>();

/** A slot has been written into; the spans are in the new document. */
export const filled = StateEffect.define<{ slot: Slot; whole: Span; words: Span }>();

export function pieceOf(parts: readonly Part[], slots: readonly Slot[]): Piece {
  return { parts, slots, regions: regionsOf(parts, slots) };
}

function mapPiece(piece: Piece, changes: ChangeDesc): Piece {
  return pieceOf(
    piece.parts.map((part) => mapPart(part, changes)),
    piece.slots.map((slot) => mapSlot(slot, changes)),
  );
}

function inPoint(part: Part, slot: Slot, whole: Span, words: Span): Part {
  if (part.kind !== 'point' || part.place !== slot.place) return part;
  const field = slot.kind === 'pointHeading' ? 'heading' : 'body';
  return { ...part, [field]: words, to: Math.max(part.to, whole[1]) };
}

/** Shows a part where a slot was, so that nothing jumps before the parser's own answer. */
function fill(piece: Piece, slot: Slot, whole: Span, words: Span): Piece {
  const slots = piece.slots.filter((one) => one.kind !== slot.kind || one.place !== slot.place);
  if (slot.place > 0) {
    return pieceOf(
      piece.parts.map((part) => inPoint(part, slot, whole, words)),
      slots,
    );
  }
  const others = piece.parts.map((part) => clear(part, whole)).filter((part) => part.kind !== slot.kind);
  const parts = [...others, partOf(slot, whole, words)];
  return pieceOf(
    parts.sort((a, b) => a.from - b.from),
    slots,
  );
}

/** Takes what was written into a slot behind a part out of that part, which had grown over it. */
function clear(part: Part, [from, to]: Span): Part {
  if (part.from >= from || part.to < to) return part;
  const cut = (span: Span | null): Span | null => span && [span[0], Math.min(span[1], from)];
  return { ...part, to: from, heading: cut(part.heading), body: cut(part.body) };
}

/** The piece of the document as it is. */
export const piece = StateField.define<Piece>({
  create: () => pieceOf([], []),
  update(value, tr) {
    let now = tr.docChanged ? mapPiece(value, tr.changes) : value;
    for (const effect of tr.effects) {
      if (effect.is(filled)) now = fill(now, effect.value.slot, effect.value.whole, effect.value.words);
      if (effect.is(derived)) now = pieceOf(effect.value.parts, effect.value.slots);
    }
    return now;
  },
});

/** How many points the piece has. */
export function pointCount(state: EditorState): number {
  return state.field(piece).parts.filter((part) => part.kind === 'point').length;
}

/** The written part that holds `pos`. */
export function partAt(state: EditorState, pos: number): Part | null {
  return state.field(piece).parts.find((part) => part.from <= pos && pos <= part.to) ?? null;
}
