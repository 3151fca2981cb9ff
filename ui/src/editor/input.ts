/** Typed letters go from the browser's announcement straight into a transaction. */
import type { Extension } from '@codemirror/state';
import { EditorView, runScopeHandlers, ViewPlugin } from '@codemirror/view';
import { dispatchAhead } from './ahead';
import { CLEAR, inTheMiddle } from './geometry';

/** A letter is at most so many UTF-16 units; more than one may take the caret over many lines. */
const LETTER = 2;

/**
 * Takes plain letters before the browser has put them into the page, which saves it a layout and the
 * editor a comparison. Whatever an input method or a dead key does is left to them.
 */
export function directInput(): Extension {
  return [
    EditorView.domEventHandlers({
      beforeinput(event, view) {
        const { data, inputType } = event;
        if (inputType !== 'insertText' || !data || event.isComposing) return false;
        if (view.composing || view.compositionStarted || view.state.readOnly) return false;
        const scrollIntoView = data.length > LETTER || !staysInSight(view);
        const typed = { userEvent: 'input.type', scrollIntoView };
        const tr = view.state.update(view.state.replaceSelection(data), typed);
        dispatchAhead(view, tr, data);
        event.preventDefault();
        return true;
      },
    }),
    passedOn,
  ];
}

/**
 * Whether the caret is in sight behind the next letter, too, be it on its line, on the one below, or on the one
 * above, where a space lets a word go: to bring into sight what is there has the editor measure itself again.
 */
function staysInSight(view: EditorView): boolean {
  const { main } = view.state.selection;
  const caret = main.empty && !view.state.facet(inTheMiddle) ? view.coordsAtPos(main.head) : null;
  if (!caret) return false;
  const { top, bottom } = view.scrollDOM.getBoundingClientRect();
  const line = caret.bottom - caret.top;
  return caret.top - 2 * line >= top + CLEAR.top && caret.bottom + 2 * line <= bottom - CLEAR.bottom;
}

/** What a key has as its code when an input method has taken it. */
const TAKEN = 229;
/** Milliseconds in which the editor takes the first key after a composition for the one that ended it. */
const ENDING = 100;

/**
 * The key that ends a composition. On a Mac the input method has had it already, so the editor lets it pass; here
 * a key that the input method did not take for itself comes as what it is, and means what it says: Enter
 * behind a syllable goes on to the next part.
 */
class PassedOn {
  private ended = Number.NEGATIVE_INFINITY;

  constructor(private readonly view: EditorView) {
    view.contentDOM.addEventListener('compositionend', this.end);
    view.contentDOM.addEventListener('keydown', this.key, true);
  }

  private readonly end = (): void => {
    this.ended = performance.now();
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (event.keyCode === TAKEN || event.isComposing || performance.now() - this.ended > ENDING) return;
    if (runScopeHandlers(this.view, event, 'editor')) {
      event.preventDefault();
      // The editor would let it pass; what it does at every key is for the web views of other systems.
      event.stopImmediatePropagation();
    } else this.ended = Number.NEGATIVE_INFINITY;
  };

  destroy(): void {
    this.view.contentDOM.removeEventListener('compositionend', this.end);
    this.view.contentDOM.removeEventListener('keydown', this.key, true);
  }
}

const passedOn = ViewPlugin.fromClass(PassedOn);
