/** Bold, italic and links by key. */
import { type ChangeSpec, EditorSelection, type EditorState } from '@codemirror/state';
import type { Command } from '@codemirror/view';
import { slotApart } from './slot';

/** What is to be marked: the selection without the space around it, else the word at the caret. */
function words(state: EditorState): [number, number] {
  const { main } = state.selection;
  if (main.empty) {
    const word = state.wordAt(main.head);
    return word ? [word.from, word.to] : [main.head, main.head];
  }
  const text = state.sliceDoc(main.from, main.to);
  const start = main.from + (text.length - text.trimStart().length);
  return [start, Math.max(start, main.to - (text.length - text.trimEnd().length))];
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

function toggle(mark: '*' | '**'): Command {
  return ({ state, dispatch }) => {
    if (slotApart(state)) return true;
    const [from, to] = words(state);
    const count = around(state, from, to, '*');
    const marked = from < to && (mark === '*' ? count % 2 === 1 : count >= 2);
    const size = mark.length;
    const changes: ChangeSpec[] = marked
      ? [
          { from: from - size, to: from },
          { from: to, to: to + size },
        ]
      : [
          { from, insert: mark },
          { from: to, insert: mark },
        ];
    const shift = marked ? -size : size;
    const { main } = state.selection;
    const range = main.empty
      ? EditorSelection.cursor(main.head + shift)
      : EditorSelection.range(from + shift, to + shift);
    dispatch(state.update({ changes, selection: range, userEvent: 'input.format', scrollIntoView: true }));
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
  const [from, to] = words(state);
  const text = state.sliceDoc(from, to);
  const isAddress = /^(https?:\/\/|mailto:)\S+$/.test(text);
  const insert = isAddress ? `[](${text})` : `[${text}]()`;
  const caret = isAddress ? from + 1 : from + insert.length - 1;
  const spec = { changes: { from, to, insert }, selection: { anchor: caret } };
  dispatch(state.update({ ...spec, userEvent: 'input.format', scrollIntoView: true }));
  return true;
};
