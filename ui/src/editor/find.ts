/** Finding in the text: the places, their marks, and going and changing from one to the next. */
import { isolateHistory } from '@codemirror/commands';
import {
  EditorSelection,
  type EditorState,
  type Extension,
  type Range,
  StateEffect,
  StateField,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { openMatterFor } from './frontMatter';
import { matches, pattern, replacement, type Sought } from './matches';
import type { Span } from './part';
import { lastIndex } from './parts';

/** How much of the text stays in sight around a match, in pixels. */
const AROUND = 96;

/** What is known of the search, for the bar that asks for it. */
export interface Found {
  count: number;
  /** Which match is selected, from 1; 0 for none. */
  at: number;
  /** Whether what is looked for is no regular expression. */
  bad: boolean;
}

interface Search {
  sought: Sought | null;
  all: readonly Span[];
}

const seeking = StateEffect.define<Sought | null>();

/** What is looked for and where it stands in the document as it is. */
export const finds = StateField.define<Search>({
  create: () => ({ sought: null, all: [] }),
  update(value, tr) {
    let { sought } = value;
    for (const effect of tr.effects) if (effect.is(seeking)) sought = effect.value;
    if (sought === value.sought && (!tr.docChanged || !sought)) return value;
    return { sought, all: sought ? matches(tr.newDoc.toString(), sought) : [] };
  },
});

/** The first match that reaches beyond `pos`, by its place in the list. */
function placeFrom(all: readonly Span[], pos: number): number {
  return lastIndex(all, ([, to]) => to <= pos) + 1;
}

/** Whether a match has anything of `from..to`. */
export function isFound(state: EditorState, from: number, to: number): boolean {
  const { all } = state.field(finds);
  const next = all[placeFrom(all, from)];
  return next !== undefined && next[0] < to;
}

function placeHere(state: EditorState): number {
  const { all } = state.field(finds);
  const { from, to } = state.selection.main;
  const at = placeFrom(all, from);
  const here = all[at];
  return here && here[0] === from && here[1] === to ? at : -1;
}

/** How many matches there are, and which one is selected. */
export function foundIn(state: EditorState): Found {
  const { sought, all } = state.field(finds);
  const bad = sought !== null && sought.words !== '' && pattern(sought) === null;
  return { count: all.length, at: placeHere(state) + 1, bad };
}

function select(view: EditorView, span: Span | undefined): void {
  if (!span) return;
  const selection = EditorSelection.single(span[0], span[1]);
  view.dispatch({
    selection,
    effects: [
      ...openMatterFor(view.state, span[0]),
      EditorView.scrollIntoView(selection.main, { y: 'nearest', yMargin: AROUND }),
    ],
    userEvent: 'select.search',
    scrollIntoView: true,
  });
}

/** Looks for something, or for nothing more; `go` selects the first match from the selection on. */
export function seek(view: EditorView, sought: Sought | null, go: boolean): void {
  view.dispatch({ effects: seeking.of(sought) });
  if (!go) return;
  const { all } = view.state.field(finds);
  const at = lastIndex(all, ([from]) => from < view.state.selection.main.from) + 1;
  select(view, all[at] ?? all[0]);
}

/** Selects the next match, or the one before, around from one end to the other. */
export function step(view: EditorView, by: -1 | 1): void {
  const { all } = view.state.field(finds);
  const { from, to } = view.state.selection.main;
  const at = by > 0 ? lastIndex(all, ([start]) => start < to) + 1 : lastIndex(all, ([, end]) => end <= from);
  select(view, all[at] ?? all[by > 0 ? 0 : all.length - 1]);
}

/** Puts `by` in the place of the match that is selected, and goes on to the next. */
export function replaceHere(view: EditorView, by: string): void {
  const { sought, all } = view.state.field(finds);
  const span = all[placeHere(view.state)];
  if (sought && span) {
    const insert = replacement(view.state.doc.toString(), span[0], sought, by);
    view.dispatch({
      changes: { from: span[0], to: span[1], insert },
      selection: { anchor: span[0] + insert.length },
      userEvent: 'replace',
      annotations: isolateHistory.of('full'),
    });
  }
  step(view, 1);
}

/** Puts `by` in the place of every match, in one step of the history; gives how many there were. */
export function replaceAll(view: EditorView, by: string): number {
  const { sought, all } = view.state.field(finds);
  if (!sought || all.length === 0) return 0;
  const text = view.state.doc.toString();
  const changes = all.map(([from, to]) => ({ from, to, insert: replacement(text, from, sought, by) }));
  view.dispatch({ changes, userEvent: 'replace.all', annotations: isolateHistory.of('full') });
  return all.length;
}

const mark = Decoration.mark({ class: 'lede-found' });
const markHere = Decoration.mark({ class: 'lede-found lede-found-here' });

function marksFor(view: EditorView): DecorationSet {
  const { all } = view.state.field(finds);
  const here = placeHere(view.state);
  const { from, to } = view.viewport;
  const found: Range<Decoration>[] = [];
  for (let at = placeFrom(all, from); at < all.length; at++) {
    const [start, end] = all[at] as Span;
    if (start > to) break;
    found.push((at === here ? markHere : mark).range(start, end));
  }
  return Decoration.set(found);
}

class FoundView {
  decorations: DecorationSet = Decoration.none;

  update({ view, state, startState, viewportChanged, selectionSet }: ViewUpdate): void {
    const search = state.field(finds);
    const asBefore = search === startState.field(finds);
    if (search.all.length === 0) this.decorations = Decoration.none;
    else if (!asBefore || viewportChanged || selectionSet) this.decorations = marksFor(view);
  }
}

/** Marks on what is found. */
export function finding(): Extension {
  return [finds, ViewPlugin.define(() => new FoundView(), { decorations: (value) => value.decorations })];
}
