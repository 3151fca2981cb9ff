/** Typing into an empty part: which slot the caret is in, and the Markdown that its first letter brings. */
import { invertedEffects, redo, undo } from '@codemirror/commands';
import {
  EditorState,
  type Extension,
  StateEffect,
  StateField,
  type Text,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import { type Command, type EditorView, ViewPlugin } from '@codemirror/view';
import type { Name, Slot, SlotKind } from './part';
import { filled, piece } from './piece';
import type { Region } from './region';

/** Puts the caret into a slot without a change of text. */
export const entered = StateEffect.define<Name | null>();

/**
 * The slot that was entered by name. A slot lies at an offset that also belongs to the text before it,
 * so the offset alone does not say where the caret is.
 */
const enteredField = StateField.define<Name | null>({
  create: () => null,
  update(value, tr) {
    for (const effect of tr.effects) if (effect.is(entered)) return effect.value;
    if (tr.effects.some((effect) => effect.is(filled))) return null;
    return tr.selection || tr.isUserEvent('delete') ? null : value;
  },
});

/** Whether a slot is a place on a line that exists, so that a plain caret can stand in it. */
export function onLine(state: EditorState, slot: Slot): boolean {
  if (slot.kind === 'pointHeading') return true;
  return slot.kind === 'title' && (state.doc.length === 0 || state.doc.lineAt(slot.at).from < slot.at);
}

/** The slot that takes the next letter. */
export function activeSlot(state: EditorState): Slot | null {
  const { slots } = state.field(piece);
  const name = state.field(enteredField, false);
  if (name) return slots.find((one) => one.kind === name.kind && one.place === name.place) ?? null;
  const { main } = state.selection;
  if (!main.empty) return null;
  return slots.find((one) => one.at === main.head && onLine(state, one)) ?? null;
}

/** The active slot, if it is one that no line stands for: the caret is then drawn in its widget. */
export function slotApart(state: EditorState): Slot | null {
  const slot = activeSlot(state);
  return slot && !onLine(state, slot) ? slot : null;
}

/** The region that the caret is in, an active slot's first. */
export function regionHere(state: EditorState): Region | null {
  const { regions } = state.field(piece);
  const slot = activeSlot(state);
  return slot ? regions.named(slot) : regions.at(state.selection.main.head);
}

/** A selection that enters this slot. */
export function enter(slot: Slot): TransactionSpec {
  return {
    selection: { anchor: slot.at },
    effects: entered.of({ kind: slot.kind, place: slot.place }),
    userEvent: 'select',
    scrollIntoView: true,
  };
}

const ONE_LINE: SlotKind[] = ['title', 'dek', 'pointHeading'];

/** The change that makes `text` the part that is missing, with the caret behind it. */
export function fill(slot: Slot, text: string): TransactionSpec {
  const words = ONE_LINE.includes(slot.kind) ? text.trim().replace(/\s*\n\s*/g, ' ') || text : text;
  const insert = slot.before + words + slot.after;
  const start = slot.at + slot.before.length;
  const end = start + words.length;
  const whole = slot.at + slot.before.lastIndexOf('\n') + 1;
  const close = slot.at + insert.trimEnd().length;
  return {
    changes: { from: slot.at, insert },
    selection: { anchor: end },
    effects: filled.of({ slot, at: slot.at, whole: [whole, Math.max(end, close)], words: [start, end] }),
    scrollIntoView: true,
  };
}

/** The text that a transaction puts in at one place, if that is all it does. */
function insertion(tr: Transaction): string | null {
  let text: string | null = null;
  let places = 0;
  tr.changes.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
    places++;
    text = fromA === toA ? inserted.toString() : null;
  });
  return places === 1 ? text : null;
}

/** Typing and pasting in a slot writes the part; nothing there can be deleted. */
const writing = EditorState.transactionFilter.of((tr) => {
  // A composition has its markup already.
  if (!tr.docChanged || tr.isUserEvent('input.type.compose')) return tr;
  const slot = activeSlot(tr.startState);
  if (!slot) return tr;
  if (tr.isUserEvent('delete')) return [];
  if (!tr.isUserEvent('input') || tr.effects.some((effect) => effect.is(filled))) return tr;
  const text = insertion(tr);
  if (text === null) return tr;
  return text.trim() === '' ? [] : { ...fill(slot, text), userEvent: userEvent(tr) };
});

function userEvent(tr: Transaction): string {
  return tr.isUserEvent('input.paste') ? 'input.paste' : 'input.type';
}

/** Writes a slot's markup for an input method, and takes it back when nothing came of the composition. */
class Composition {
  private prepared: { doc: Text; slot: Slot } | null = null;

  /** The markup comes first: the letters must not be moved while the input method holds on to them. */
  start(view: EditorView): void {
    const slot = activeSlot(view.state);
    if (!slot) return;
    view.dispatch({ ...fill(slot, ''), userEvent: 'input.type' });
    this.prepared = { doc: view.state.doc, slot };
  }

  end(view: EditorView): void {
    const { prepared } = this;
    this.prepared = null;
    if (!prepared) return;
    // The composed text reaches the document after this event.
    setTimeout(() => {
      if (view.state.doc.eq(prepared.doc) && undo(view)) view.dispatch(enter(prepared.slot));
    });
  }
}

const composition = ViewPlugin.define(() => new Composition(), {
  eventHandlers: {
    compositionstart(_event, view) {
      this.start(view);
      return false;
    },
    compositionend(_event, view) {
      this.end(view);
      return false;
    },
  },
});

/** Where the caret stood in what was written into a slot, before that was undone. */
const stood = StateEffect.define<number>({ map: (pos, changes) => changes.mapPos(pos) });

/** Undoing what was written into a slot brings the caret back into it; redoing, into what was written. */
const emptied = invertedEffects.of((tr) =>
  tr.effects.flatMap((effect) => {
    if (effect.is(filled)) {
      return entered.of({ kind: effect.value.slot.kind, place: effect.value.slot.place });
    }
    return effect.is(entered) && tr.isUserEvent('undo') ? stood.of(tr.startState.selection.main.head) : [];
  }),
);

/** Redo that leaves the caret among the words; behind the markup that closes them it would break it. */
export const redoWords: Command = (view) =>
  redo({
    state: view.state,
    dispatch(tr) {
      view.dispatch(tr);
      const back = tr.effects.find((effect) => effect.is(stood));
      if (back) view.dispatch({ selection: { anchor: back.value } });
    },
  });

/** Empty parts that take typing at once. */
export function slots(): Extension {
  return [enteredField, emptied, writing, composition];
}
