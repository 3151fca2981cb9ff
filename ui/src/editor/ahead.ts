/**
 * A letter is put into the page's own text ahead of the editor. The editor gives a text node that has changed all
 * of its text anew, and the web view then lays out and paints the whole paragraph; edited where the letter stands,
 * a paragraph of text alone is laid out and painted from that line on.
 */
import type { Transaction } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

/** Carries out a transaction that puts these letters in at the caret. */
export function dispatchAhead(view: EditorView, tr: Transaction, letters: string): void {
  const { head } = tr.startState.selection.main;
  const { node, offset } = view.domAtPos(head);
  // What they go into is given anew by the editor wherever it has them elsewhere, such as in a mark of their own.
  if (node instanceof Text && isAlone(tr, head, letters)) node.insertData(offset, letters);
  view.dispatch(tr);
}

/** Whether a transaction puts these letters in at `pos` and does nothing else: some do more, such as in a slot. */
function isAlone(tr: Transaction, pos: number, letters: string): boolean {
  let alone = tr.newDoc.length === tr.startState.doc.length + letters.length;
  tr.changes.iterChanges((from, to, _from, _to, inserted) => {
    alone &&= from === pos && to === pos && inserted.toString() === letters;
  });
  return alone;
}
