/** Changes of mere words: no markup comes of them or goes by them, so that what is known of it moves along. */
import type { ChangeDesc, EditorState, Line, Text } from '@codemirror/state';
import type { DecorationSet } from '@codemirror/view';

/** What markup is written with, and what makes a link of a bare address (GFM, extended autolinks). */
const MARKUP = /[*_~`[\]<>\\|@]|:\/\/|www\.|mailto:|xmpp:/i;

/** How a line begins that opens neither a list nor a heading, nor anything else. */
const BEGINS = /^\s*[\p{L}(“‘«"']/u;

/** Whether a line has neither markup nor an address in it, nor is a heading. */
export const isUnmarked = (text: string): boolean => !MARKUP.test(text) && !/^\s*#/.test(text);

/** Whether the lines from `number` on, in one direction up to a blank one, are without markup. */
function areUnmarked(doc: Text, number: number, step: -1 | 1): boolean {
  for (let at = number + step; at >= 1 && at <= doc.lines; at += step) {
    const { text } = doc.line(at);
    if (!/\S/.test(text)) return true;
    if (MARKUP.test(text)) return false;
  }
  return true;
}

/** Whether `from..to` is of a line of words, and not its beginning, in a paragraph of such lines. */
function isWords(doc: Text, line: Line, from: number, to: number): boolean {
  const begins = BEGINS.exec(line.text);
  if (!begins || MARKUP.test(line.text)) return false;
  if (from < line.from + begins[0].length || to > line.to) return false;
  // A tag, or what a link refers to, may be written over several lines.
  return areUnmarked(doc, line.number, -1) && areUnmarked(doc, line.number, 1);
}

/**
 * Whether a change is one of words alone: within paragraphs that have no `marks`, not even of the lines around
 * them, and that cannot have any after it.
 */
export function isMereWords(
  { doc: before }: EditorState,
  { doc: after }: EditorState,
  changes: ChangeDesc,
  marks: DecorationSet,
): boolean {
  let mere = before.lines === after.lines;
  changes.iterChangedRanges((fromA, toA, fromB, toB) => {
    if (!mere) return;
    const line = before.lineAt(fromA);
    mere = isWords(before, line, fromA, toA) && isWords(after, after.lineAt(fromB), fromB, toB);
    marks.between(line.from, line.to, () => {
      mere = false;
    });
  });
  return mere;
}
