/** What stands beside a slip: the number or the names of its parts, a grip, the count of words. */
import type { EditorView } from '@codemirror/view';
import { startDrag } from './drag';
import { toggleFold } from './fold';
import { icon } from './icon';
import { outside } from './outside';

/** What is to be seen beside one slip. */
export interface Beside {
  /** The number on the tab; null for a slip that is no point. */
  number: number | null;
  place: number;
  /** Names of parts and how far below the slip's top they stand, in pixels. */
  names: { text: string; top: number }[];
  words: { count: number; top: number } | null;
  here: boolean;
  folded: boolean;
}

function button(className: string, name: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.setAttribute('aria-label', name);
  // The caret stays in the text.
  made.addEventListener('mousedown', (event) => event.preventDefault());
  return made;
}

/** The signs beside one slip; they change in place, so that a press on one is not lost. */
export class Margin {
  readonly dom = document.createElement('div');
  private readonly tab: HTMLButtonElement;
  private readonly grip: HTMLButtonElement;
  private readonly words = document.createElement('span');
  private names: HTMLElement[] = [];
  private shown = '';
  private place = 0;
  private readonly name: string;

  constructor(view: EditorView) {
    const { texts } = view.state.facet(outside);
    this.dom.className = 'lede-beside';
    this.words.className = 'lede-words';
    this.name = texts.foldPoint;
    this.tab = button('lede-tab', this.name);
    this.tab.addEventListener('click', () => toggleFold(view, this.place));
    this.grip = button('lede-grip', texts.movePoint);
    this.grip.tabIndex = -1;
    this.grip.append(icon('grip'));
    this.grip.addEventListener('pointerdown', (event) => startDrag(view, this.place, this.grip, event));
  }

  show(beside: Beside): void {
    const shown = JSON.stringify(beside);
    if (shown === this.shown) return;
    this.shown = shown;
    this.place = beside.place;
    this.dom.classList.toggle('lede-here', beside.here);
    this.dom.classList.toggle('lede-is-folded', beside.folded);
    this.showTab(beside);
    this.showNames(beside.names);
    this.words.textContent = beside.words ? String(beside.words.count) : '';
    this.words.style.top = `${beside.words?.top ?? 0}px`;
    this.dom.append(this.words);
  }

  private showTab({ number, here, folded }: Beside): void {
    if (number === null) {
      this.tab.remove();
      this.grip.remove();
      return;
    }
    if (this.tab.textContent !== String(number)) this.tab.textContent = String(number);
    this.tab.setAttribute('aria-label', `${this.name}: ${number}`);
    this.tab.setAttribute('aria-expanded', String(!folded));
    // One tab is on the way of the Tab key, not one a point.
    this.tab.tabIndex = here ? 0 : -1;
    this.dom.append(this.tab, this.grip);
  }

  private showNames(names: Beside['names']): void {
    for (const name of this.names) name.remove();
    this.names = names.map(({ text, top }) => {
      const name = document.createElement('span');
      name.className = 'lede-name';
      name.textContent = text;
      name.style.top = `${top}px`;
      return name;
    });
    this.dom.append(...this.names);
  }
}
