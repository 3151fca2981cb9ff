/** What is drawn at a conflict: whose words follow, and theirs, which are not in the text. */
import { type EditorView, WidgetType } from '@codemirror/view';
import { outside } from './outside';

/** How much of their words is drawn, in UTF-16 units: the choice shows the rest. */
const SHOWN = 600;

function span(className: string, text: string): HTMLElement {
  return Object.assign(document.createElement('span'), { className, textContent: text });
}

/** The name of a voice and its words: null for words that stand in the text, empty for none. */
export class VoiceWidget extends WidgetType {
  constructor(
    private readonly who: 'mine' | 'theirs',
    private readonly words: string | null,
  ) {
    super();
  }

  override eq(other: VoiceWidget): boolean {
    return other.who === this.who && other.words === this.words;
  }

  toDOM(view: EditorView): HTMLElement {
    const { texts } = view.state.facet(outside);
    const dom = span('lede-voice', '');
    dom.append(span(`lede-who lede-who-${this.who}`, texts[this.who]));
    if (this.words === '') dom.append(span('lede-taken-out', texts.takenOut));
    else if (this.words !== null) {
      const long = this.words.length > SHOWN;
      dom.append(span('lede-theirs', long ? `${this.words.slice(0, SHOWN)}…` : this.words));
    }
    return dom;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}
