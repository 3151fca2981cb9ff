/** What each line in view is: on which slip, of which part, or only the space between two. */
import { type EditorState, type Line, RangeSet, RangeSetBuilder, RangeValue } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { piece } from './piece';
import { NAMED, type Region } from './region';
import { Sight } from './sight';
import { edges, isBlank, isBreak, slipOn, type Tail, tailOf, type Written } from './slip';
import { slotApart } from './slot';

/**
 * `none` and `space` are not text but the distance between texts: `none` where a part's own padding
 * is the distance, `space` between two paragraphs.
 */
export type Row =
  | 'title'
  | 'dek'
  | 'lede'
  | 'heading'
  | 'body'
  | 'conclusion'
  | 'footer'
  | 'frontMatter'
  | 'underline'
  | 'free'
  | 'space'
  | 'none';

/** A line as it is drawn. */
export interface RowInfo {
  row: Row;
  slip: Written | null;
  /** The first or last line of its slip, and the first of its region. */
  first: boolean;
  last: boolean;
  opens: boolean;
}

function touches(line: Line, from: number, to: number): boolean {
  return line.from <= to && line.to >= from;
}

/** The region of a slip that the line shows, or the one whose markup it is. */
function regionOn(slip: Written, line: Line): { region: Region; inside: boolean } | null {
  for (const region of slip.regions) {
    if (touches(line, region.from, region.to)) return { region, inside: true };
    const { part } = region;
    if (part && part.kind !== 'point' && touches(line, part.from, part.to)) return { region, inside: false };
  }
  return null;
}

function rowOnSlip(slip: Written, line: Line, caret: boolean): Row {
  const found = regionOn(slip, line);
  if (!found) {
    if (!caret) return isBlank(line.text) || isBreak(line.text) ? 'none' : 'underline';
    return slip.kind === 'head' ? 'lede' : 'body';
  }
  if (!found.inside) return 'underline';
  if (!NAMED.has(found.region.kind) && !caret && isBlank(line.text)) return 'space';
  return found.region.kind;
}

function rowBetween(state: EditorState, line: Line, caret: boolean): Row {
  if (caret) return 'free';
  if (isBreak(line.text)) return 'none';
  if (!isBlank(line.text)) return 'free';
  return isFree(state, line, -1) && isFree(state, line, 1) ? 'space' : 'none';
}

/** Whether the next line with text is one that belongs to no part. */
function isFree(state: EditorState, from: Line, step: -1 | 1): boolean {
  for (let number = from.number + step; number > 0 && number <= state.doc.lines; number += step) {
    const line = state.doc.line(number);
    if (!isBlank(line.text)) return !isBreak(line.text) && !slipOn(state, line);
  }
  return false;
}

/** What `line` is. The line of the caret, or of a selection within it, is never mere distance. */
export function rowOf(state: EditorState, line: Line, tail: Tail | null): RowInfo {
  const { main } = state.selection;
  const caret = line.from <= main.from && main.to <= line.to && !slotApart(state);
  const slip = slipOn(state, line);
  if (slip) {
    const { top, end } = edges(state, slip, tail);
    return {
      row: rowOnSlip(slip, line, caret),
      slip,
      first: line.from <= slip.text[0] && !top,
      last: line.to >= slip.text[1] && !end && tail?.slip !== slip,
      opens: slip.regions.some(({ from }) => line.from <= from && from <= line.to),
    };
  }
  if (tail && line.from > tail.slip.text[1] && line.to <= tail.to) {
    const last = line.to === tail.to;
    return { row: caret ? 'body' : 'space', slip: tail.slip, first: false, last, opens: false };
  }
  return { row: rowBetween(state, line, caret), slip: null, first: false, last: false, opens: false };
}

class Skipped extends RangeValue {
  // What is written at either end is outside.
  override startSide = 1;
  override endSide = -1;
}
const skipped = new Skipped();
const decorations = new Map<string, Decoration>();

/** A line decoration of this class; `dir` lets each paragraph take its direction from its text. */
export function lineOf(name: string): Decoration {
  let line = decorations.get(name);
  if (!line) {
    line = Decoration.line({ class: name, attributes: { dir: 'auto' } });
    decorations.set(name, line);
  }
  return line;
}

function className({ row, slip, first, last, opens }: RowInfo): string {
  const names = [`lede-${row}`];
  if (slip?.kind === 'head') names.push('lede-on-head');
  else if (slip) names.push('lede-on-slip');
  if (first) names.push('lede-first');
  if (last) names.push('lede-last');
  if (opens) names.push('lede-opens');
  return names.join(' ');
}

interface Rows {
  lines: DecorationSet;
  atoms: RangeSet<Skipped>;
}

function isDistance({ row }: RowInfo): boolean {
  return row === 'none' || row === 'space';
}

/** The line to begin with: a distance that reaches into view is a whole only from its first line on. */
function startFor(state: EditorState, from: number, tail: Tail | null): Line {
  let line = state.doc.lineAt(from);
  while (line.number > 1 && isDistance(rowOf(state, line, tail))) line = state.doc.line(line.number - 1);
  return line;
}

/** Lines and skipped distances of `from..to`; nothing far outside of it is looked at. */
export function rowsIn(state: EditorState, from: number, to: number): Rows {
  const { doc } = state;
  const tail = tailOf(state);
  const lines = new RangeSetBuilder<Decoration>();
  const atoms = new RangeSetBuilder<Skipped>();
  let start: number | null = null;
  for (let line = startFor(state, from, tail); ; line = doc.line(line.number + 1)) {
    const info = rowOf(state, line, tail);
    lines.add(line.from, line.from, lineOf(className(info)));
    if (isDistance(info)) start ??= Math.max(0, line.from - 1);
    else {
      if (start !== null && start < line.from) atoms.add(start, line.from, skipped);
      start = null;
    }
    if ((line.to >= to && start === null) || line.number === doc.lines) break;
  }
  return { lines: lines.finish(), atoms: atoms.finish() };
}

const isText = ({ text }: Line): boolean => !isBlank(text) && !isBreak(text);

/** Whether a change is within lines of text that stay lines of text. */
function staysText({ startState, state, changes }: ViewUpdate): boolean {
  if (startState.doc.lines !== state.doc.lines) return false;
  let stays = true;
  changes.iterChangedRanges((fromA, toA, fromB, toB) => {
    const [before, after] = [startState.doc.lineAt(fromA), state.doc.lineAt(fromB)];
    stays &&= toA <= before.to && toB <= after.to && isText(before) && isText(after);
  });
  return stays;
}

/** Whether lines stay what they are, but for their places: a letter makes no other line of the one that it is on. */
function movesAlong(update: ViewUpdate): boolean {
  const { startState, state, transactions } = update;
  if (transactions.some(({ effects }) => effects.length > 0)) return false;
  const carets = [startState, state].map((one) => one.selection.main);
  if (!carets.every(({ empty }) => empty) || slotApart(startState) || slotApart(state)) return false;
  const [before, after] = [startState, state].map((one) => one.doc.lineAt(one.selection.main.head).number);
  return before === after && staysText(update);
}

class RowView implements Rows {
  lines: DecorationSet = Decoration.none;
  atoms: RangeSet<Skipped> = RangeSet.empty;
  private readonly sight: Sight;

  constructor(view: EditorView) {
    this.sight = new Sight(view);
    this.scan(view);
  }

  scan(view: EditorView): void {
    const { lines, atoms } = rowsIn(view.state, view.viewport.from, view.viewport.to);
    this.lines = lines;
    this.atoms = atoms;
  }

  update(update: ViewUpdate): void {
    const { startState, state, changes, docChanged, selectionSet, view } = update;
    const stays = this.sight.stays(update);
    if (docChanged && stays && movesAlong(update)) {
      this.lines = this.lines.map(changes);
      this.atoms = this.atoms.map(changes);
      return;
    }
    const moved = startState.field(piece) !== state.field(piece);
    if (!stays || docChanged || selectionSet || moved) this.scan(view);
  }
}

/** Draws the lines in view, and lets the caret pass over the distances between them. */
export const rows = ViewPlugin.fromClass(RowView, {
  decorations: (value) => value.lines,
  provide: (plugin) => EditorView.atomicRanges.of((view) => view.plugin(plugin)?.atoms ?? RangeSet.empty),
});
