/** Focus: the paragraph that is written stands out, because all else steps back. */
import { type EditorState, type Extension, RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { Span } from './part';
import { piece } from './piece';
import { isBlank } from './slip';
import { slotApart } from './slot';

const near = Decoration.line({ class: 'lede-near' });

/** The paragraph around `from..to`: to the next blank line on either side, and never out of its part. */
export function paragraphAround(state: EditorState, from: number, to: number): Span {
  const { doc } = state;
  const { regions } = state.field(piece);
  const top = regions.at(from)?.from ?? 0;
  const end = regions.at(to)?.to ?? doc.length;
  let first = doc.lineAt(from);
  let last = doc.lineAt(to);
  const goesOn = (number: number) => !isBlank(doc.line(number).text);
  if (!isBlank(first.text))
    while (first.from > top && first.number > 1 && goesOn(first.number - 1))
      first = doc.line(first.number - 1);
  if (!isBlank(last.text))
    while (last.to < end && last.number < doc.lines && goesOn(last.number + 1))
      last = doc.line(last.number + 1);
  return [first.from, last.to];
}

/** The lines of `from..to` in view that are written on; none while the caret is in an empty part. */
function linesNear(state: EditorState, from: number, to: number): DecorationSet {
  const found = new RangeSetBuilder<Decoration>();
  if (slotApart(state)) return Decoration.none;
  let done = from - 1;
  for (const range of state.selection.ranges) {
    const [start, end] = paragraphAround(state, range.from, range.to);
    let line = state.doc.lineAt(Math.max(start, done + 1, from));
    while (line.from <= Math.min(end, to)) {
      if (line.from > done) found.add(line.from, line.from, near);
      done = line.to;
      if (line.number === state.doc.lines) break;
      line = state.doc.line(line.number + 1);
    }
  }
  return found.finish();
}

class NearView {
  decorations: DecorationSet;

  constructor({ state, viewport }: EditorView) {
    this.decorations = linesNear(state, viewport.from, viewport.to);
  }

  update({ state, startState, view, docChanged, selectionSet, viewportChanged }: ViewUpdate): void {
    if (docChanged || selectionSet || viewportChanged || state.field(piece) !== startState.field(piece))
      this.decorations = linesNear(state, view.viewport.from, view.viewport.to);
  }
}

/** All but the caret's paragraph in grey. */
export function focusing(): Extension {
  return [
    ViewPlugin.fromClass(NearView, { decorations: (value) => value.decorations }),
    EditorView.editorAttributes.of({ class: 'lede-focus' }),
  ];
}
