/** The empty parts as they are drawn, and the button below the last point. */
import {
  type EditorState,
  type Extension,
  type Range,
  StateField,
  type Transaction,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import { icon } from './icon';
import { outside } from './outside';
import type { Slot } from './part';
import { lastPoint, piece } from './piece';
import { edges, isBlank, type Slip, slipOf, type Tail, tailOf } from './slip';
import { activeSlot, enter, onLine } from './slot';

/** Heights in pixels that the scroll bar reckons with until a place has been seen. */
const GUESS = { place: 44, add: 42 };

/** An empty part: its prompt, and the caret while it is there. Its offset may change under it. */
export class SlotWidget extends WidgetType {
  constructor(
    readonly slot: Slot,
    private readonly prompt: string,
    private readonly active: boolean,
    private readonly classes: string,
  ) {
    super();
  }

  override eq(other: SlotWidget): boolean {
    return (
      other.slot.kind === this.slot.kind &&
      other.slot.place === this.slot.place &&
      other.prompt === this.prompt &&
      other.active === this.active &&
      other.classes === this.classes
    );
  }

  toDOM(view: EditorView): HTMLElement {
    const dom = document.createElement('div');
    dom.className = this.classes;
    if (this.active) dom.append(Object.assign(document.createElement('span'), { className: 'lede-caret' }));
    dom.append(this.prompt);
    dom.addEventListener('mousedown', (event) => {
      event.preventDefault();
      const { slots } = view.state.field(piece);
      const { kind, place } = this.slot;
      const slot = slots.find((one) => one.kind === kind && one.place === place);
      if (slot) view.dispatch(enter(slot));
      view.focus();
    });
    return dom;
  }

  override get estimatedHeight(): number {
    return GUESS.place;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

/** The prompt of an empty place that has a line: the line's own caret stands before it. */
class PromptWidget extends WidgetType {
  constructor(private readonly prompt: string) {
    super();
  }

  override eq(other: PromptWidget): boolean {
    return other.prompt === this.prompt;
  }

  toDOM(): HTMLElement {
    const prompt = document.createElement('span');
    prompt.className = 'lede-prompt';
    prompt.textContent = this.prompt;
    return prompt;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

class AddWidget extends WidgetType {
  constructor(private readonly place: number) {
    super();
  }

  override eq(other: AddWidget): boolean {
    return other.place === this.place;
  }

  toDOM(view: EditorView): HTMLElement {
    const { texts, events } = view.state.facet(outside);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'lede-add';
    const key = document.createElement('kbd');
    key.textContent = 'Ctrl+Enter';
    button.append(icon('plus'), texts.addPoint, key);
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => {
      events.addPoint(this.place);
      view.focus();
    });
    return button;
  }

  override get estimatedHeight(): number {
    return GUESS.add;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

/** The order of what is drawn below one and the same line. */
const SIDES = { title: -1, dek: 1, lede: 2, pointHeading: 1, pointBody: 3, add: 4, conclusion: 5 };

function inLine(state: EditorState, slot: Slot): Range<Decoration> {
  const prompt = new PromptWidget(state.facet(outside).texts.prompts[slot.kind]);
  return Decoration.widget({ widget: prompt, side: 1 }).range(slot.at);
}

/** Below the caret's new line, if that lies between the text and this place. */
function below(state: EditorState, at: number, tail: Tail | null): number {
  const { to } = state.doc.lineAt(at);
  return tail && tail.slip.text[1] <= to ? Math.max(to, tail.to) : to;
}

function apart(state: EditorState, slot: Slot, slip: Slip, tail: Tail | null): Range<Decoration> {
  const { top, end } = edges(state, slip, tail);
  const classes = [
    'lede-slot',
    `lede-slot-${slot.kind}`,
    slip.kind === 'head' ? 'lede-on-head' : 'lede-on-slip',
  ];
  if (top === slot) classes.push('lede-first');
  if (end === slot) classes.push('lede-last');
  const prompt = state.facet(outside).texts.prompts[slot.kind];
  const widget = new SlotWidget(slot, prompt, activeSlot(state) === slot, classes.join(' '));
  const at = slot.kind === 'title' ? state.doc.lineAt(slot.at).from : below(state, slot.at, tail);
  return Decoration.widget({ widget, block: true, side: SIDES[slot.kind] }).range(at);
}

/** Whether the caret has a line of its own where the conclusion would be written. */
function caretAtEnd(state: EditorState, slot: Slot, tail: Tail | null): boolean {
  if (slot.kind !== 'conclusion' || tail || activeSlot(state)) return false;
  const line = state.doc.lineAt(state.selection.main.head);
  return line.from > slot.at && isBlank(line.text);
}

function placesOf(state: EditorState): DecorationSet {
  const found: Range<Decoration>[] = [];
  const tail = tailOf(state);
  for (const slot of state.field(piece).slots) {
    if (onLine(state, slot)) {
      found.push(inLine(state, slot));
      continue;
    }
    const slip = slipOf(state, slot);
    if (slip && slip !== tail?.slip && !caretAtEnd(state, slot, tail))
      found.push(apart(state, slot, slip, tail));
  }
  const last = lastPoint(state);
  if (last) {
    const add = Decoration.widget({ widget: new AddWidget(last.place + 1), block: true, side: SIDES.add });
    found.push(add.range(below(state, last.to, tail)));
  }
  return Decoration.set(found, true);
}

function changed(tr: Transaction): boolean {
  return tr.docChanged || tr.selection !== undefined || tr.effects.length > 0;
}

/** Prompts in the empty parts, and the way to a new point. */
export const places: Extension = StateField.define<DecorationSet>({
  create: placesOf,
  update: (value, tr) => (changed(tr) ? placesOf(tr.state) : value),
  provide: (field) => EditorView.decorations.from(field),
});
