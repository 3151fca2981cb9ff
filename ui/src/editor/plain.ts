/** The piece as plain Markdown: every character, with the markup in faint. */
import type { EditorState, Extension, Range } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { marksFor } from './hidden';
import type { Mark } from './markup';
import { lineOf } from './row';

const FAINT = new Set<Mark['kind']>(['hide', 'address', 'faint']);

function marks(state: EditorState, from: number, to: number): DecorationSet {
  const found: Range<Decoration>[] = [];
  for (let line = state.doc.lineAt(from); ; line = state.doc.line(line.number + 1)) {
    found.push(lineOf('lede-plain').range(line.from));
    if (line.to >= to || line.number === state.doc.lines) break;
  }
  for (const { kind, from: start, to: end, url } of marksFor(state, from, to)) {
    if (end < from || start > to) continue;
    const name = FAINT.has(kind) ? 'lede-md' : `lede-${kind}`;
    const attributes: Record<string, string> = url ? { 'data-url': url } : {};
    found.push(Decoration.mark({ class: name, attributes }).range(start, end));
  }
  return Decoration.set(found, true);
}

class PlainView {
  decorations: DecorationSet;

  constructor({ state, viewport }: EditorView) {
    this.decorations = marks(state, viewport.from, viewport.to);
  }

  update({ state, view, docChanged, viewportChanged }: ViewUpdate): void {
    if (docChanged || viewportChanged) this.decorations = marks(state, view.viewport.from, view.viewport.to);
  }
}

/** Everything that the text has as plain Markdown and not as cards. */
export function plain(): Extension {
  return [
    ViewPlugin.fromClass(PlainView, { decorations: (value) => value.decorations }),
    EditorView.editorAttributes.of({ class: 'lede-markdown' }),
  ];
}
