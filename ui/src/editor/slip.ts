/** The slips of paper that a piece lies on: title, dek and lede share one, every point has its own. */
import type { EditorState, Line } from '@codemirror/state';
import type { Name, Slot } from './part';
import { piece } from './piece';
import { partKind, type Region, type RegionKind, type Regions, regionKind } from './region';
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

/** A slip that has text. */
export type Written = Slip & { text: [from: number, to: number] };

const isWritten = (slip: Slip | null): slip is Written => slip !== null && slip.text !== null;

function textOf(state: EditorState, region: Region): [number, number] | null {
  const { slot, part } = region;
  if (part) return [part.from, part.to];
  if (slot && !onLine(state, slot)) return null;
  const line = state.doc.lineAt(region.from);
  return [line.from, line.to];
}

/** A slip with these regions, if there are any. */
function lay(state: EditorState, kind: SlipKind, place: number, regions: Region[]): Slip | null {
  if (regions.length === 0) return null;
  const texts = regions.map((region) => textOf(state, region)).filter((text) => text !== null);
  const text: Slip['text'] = texts[0] ? [texts[0][0], Math.max(...texts.map(([, to]) => to))] : null;
  return { kind, place, regions, text };
}

const HEAD = ['title', 'dek', 'lede'] as const;

/** The slips of one piece. Those of points are laid when they are asked for. */
class Slips {
  private readonly points = new Map<number, Slip | null>();
  private readonly matter: Slip | null;
  private readonly head: Slip | null;
  private readonly closing: readonly Slip[];

  constructor(
    private readonly state: EditorState,
    private readonly regions: Regions,
  ) {
    const alone = (kind: 'frontMatter' | 'conclusion' | 'footer') =>
      lay(state, kind, 0, [regions.named({ kind, place: 0 }) ?? []].flat());
    const head = HEAD.flatMap((kind) => regions.named({ kind, place: 0 }) ?? []);
    this.matter = alone('frontMatter');
    this.head = lay(state, 'head', 0, head);
    this.closing = [alone('conclusion'), alone('footer')].flatMap((slip) => slip ?? []);
  }

  /** The slip of a point. */
  point(place: number): Slip | null {
    let slip = this.points.get(place);
    if (slip === undefined) {
      slip = lay(this.state, 'point', place, this.regions.ofPoint(place));
      this.points.set(place, slip);
    }
    return slip;
  }

  /** All, from first to last. */
  all(): Slip[] {
    const points = this.regions.parts.all().flatMap(({ kind, place }) => (kind === 'point' ? place : []));
    const slips = [this.matter, this.head, ...points.map((place) => this.point(place)), ...this.closing];
    return slips.filter((slip) => slip !== null);
  }

  /** The slip that this lies on. */
  of({ kind, place }: Name): Slip | null {
    if (place > 0) return this.point(place);
    const wanted = slipKind(regionKind(kind));
    return [this.matter, this.head, ...this.closing].find((slip) => slip?.kind === wanted) ?? null;
  }

  /** The last slip whose text begins at `pos` or before. */
  before(pos: number): Written | null {
    const { parts } = this.regions;
    for (let at = parts.lastFrom(pos); at >= 0; at--) {
      const part = parts.at(at);
      const slip = part ? this.of(part) : null;
      if (isWritten(slip) && slip !== this.matter) return slip;
    }
    // A title that is still to be written has a line and no part.
    const first = [this.head, this.matter].find((slip) => isWritten(slip) && slip.text[0] <= pos) ?? null;
    return isWritten(first) ? first : null;
  }

  /** The slips that have text in `from..to`, and those without text. */
  touching(from: number, to: number): Slip[] {
    const near = this.regions.parts.touching(from, to).flatMap((part) => this.of(part) ?? []);
    const open = [this.head, ...this.closing].flatMap((slip) => slip ?? []);
    const isNear = ({ text }: Slip) => text === null || (text[0] <= to && text[1] >= from);
    return [...new Set([...near, ...open])].filter(isNear);
  }
}

const known = new WeakMap<Regions, Slips>();

function slips(state: EditorState): Slips {
  const { regions } = state.field(piece);
  let laid = known.get(regions);
  if (!laid) {
    laid = new Slips(state, regions);
    known.set(regions, laid);
  }
  return laid;
}

/** The slips from first to last. */
export function slipsOf(state: EditorState): readonly Slip[] {
  return slips(state).all();
}

/** The last slip whose text begins at `pos` or before. */
export function slipBefore(state: EditorState, pos: number): Written | null {
  return slips(state).before(pos);
}

/** The slips that have text in `from..to`, and those without text. */
export function slipsIn(state: EditorState, from: number, to: number): readonly Slip[] {
  return slips(state).touching(from, to);
}

/** The slip that a slot is on. */
export function slipOf(state: EditorState, slot: Slot): Slip | null {
  return slips(state).of(slot);
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
