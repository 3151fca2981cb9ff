/** Typewriter: the paper moves, the line that is written stays in the middle. */
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { inTheMiddle } from './geometry';
import { entered } from './slot';

/** Keeps the caret's line in the middle whenever a key moves it. A click and the wheel are let be. */
export function typewriter(): Extension {
  return [
    inTheMiddle.of(true),
    EditorState.transactionExtender.of((tr) => {
      if (!tr.scrollIntoView || tr.isUserEvent('select.pointer')) return null;
      // An empty part has no line: `reveal` brings that to the middle.
      if (tr.effects.some((effect) => effect.is(entered) && effect.value)) return null;
      return { effects: EditorView.scrollIntoView(tr.newSelection.main.head, { y: 'center' }) };
    }),
    EditorView.editorAttributes.of({ class: 'lede-typewriter' }),
  ];
}
