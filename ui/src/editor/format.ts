/** Bold, italic and links by key. */
import { type ChangeSpec, EditorSelection, type EditorState, type SelectionRange } from '@codemirror/state';
import type { Command } from '@codemirror/view';
import { slotApart } from './slot';

/** What is to be marked: the selection without the space around it, else the word at the caret. */
export function words(state: EditorState, range: SelectionRange): [number, number] {
  if (range.empty) {
    const word = state.wordAt(range.head);
    return word ? [word.from, word.to] : [range.head, range.head];
  }
  const text = state.sliceDoc(range.from, range.to);
  const start = range.from + (text.length - text.trimStart().length);
  return [start, Math.max(start, range.to - (text.length - text.trimEnd().length))];
}

/** How many of the marks' character stand on both sides of `from..to`. */
function around(state: EditorState, from: number, to: number, mark: string): number {
  let count = 0;
  const { doc } = state;
  while (count < 3 && doc.sliceString(from - count - 1, from - count) === mark) {
    if (doc.sliceString(to + count, to + count + 1) !== mark) break;
    count++;
  }
  return count;
}

/** Puts the marks around what one caret or selection takes, or takes them away. */
function marked(state: EditorState, range: SelectionRange, mark: '*' | '**') {
  const [from, to] = words(state, range);
  const count = around(state, from, to, '*');
  const isMarked = from < to && (mark === '*' ? count % 2 === 1 : count >= 2);
  const size = mark.length;
  const changes: ChangeSpec[] = isMarked
    ? [
        { from: from - size, to: from },
        { from: to, to: to + size },
      ]
    : [
        { from, insert: mark },
        { from: to, insert: mark },
      ];
  const shift = isMarked ? -size : size;
  return {
    changes,
    range: range.empty
      ? EditorSelection.cursor(range.head + shift)
      : EditorSelection.range(from + shift, to + shift),
  };
}

function toggle(mark: '*' | '**'): Command {
  return ({ state, dispatch }) => {
    if (slotApart(state)) return true;
    const spec = state.changeByRange((range) => marked(state, range, mark));
    dispatch(state.update({ ...spec, userEvent: 'input.format', scrollIntoView: true }));
    return true;
  };
}

/** Makes the words bold, or plain again. */
export const bold: Command = toggle('**');
/** Makes the words italic, or plain again. */
export const italic: Command = toggle('*');

/** Makes the words a link, with the caret where its address goes; an address becomes one's target. */
export const link: Command = ({ state, dispatch }) => {
  if (slotApart(state)) return true;
  const [from, to] = words(state, state.selection.main);
  const text = state.sliceDoc(from, to);
  const isAddress = /^(https?:\/\/|mailto:)\S+$/.test(text);
  const insert = isAddress ? `[](${text})` : `[${text}]()`;
  const caret = isAddress ? from + 1 : from + insert.length - 1;
  const spec = { changes: { from, to, insert }, selection: { anchor: caret } };
  dispatch(state.update({ ...spec, userEvent: 'input.format', scrollIntoView: true }));
  return true;
};
