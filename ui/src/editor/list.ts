/** Enter and Backspace in lists and quotes, by the Markdown mode's own commands. */
import {
  deleteMarkupBackward,
  insertNewlineContinueMarkup,
  markdownLanguage,
} from '@codemirror/lang-markdown';
import { EditorState, type StateCommand, type Transaction } from '@codemirror/state';
import type { Command } from '@codemirror/view';
import { chunkFor } from './chunk';

/** How much below the caret is read, in characters: the rest of a list is renumbered. */
const BELOW = 4000;

/**
 * Runs a command that needs a syntax tree on a state of its own, of the caret's surroundings only: the
 * document itself is not held parsed, because that costs each key its share of the whole length.
 */
function nearby(command: StateCommand): Command {
  return (view) => {
    const { state } = view;
    const { main } = state.selection;
    if (!main.empty || state.selection.ranges.length > 1 || !isMarked(state)) return false;
    const { text, offset } = chunkFor(state, main.head, Math.min(state.doc.length, main.head + BELOW));
    const small = EditorState.create({
      doc: text,
      selection: { anchor: main.head - offset },
      extensions: [markdownLanguage],
    });
    let made: Transaction | undefined;
    if (!command({ state: small, dispatch: (tr) => (made = tr) }) || !made) return false;
    const changes: { from: number; to: number; insert: string }[] = [];
    made.changes.iterChanges((from, to, _fromB, _toB, inserted) => {
      changes.push({ from: from + offset, to: to + offset, insert: inserted.toString() });
    });
    const anchor = made.state.selection.main.head + offset;
    view.dispatch({ changes, selection: { anchor }, userEvent: 'input', scrollIntoView: true });
    return true;
  };
}

/** Whether the caret has come out of a list right below its last line, where words still belong to it. */
function leftOpen(state: EditorState): boolean {
  const line = state.doc.lineAt(state.selection.main.head);
  if (line.number === 1 || /\S/.test(line.text)) return false;
  return /\S/.test(state.doc.line(line.number - 1).text);
}

/** Whether the caret's line begins as a list or a quote does: every other line is spared the work. */
function isMarked(state: EditorState): boolean {
  return /^\s*([-*+>]|\d{1,9}[.)])(\s|$)/.test(state.doc.lineAt(state.selection.main.head).text);
}

const goOn = nearby(insertNewlineContinueMarkup);

/** Enter in a list or a quote goes on with it; on an empty item it leaves, and a blank line ends the list. */
export const continueMarkup: Command = (view) => {
  if (!goOn(view)) return false;
  if (leftOpen(view.state)) view.dispatch(view.state.replaceSelection('\n'), { userEvent: 'input' });
  return true;
};
/** Backspace behind a list's or a quote's mark takes the mark away. */
export const removeMarkup: Command = nearby(deleteMarkupBackward);
