/** Markup that shows, in faint, only on the line with the caret. */
import {
  type ChangeDesc,
  type EditorState,
  type Extension,
  type Range,
  StateEffect,
  StateField,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { chunkFor } from './chunk';
import { finds, isFound } from './find';
import { type Mark, type Read, readMarks } from './markup';
import { isMereWords } from './mereWords';
import type { Part, Span } from './part';
import { piece } from './piece';
import { Sight } from './sight';
import { slotApart } from './slot';

/** Whether a mouse button is down: what a click reveals must not slide away from under the pointer. */
const held = StateEffect.define<boolean>();

const heads = (state: EditorState) =>
  slotApart(state) ? [] : state.selection.ranges.map(({ head }) => head);

const same = (one: readonly number[], other: readonly number[]) =>
  one.length === other.length && one.every((pos, at) => pos === other[at]);

/** The lines whose markup shows, as positions on them; none when the caret is in a place without text. */
export const revealed = StateField.define<{ at: readonly number[]; held: boolean }>({
  create: (state) => ({ at: heads(state), held: false }),
  update(value, tr) {
    let down = value.held;
    for (const effect of tr.effects) if (effect.is(held)) down = effect.value;
    if (down && !tr.docChanged) return { at: value.at, held: down };
    const at = heads(tr.state);
    return { at: same(at, value.at) ? value.at : at, held: down };
  },
});

const words = {
  em: Decoration.mark({ class: 'lede-em' }),
  strong: Decoration.mark({ class: 'lede-strong' }),
  strike: Decoration.mark({ class: 'lede-strike' }),
  code: Decoration.mark({ class: 'lede-code' }),
  faint: Decoration.mark({ class: 'lede-md' }),
  sub: Decoration.mark({ class: 'lede-sub' }),
  note: Decoration.mark({ class: 'lede-note' }),
};
const gone = Decoration.replace({});
const shown = { hide: words.faint, address: Decoration.mark({ class: 'lede-md lede-address' }) };

function link(url: string | undefined): Decoration {
  return Decoration.mark({ class: 'lede-link', attributes: url ? { 'data-url': url } : {} });
}

/** Markup that stands in the padding beside the words, so that they stay where they are when it shows. */
const hanging = (kind: 'title' | 'dek', length: number, side: 'before' | 'after') =>
  Decoration.mark({ class: `lede-md lede-hang-${kind} lede-hang-${side} lede-hang-${Math.min(length, 3)}` });

/** How the markup on the caret's line looks. */
function shownAs(parts: readonly Part[], from: number, to: number): Decoration {
  for (const { kind, heading } of parts) {
    if (!heading || (kind !== 'title' && kind !== 'dek')) continue;
    if (to === heading[0]) return hanging(kind, to - from, 'before');
    if (from === heading[1] && kind === 'dek') return hanging(kind, to - from, 'after');
  }
  return shown.hide;
}

/** The markup around the words of a title, a dek or a point's heading. */
function around(part: Part, state: EditorState): Span[] {
  const { heading, kind } = part;
  if (!heading) return [];
  const end = kind === 'dek' ? part.to : Math.min(part.to, state.doc.lineAt(heading[1]).to);
  const start = kind === 'dek' ? part.from : Math.max(part.from, state.doc.lineAt(heading[0]).from);
  return [
    [start, heading[0]],
    [heading[1], end],
  ];
}

/** `spans` sorted, joined where they touch, and cut so that none holds a line's end. */
export function joined(spans: Span[], state: EditorState): Span[] {
  const sorted = spans.filter(([from, to]) => from < to).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const found: Span[] = [];
  for (const [from, to] of sorted) {
    const last = found[found.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else found.push([from, to]);
  }
  return found.flatMap((span) => byLine(span, state));
}

function byLine([from, to]: Span, state: EditorState): Span[] {
  const spans: Span[] = [];
  for (let at = from; at < to; ) {
    const end = Math.min(to, state.doc.lineAt(at).to);
    if (at < end) spans.push([at, end]);
    at = end + 1;
  }
  return spans;
}

function isNamed(parts: readonly Part[], { from, to }: Mark): boolean {
  return parts.some((part) => part.heading && part.heading[0] < to && part.heading[1] > from);
}

/** The marks of what is seen of `state`. */
export function marksFor(state: EditorState, from: number, to: number): Mark[] {
  return readMarks(chunkFor(state, from, to)).marks;
}

/** What is hidden, what is shown in faint, and how the words look, in `from..to`. */
export function markupIn(state: EditorState, from: number, to: number, marks: Mark[]): DecorationSet {
  const lines = state.field(revealed).at.map((pos) => state.doc.lineAt(pos));
  const onCaret = (at: number) => lines.some((line) => line.from <= at && at <= line.to);
  // What is found is seen, or a search would count what nobody can look at.
  const seen = (start: number, end: number) => onCaret(start) || isFound(state, start, end);
  const parts = state.field(piece).parts.touching(from, to);
  const found: Range<Decoration>[] = [];
  const markup: Span[] = parts.flatMap((part) => around(part, state));
  const addresses: Span[] = [];
  for (const mark of marks) {
    if (mark.to < from || mark.from > to) continue;
    if (mark.kind === 'hide') markup.push([mark.from, mark.to]);
    else if (mark.kind === 'address') addresses.push([mark.from, mark.to]);
    else if (mark.kind === 'link') found.push(link(mark.url).range(mark.from, mark.to));
    else if (mark.kind !== 'sub' || !isNamed(parts, mark))
      found.push(words[mark.kind].range(mark.from, mark.to));
  }
  for (const [start, end] of joined(markup, state)) {
    found.push((seen(start, end) ? shownAs(parts, start, end) : gone).range(start, end));
  }
  for (const [start, end] of addresses) if (seen(start, end)) found.push(shown.address.range(start, end));
  return Decoration.set(found, true);
}

/** Whether an update leaves the markup as it is, but for its place. */
function movesAlong(update: ViewUpdate, marks: DecorationSet): boolean {
  const { startState, state, changes, transactions } = update;
  const [before, after] = [startState.field(revealed).at, state.field(revealed).at];
  const [from, to] = [before[0], after[0]];
  if (from === undefined || to === undefined || before.length > 1 || after.length > 1) return false;
  if (startState.doc.lineAt(from).number !== state.doc.lineAt(to).number) return false;
  if (state.field(finds).sought || startState.field(finds).sought) return false;
  const told = transactions.some(({ effects }) => effects.length > 0);
  return !told && isMereWords(startState, state, changes, marks);
}

class MarkupView {
  decorations: DecorationSet;
  private read: Read;
  /** The changes of mere words since it was read; most of a piece is written with these. */
  private since: ChangeDesc | null = null;
  private readonly sight: Sight;

  constructor(view: EditorView) {
    const { from, to } = view.viewport;
    this.read = readMarks(chunkFor(view.state, from, to));
    this.decorations = markupIn(view.state, from, to, this.read.marks);
    this.sight = new Sight(view);
  }

  update(update: ViewUpdate): void {
    const { view, state, startState, changes, docChanged } = update;
    const { from, to } = view.viewport;
    const stays = this.sight.stays(update);
    if (docChanged) {
      this.since = this.since?.composeDesc(changes) ?? changes.desc;
      if (stays && movesAlong(update, this.decorations)) {
        this.decorations = this.decorations.map(changes);
        return;
      }
    } else if (
      stays &&
      startState.field(revealed).at === state.field(revealed).at &&
      startState.field(finds) === state.field(finds) &&
      startState.field(piece) === state.field(piece)
    ) {
      return;
    }
    if (this.since || !stays) {
      this.read = readMarks(chunkFor(state, from, to), this.read, this.since ?? changes);
      this.since = null;
    }
    this.decorations = markupIn(state, from, to, this.read.marks);
  }
}

const holding = EditorView.domEventHandlers({
  mousedown(event, view) {
    if (event.button !== 0) return false;
    view.dispatch({ effects: held.of(true) });
    const free = () => view.dispatch({ effects: held.of(false) });
    view.dom.ownerDocument.addEventListener('mouseup', free, { once: true });
    return false;
  },
});

/** Markdown without its markup, but for the line that is being written. */
export function hiddenMarkup(): Extension {
  return [revealed, holding, ViewPlugin.fromClass(MarkupView, { decorations: (value) => value.decorations })];
}
