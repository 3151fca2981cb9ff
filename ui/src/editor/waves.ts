/**
 * Waves under words without an element in the text. A paragraph of text alone is laid out and painted from the
 * changed line on; with one element in it, the web view does the whole of it with each key.
 */
import type { Extension } from '@codemirror/state';
import { Direction, type EditorView, type LayerMarker, layer, type ViewUpdate } from '@codemirror/view';

/** Words that a copy of them can lie over: in the text's own type, and on one line however wide it is. */
const WHOLE = /^[\p{L}\p{M}\p{N}'’]{1,24}$/u;

/** Whether a word can have its wave beside the text. */
export const canWave = (word: string): boolean => WHOLE.test(word);

/** The words to mark so: positions in UTF-16 units. */
export type Waved = (view: EditorView) => readonly (readonly [number, number])[];

/** An unseen copy of a word, right over it, whose underline is seen. */
class Wave implements LayerMarker {
  constructor(
    private readonly word: string,
    private readonly left: number,
    private readonly top: number,
  ) {}

  eq(other: Wave): boolean {
    return other.word === this.word && other.left === this.left && other.top === this.top;
  }

  draw(): HTMLElement {
    const copy = document.createElement('div');
    copy.className = 'lede-misspelt lede-wave';
    copy.textContent = this.word;
    this.place(copy);
    return copy;
  }

  update(copy: HTMLElement, before: Wave): boolean {
    if (before.word !== this.word) return false;
    this.place(copy);
    return true;
  }

  private place(copy: HTMLElement): void {
    copy.style.left = `${this.left}px`;
    copy.style.top = `${this.top}px`;
  }
}

function wavesIn(view: EditorView, words: ReturnType<Waved>): Wave[] {
  const { scrollDOM, defaultLineHeight: line } = view;
  const desk = scrollDOM.getBoundingClientRect();
  return words.flatMap(([from, to]) => {
    // Its left end, which is not where it begins in a text from right to left.
    const at =
      view.textDirectionAt(from) === Direction.LTR ? view.coordsAtPos(from, 1) : view.coordsAtPos(to, -1);
    if (!at) return [];
    const left = at.left - desk.left + scrollDOM.scrollLeft;
    const top = (at.top + at.bottom - line) / 2 - desk.top + scrollDOM.scrollTop;
    return [new Wave(view.state.sliceDoc(from, to), left, top)];
  });
}

/** Draws what `waved` says, anew where `changed` says so. */
export function waves(waved: Waved, changed: (update: ViewUpdate) => boolean): Extension {
  return layer({
    above: true,
    class: 'lede-waves',
    update: (update) => update.docChanged || changed(update),
    markers: (view) => wavesIn(view, waved(view)),
  });
}
