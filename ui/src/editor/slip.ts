/** The slips of paper that a piece lies on: title, dek and lede share one, every point has its own. */
import type { EditorState, Line } from '@codemirror/state';
import type { Name, Slot } from './part';
import { piece } from './piece';
import { lastIndex, partKind, type Region, type RegionKind, regionKind } from './region';
import { onLine, regionHere, slotApart } from './slot';

/** What lies on a slip; `head` is title, dek and lede. */
export type SlipKind = 'frontMatter' | 'head' | 'point' | 'conclusion' | 'footer';

/** One paper and the regions on it. */
export interface Slip {
  kind: SlipKind;
  /** The place of a point from 1, else 0; with the kind it names the slip. */
  place: number;
  regions: Region[];
  /** Start and end of its text, markup included; null as long as it has only empty places. */
  text: [from: number, to: number] | null;
}

function slipKind(kind: RegionKind): SlipKind {
  if (kind === 'title' || kind === 'dek' || kind === 'lede') return 'head';
  return kind === 'heading' || kind === 'body' ? 'point' : kind;
}

function textOf(state: EditorState, region: Region): [number, number] | null {
  const { slot, part } = region;
  if (part) return [part.from, part.to];
  if (slot && !onLine(state, slot)) return null;
  const line = state.doc.lineAt(region.from);
  return [line.from, line.to];
}

function add(state: EditorState, slips: Slip[], region: Region): void {
  const kind = slipKind(region.kind);
  const text = textOf(state, region);
  const last = slips[slips.length - 1];
  if (last?.kind === kind && last.place === region.place) {
    last.regions.push(region);
    if (text) last.text = last.text ? [last.text[0], Math.max(last.text[1], text[1])] : text;
  } else {
    slips.push({ kind, place: region.place, regions: [region], text });
  }
}

interface Slips {
  all: readonly Slip[];
  written: readonly Written[];
}

/** A slip that has text. */
export type Written = Slip & { text: [from: number, to: number] };

const known = new WeakMap<readonly Region[], Slips>();

function layOut(state: EditorState): Slips {
  const { regions } = state.field(piece);
  let slips = known.get(regions);
  if (!slips) {
    const all: Slip[] = [];
    for (const region of regions) add(state, all, region);
    slips = { all, written: all.filter((slip): slip is Written => slip.text !== null) };
    known.set(regions, slips);
  }
  return slips;
}

/** The slips from first to last. */
export function slipsOf(state: EditorState): readonly Slip[] {
  return layOut(state).all;
}

/** The last slip whose text begins at `pos` or before. */
export function slipBefore(state: EditorState, pos: number): Written | null {
  const { written } = layOut(state);
  return written[lastIndex(written, ({ text }) => text[0] <= pos)] ?? null;
}

/** The slips that have text in `from..to`, and those without text. */
export function slipsIn(state: EditorState, from: number, to: number): readonly Slip[] {
  const { all, written } = layOut(state);
  const first = lastIndex(written, ({ text }) => text[1] < from) + 1;
  const seen = written.slice(first, lastIndex(written, ({ text }) => text[0] <= to) + 1);
  return all.length === written.length ? seen : [...seen, ...all.filter(({ text }) => text === null)];
}

/** The slip that a slot is on. */
export function slipOf(state: EditorState, slot: Slot): Slip | null {
  if (slot.place > 0) return slipBefore(state, slot.at);
  const kind = slipKind(regionKind(slot.kind));
  return slipsOf(state).find((slip) => slip.kind === kind) ?? null;
}

/** The slip whose text is on this line. */
export function slipOn(state: EditorState, line: Line): Written | null {
  const slip = slipBefore(state, line.to);
  return slip && slip.text[1] >= line.from ? slip : null;
}

/** A line of three or more of one of `-`, `*`, `_`. */
export function isBreak(text: string): boolean {
  return /^ {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$/.test(text);
}

/** Whether a line has nothing to be seen. */
export const isBlank = (text: string): boolean => !/\S/.test(text);

/** A slip that reaches further down than its text, because the caret stands on a new line below it. */
export interface Tail {
  slip: Written;
  to: number;
}

/** The blank line below a slip that the caret is on, up to which the slip is drawn. */
export function tailOf(state: EditorState): Tail | null {
  const { main } = state.selection;
  const line = state.doc.lineAt(main.head);
  if (!main.empty || !isBlank(line.text)) return null;
  const slip = slipBefore(state, line.from);
  if (!slip || line.from <= slip.text[1] || slip.kind === 'frontMatter') return null;
  if (slotApart(state)) return null;
  for (let above = line; above.from > slip.text[1]; above = state.doc.line(above.number - 1)) {
    if (!isBlank(above.text)) return null;
  }
  return { slip, to: line.to };
}

/** The slip that the caret is in. */
export function slipHere(state: EditorState): Slip | null {
  const region = regionHere(state);
  if (region?.slot) return slipOf(state, region.slot);
  if (region) return slipBefore(state, region.to);
  return slipOn(state, state.doc.lineAt(state.selection.main.head)) ?? tailOf(state)?.slip ?? null;
}

/** The part that the caret is in, or that it would write on. */
export function partHere(state: EditorState): Name | null {
  const region = regionHere(state) ?? slipHere(state)?.regions.at(-1);
  return region ? { kind: partKind(region.kind), place: region.place } : null;
}

/** The empty places of a slip that have no line to stand on, and are drawn between its lines. */
export function drawnSlots(state: EditorState, slip: Slip, tail: Tail | null): Slot[] {
  // On a new line below the text the caret is where the empty place would be.
  if (tail?.slip === slip) return [];
  return slip.regions.flatMap(({ slot }) => (slot && !onLine(state, slot) ? [slot] : []));
}

/** Whether such a place is the first or the last thing on the slip. */
export function edges(
  state: EditorState,
  slip: Slip,
  tail: Tail | null,
): { top: Slot | null; end: Slot | null } {
  const drawn = drawnSlots(state, slip, tail);
  const top = drawn.find((slot) => slot === slip.regions[0]?.slot) ?? null;
  const end = drawn.find((slot) => slot === slip.regions[slip.regions.length - 1]?.slot) ?? null;
  return { top, end };
}
