/**
 * A letter is put into the page's own text ahead of the editor, which is told of it when it has been seen: what the
 * editor does with a change took a sixth of the time between a key and the screen.
 *
 * Whoever looks at the editor meanwhile, or does anything but write on, has it told first (`caughtUp`); the owner,
 * who keeps the text and draws the preview, hears of the letter at once.
 */
import { StateEffect, Transaction, type TransactionSpec } from '@codemirror/state';
import { Direction, type EditorView, ViewPlugin } from '@codemirror/view';
import { outside } from './outside';

/** Letters that no markup is written with: what they make of a line can wait for a frame. */
const PLAIN = /^[\p{L}\p{N} ,.;:!?'’“”()]$/u;

/** What may be about to look at the editor, or to do something with its text. */
const BEFORE = [
  'keydown',
  'beforeinput',
  'compositionstart',
  'pointerdown',
  'mousedown',
  'mousemove',
  'mouseup',
  'click',
  'contextmenu',
  'dragstart',
  'dragover',
  'drop',
  'cut',
  'copy',
  'paste',
  'focus',
  'blur',
  'scroll',
  'resize',
];

/** By what the editor sees changes of the page; for those that it makes itself it has no other door. */
interface Watched {
  observer: {
    clear(): void;
    setSelectionRange(anchor: Place, head: Place): void;
  };
}

interface Place {
  node: Node;
  offset: number;
}

/** Those of which the owner has heard. */
const told = new WeakSet<Transaction>();

/** Whether the owner has heard of this change before the editor has. */
export const isTold = (transactions: readonly Transaction[]): boolean =>
  transactions.some((tr) => told.has(tr));

class Ahead {
  private pending: Transaction | null = null;
  private later: (() => void)[] = [];

  constructor(private readonly view: EditorView) {
    for (const event of BEFORE) window.addEventListener(event, this.catchUp, true);
  }

  /** Carries out a transaction that puts these letters in at the caret. */
  put(tr: Transaction, letters: string): void {
    const { view } = this;
    const { head } = tr.startState.selection.main;
    const at = view.domAtPos(head);
    // What they go into is given anew by the editor wherever it has them elsewhere, such as in a mark of their own.
    const text = at.node instanceof Text && isAlone(tr, head, letters) ? at.node : null;
    if (text && mayWait(view, tr, letters)) this.show(tr, text, at.offset, letters);
    else {
      // Without it, the web view would lay out the whole paragraph, and not the line that it stands on and those below.
      text?.insertData(at.offset, letters);
      view.dispatch(tr);
    }
  }

  private show(tr: Transaction, text: Text, offset: number, letters: string): void {
    const { view } = this;
    const { observer } = view as unknown as Watched;
    const caret = { node: text, offset: offset + letters.length };
    text.insertData(offset, letters);
    if (view.hasFocus) document.getSelection()?.collapse(text, caret.offset);
    // Seen by the editor, so that it looks at this text when it draws, but not taken for something that was typed.
    observer.clear();
    if (view.hasFocus) observer.setSelectionRange(caret, caret);
    moveCaret(view, text, offset, letters);
    this.pending = tr;
    told.add(tr);
    view.state.facet(outside).events.change(tr.changes, tr.startState.doc, tr.newDoc);
    requestAnimationFrame(() => setTimeout(this.catchUp));
  }

  /** Does this when the editor knows all of its text. */
  whenCaughtUp(then: () => void): void {
    if (this.pending) this.later.push(then);
    else then();
  }

  readonly catchUp = (): void => {
    if (this.pending) this.view.dispatch(this.pending);
  };

  /** Carries transactions out, after the letter that went ahead, if there is one. */
  carryOut(transactions: readonly Transaction[]): void {
    const { view, pending } = this;
    this.pending = null;
    if (pending && transactions[0] !== pending) {
      view.update([pending]);
      view.update(after(pending, transactions));
    } else view.update(transactions);
    const { later } = this;
    this.later = [];
    for (const then of later) then();
  }

  destroy(): void {
    for (const event of BEFORE) window.removeEventListener(event, this.catchUp, true);
  }
}

/** Lets letters go ahead. */
export const ahead = ViewPlugin.fromClass(Ahead);

/** Carries out a transaction that puts these letters in at the caret. */
export function dispatchAhead(view: EditorView, tr: Transaction, letters: string): void {
  const plugin = view.plugin(ahead);
  if (plugin) plugin.put(tr, letters);
  else view.dispatch(tr);
}

/** The editor, which knows all of its text. */
export function caughtUp(view: EditorView): EditorView {
  view.plugin(ahead)?.catchUp();
  return view;
}

/** Does this when the editor knows all of its text. */
export function whenCaughtUp(view: EditorView, then: () => void): void {
  const plugin = view.plugin(ahead);
  if (plugin) plugin.whenCaughtUp(then);
  else then();
}

/** How an editor carries transactions out, so that none is carried out before a letter that went ahead. */
export function dispatchInOrder(transactions: readonly Transaction[], view: EditorView): void {
  const plugin = view.plugin(ahead);
  if (plugin) plugin.carryOut(transactions);
  else view.update(transactions);
}

/** These transactions, made without knowing of the first, for the state that comes of it. */
function after(first: Transaction, transactions: readonly Transaction[]): readonly Transaction[] {
  const made: Transaction[] = [];
  let { changes: over, state } = first;
  for (const tr of transactions) {
    const changes = tr.changes.map(over);
    over = over.map(tr.changes, true);
    const effects = StateEffect.mapEffects(tr.effects, over);
    const spec: TransactionSpec = { changes, effects, scrollIntoView: tr.scrollIntoView };
    if (tr.selection) spec.selection = tr.selection.map(over);
    const userEvent = tr.annotation(Transaction.userEvent);
    if (userEvent) spec.userEvent = userEvent;
    const next = state.update(spec);
    made.push(next);
    state = next.state;
  }
  return made;
}

/** Whether a transaction puts these letters in at `pos` and does nothing else: some do more, such as in a slot. */
function isAlone(tr: Transaction, pos: number, letters: string): boolean {
  let alone = tr.newDoc.length === tr.startState.doc.length + letters.length;
  tr.changes.iterChanges((from, to, _from, _to, inserted) => {
    alone &&= from === pos && to === pos && inserted.toString() === letters;
  });
  return alone;
}

/** Whether it is enough if the editor hears of the letter when it has been seen. */
function mayWait(view: EditorView, tr: Transaction, letters: string): boolean {
  // A window that is not seen has no frames, and what is to be brought into sight has to be looked for now.
  if (document.hidden || tr.scrollIntoView || tr.effects.length > 0 || !PLAIN.test(letters)) return false;
  const { head } = tr.startState.selection.main;
  const line = tr.startState.doc.lineAt(head);
  // The first signs of a line make of it what it is.
  if (!/\p{L}/u.test(line.text.slice(0, head - line.from))) return false;
  const spans = view.bidiSpans(line);
  return spans.length === 1 && spans[0]?.dir === Direction.LTR;
}

/** Brings the caret behind letters that are in the page, where the editor is going to draw it. */
function moveCaret({ dom, scrollDOM }: EditorView, text: Text, offset: number, letters: string): void {
  const caret = dom.querySelector<HTMLElement>('.cm-cursor-primary');
  const range = document.createRange();
  range.setStart(text, offset);
  range.setEnd(text, offset + letters.length);
  const letter = [...range.getClientRects()].at(-1);
  if (!caret || !letter) return;
  const desk = scrollDOM.getBoundingClientRect();
  caret.style.left = `${letter.right - desk.left + scrollDOM.scrollLeft}px`;
  caret.style.top = `${letter.top - desk.top + scrollDOM.scrollTop}px`;
}
