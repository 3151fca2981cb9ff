/** Changes of mere words: no markup comes of them or goes by them, so that what is known of it moves along. */
import type { ChangeDesc, EditorState, Line } from '@codemirror/state';
import type { DecorationSet } from '@codemirror/view';

/** What markup is written with, and what makes a link of a bare address (GFM, extended autolinks). */
const MARKUP = /[*_~`[\]<>\\|@]|:\/\/|www\.|mailto:|xmpp:/i;

/** How a line begins that opens neither a list nor a heading, nor anything else. */
const BEGINS = /^\s*[\p{L}(“‘«"']/u;

/** Whether a line has neither markup nor an address in it, nor is a heading. */
export const isUnmarked = (text: string): boolean => !MARKUP.test(text) && !/^\s*#/.test(text);

/** Whether `from..to` is of a line of words, and not its beginning. */
function isWords(line: Line, from: number, to: number): boolean {
  const begins = BEGINS.exec(line.text);
  if (!begins || MARKUP.test(line.text)) return false;
  return from >= line.from + begins[0].length && to <= line.to;
}

/**
 * Whether a change is one of words alone: within lines that have no `marks`, not even of the lines around them,
 * and that cannot have any after it. Only a tag over several lines whose brackets are on the others is missed; it
 * is seen when the text is read again, at the pause.
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
    mere = isWords(line, fromA, toA) && isWords(after.lineAt(fromB), fromB, toB);
    marks.between(line.from, line.to, () => {
      mere = false;
    });
  });
  return mere;
}
