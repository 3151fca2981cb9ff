/** Where a caret lands that comes from elsewhere: in the words, never in markup that did not show. */
import { EditorSelection, EditorState, type Extension, type Transaction } from '@codemirror/state';
import { isMatterFolded } from './frontMatter';
import { piece } from './piece';
import { NAMED, type Region } from './region';
import { isBlank, slipBefore, slipOn } from './slip';
import { entered } from './slot';

function within(state: EditorState, region: Region, pos: number): number {
  const start = state.doc.lineAt(region.from).from;
  const end = state.doc.lineAt(region.to).to;
  return pos >= start && pos <= end ? Math.min(Math.max(pos, region.from), region.to) : pos;
}

/** The first place in the text that is not front matter. */
function behindMatter(state: EditorState, pos: number): number {
  const { regions } = state.field(piece);
  const { first } = regions;
  if (first?.kind !== 'frontMatter' || !isMatterFolded(state) || pos > first.to) return pos;
  return regions.beside(first, 1)?.from ?? pos;
}

/** A caret below the last line of the last part stays on that part: there is nothing to see below. */
function aboveEnd(state: EditorState, pos: number): number {
  const line = state.doc.lineAt(pos);
  if (!isBlank(line.text) || slipOn(state, line)) return pos;
  const slip = slipBefore(state, pos);
  if (!slip || slip !== slipBefore(state, state.doc.length)) return pos;
  return /\S/.test(state.sliceDoc(slip.text[1])) ? pos : slip.text[1];
}

/** Where a caret that was sent to `pos` from another line is to stand. */
export function arrival(state: EditorState, pos: number): number {
  const inText = aboveEnd(state, behindMatter(state, pos));
  const line = state.doc.lineAt(inText);
  const near = state.field(piece).regions.touching(line.from, line.to);
  const region = near.find(({ kind }) => NAMED.has(kind));
  return region ? within(state, region, inText) : inText;
}

function comesFromElsewhere(tr: Transaction): boolean {
  if (tr.docChanged || !tr.selection?.main.empty || !tr.isUserEvent('select')) return false;
  if (tr.effects.some((effect) => effect.is(entered))) return false;
  const { doc, selection } = tr.startState;
  const { from, to } = doc.lineAt(selection.main.head);
  const { head } = tr.selection.main;
  return head < from || head > to;
}

/** Keeps arriving carets in the words. */
export function arriving(): Extension {
  return EditorState.transactionFilter.of((tr) => {
    if (!tr.selection || !comesFromElsewhere(tr)) return tr;
    const { main } = tr.selection;
    const pos = arrival(tr.startState, main.head);
    if (pos === main.head) return tr;
    if (tr.selection.ranges.length > 1)
      return [tr, { selection: tr.selection.replaceRange(EditorSelection.cursor(pos)), sequential: true }];
    const cursor = EditorSelection.cursor(pos, main.assoc, main.bidiLevel ?? undefined, main.goalColumn);
    return [tr, { selection: EditorSelection.single(cursor.head), sequential: true }];
  });
}
