/** Points folded to one line: the heading and the first words of the body. */
import {
  EditorSelection,
  type EditorState,
  type Extension,
  type Range,
  StateEffect,
  StateField,
} from '@codemirror/state';
import { type Command, Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import type { Part } from './part';
import { partAt, piece } from './piece';

/** How many characters of a body can show beside its heading. */
const SHOWN = 160;

/** Folds the point that begins here, or opens it. */
const folding = StateEffect.define<{ at: number; fold: boolean }>({
  map: ({ at, fold }, changes) => ({ at: changes.mapPos(at, -1), fold }),
});

/** The body's first words without the commonest markup. */
export function firstWords(body: string): string {
  return body
    .slice(0, 2 * SHOWN)
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`]+/g, '')
    .replace(/\s+/g, ' ')
    .slice(0, SHOWN);
}

class RestWidget extends WidgetType {
  constructor(private readonly words: string) {
    super();
  }

  override eq(other: RestWidget): boolean {
    return other.words === this.words;
  }

  toDOM(): HTMLElement {
    const rest = document.createElement('span');
    rest.className = 'lede-rest';
    rest.textContent = this.words;
    return rest;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

interface Folds {
  /** Where the folded points begin. */
  starts: readonly number[];
  decorations: DecorationSet;
}

/** A point can be folded when it has a heading to stay and a body to go. */
function foldable(part: Part): part is Part & { heading: [number, number]; body: [number, number] } {
  return part.kind === 'point' && part.heading !== null && part.body !== null && part.body[0] < part.body[1];
}

function decorate(state: EditorState, starts: readonly number[]): DecorationSet {
  if (starts.length === 0) return Decoration.none;
  const found: Range<Decoration>[] = [];
  for (const start of new Set(starts)) {
    const part = partAt(state, start);
    if (part?.from !== start || !foldable(part)) continue;
    const from = state.doc.lineAt(part.heading[1]).to;
    const widget = new RestWidget(firstWords(state.sliceDoc(part.body[0], part.body[1])));
    found.push(Decoration.replace({ widget }).range(from, part.body[1]));
    found.push(Decoration.line({ class: 'lede-folded' }).range(state.doc.lineAt(part.from).from));
  }
  return Decoration.set(found, true);
}

/** Which points are folded, and what that hides. */
export const folds = StateField.define<Folds>({
  create: () => ({ starts: [], decorations: Decoration.none }),
  update(value, tr) {
    let starts = tr.docChanged ? value.starts.map((at) => tr.changes.mapPos(at, 1)) : value.starts;
    let folded = false;
    for (const effect of tr.effects) {
      if (!effect.is(folding)) continue;
      const { at, fold } = effect.value;
      starts = starts.filter((start) => start !== at);
      if (fold) starts = [...starts, at];
      folded ||= fold;
    }
    if (tr.selection && !folded) {
      for (const { head } of starts.length > 0 ? tr.state.selection.ranges : []) {
        const part = partAt(tr.state, head);
        starts = starts.filter((start) => start !== part?.from);
      }
    }
    if (starts.length === 0 && value.starts.length === 0) return value;
    return { starts, decorations: decorate(tr.state, starts) };
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ decorations }) => decorations),
    EditorView.atomicRanges.of((view) => view.state.field(field).decorations),
  ],
});

/** Whether this point is folded. */
export function isFolded(state: EditorState, part: Part): boolean {
  return state.field(folds, false)?.starts.includes(part.from) ?? false;
}

/** Folds a point or opens it; a caret in the body goes to the end of the heading. */
export function toggleFold(view: EditorView, place: number): void {
  const { state } = view;
  const part = state.field(piece).regions.partNamed({ kind: 'point', place });
  if (part && foldable(part)) view.dispatch(foldTo(state, part, !isFolded(state, part)));
}

function foldTo(state: EditorState, part: Part & { heading: [number, number] }, fold: boolean) {
  const { head } = state.selection.main;
  const inside = fold && head > part.heading[1] && head <= part.to;
  return {
    effects: folding.of({ at: part.from, fold }),
    ...(inside ? { selection: EditorSelection.cursor(part.heading[1]) } : {}),
  };
}

function foldHere(fold: boolean): Command {
  return ({ state, dispatch }) => {
    const part = partAt(state, state.selection.main.head);
    if (part && foldable(part) && isFolded(state, part) !== fold)
      dispatch(state.update(foldTo(state, part, fold)));
    return true;
  };
}

/** Folds the caret's point to one line. */
export const foldPoint: Command = foldHere(true);
/** Opens the caret's point. */
export const openPoint: Command = foldHere(false);

/** Folding of points. */
export function pointFolding(): Extension {
  return folds;
}
