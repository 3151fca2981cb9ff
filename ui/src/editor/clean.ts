/** Keeps out of the document what no file could hold. */
import { type ChangeSpec, EditorState, type Extension, Transaction } from '@codemirror/state';

const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * `text` as it can be written as UTF-8: half a surrogate pair becomes U+FFFD. A byte order mark goes:
 * in the middle of a text it is seen by nobody, and at its start it belongs to the file.
 */
export function clean(text: string): string {
  return text.replace(LONE, '\uFFFD').replaceAll('\uFEFF', '');
}

/** Cleans whatever is put into the document, however it comes. */
export function cleaning(): Extension {
  return EditorState.transactionFilter.of((tr) => {
    if (!tr.docChanged) return tr;
    const changes: ChangeSpec[] = [];
    let dirty = false;
    tr.changes.iterChanges((from, to, _fromB, _toB, inserted) => {
      const text = inserted.toString();
      const insert = clean(text);
      dirty ||= insert !== text;
      changes.push({ from, to, insert });
    });
    if (!dirty) return tr;
    const cleaned = tr.startState.changes(changes);
    // What the transaction said of its own document does not hold for this one.
    const userEvent = tr.annotation(Transaction.userEvent);
    const head = cleaned.mapPos(tr.startState.selection.main.to, 1);
    return { changes: cleaned, selection: { anchor: head }, scrollIntoView: true, userEvent };
  });
}
