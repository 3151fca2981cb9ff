/** Front matter, which is not prose: one quiet line that opens on a click. */
import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import { outside } from './outside';
import type { Part } from './part';
import { piece } from './piece';

const opening = StateEffect.define<boolean>();

function frontMatterOf(state: EditorState): Part | null {
  const first = state.field(piece).parts.at(0);
  return first?.kind === 'frontMatter' && first.from < first.to ? first : null;
}

class FoldedWidget extends WidgetType {
  constructor(private readonly name: string) {
    super();
  }

  override eq(other: FoldedWidget): boolean {
    return other.name === this.name;
  }

  toDOM(view: EditorView): HTMLElement {
    const line = document.createElement('div');
    line.className = 'lede-matter';
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = this.name;
    button.setAttribute('aria-expanded', 'false');
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => {
      view.dispatch(openFrontMatter(view.state));
      view.focus();
    });
    line.append(button);
    return line;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

interface Matter {
  open: boolean;
  decorations: DecorationSet;
}

/** Puts the caret into the front matter, which opens it. */
export function openFrontMatter(state: EditorState) {
  const part = frontMatterOf(state);
  const anchor = part ? Math.min(part.to, state.doc.lineAt(part.from).to + 1) : 0;
  return { selection: { anchor }, effects: opening.of(true), scrollIntoView: true };
}

/** What opens the front matter if `pos` is in it and it stands as one line. */
export function openMatterFor(state: EditorState, pos: number): StateEffect<boolean>[] {
  const part = frontMatterOf(state);
  return part && pos <= part.to && isMatterFolded(state) ? [opening.of(true)] : [];
}

const matter = StateField.define<Matter>({
  create: () => ({ open: false, decorations: Decoration.none }),
  update(value, tr) {
    const part = frontMatterOf(tr.state);
    let { open } = value;
    for (const effect of tr.effects) if (effect.is(opening)) open = effect.value;
    // It closes behind the caret, once that is well outside.
    if (part && tr.selection && tr.state.selection.main.head > part.to) open = false;
    if (!part || open) return { open, decorations: Decoration.none };
    const widget = new FoldedWidget(tr.state.facet(outside).texts.frontMatter);
    const { to } = tr.state.doc.lineAt(part.to > part.from ? part.to - 1 : part.to);
    return {
      open,
      decorations: Decoration.set(Decoration.replace({ widget, block: true }).range(part.from, to)),
    };
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ decorations }) => decorations),
    EditorView.atomicRanges.of((view) => view.state.field(field).decorations),
  ],
});

/** Whether the front matter stands as one line. */
export function isMatterFolded(state: EditorState): boolean {
  return (state.field(matter, false)?.decorations.size ?? 0) > 0;
}

/** Front matter as one line. */
export function frontMatter(): Extension {
  return matter;
}
