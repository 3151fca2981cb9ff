/** A stretch of the document that can be read as Markdown without the rest of it. */
import type { EditorState } from '@codemirror/state';
import { partAt } from './piece';
import { isBlank } from './slip';

/** Text of the document from `offset` on. */
export interface Chunk {
  text: string;
  offset: number;
}

/** How far before what is seen a part may begin for the reading to begin there. */
const REACH = 20_000;

/**
 * Where reading can begin for what is seen from `pos` on: at its part, which stands at top level, or in
 * a part too long for that at a blank line, where only a fenced block could be mistaken.
 */
function startFor(state: EditorState, pos: number): number {
  const part = partAt(state, pos);
  if (part && pos - part.from <= REACH) return state.doc.lineAt(part.from).from;
  let line = state.doc.lineAt(pos);
  while (line.number > 1 && pos - line.from <= REACH && !isBlank(line.text))
    line = state.doc.line(line.number - 1);
  return line.from;
}

/** What has to be read to know the markup of `from..to`. */
export function chunkFor(state: EditorState, from: number, to: number): Chunk {
  const offset = startFor(state, from);
  const end = state.doc.lineAt(to).to;
  return { text: state.sliceDoc(offset, end), offset };
}
