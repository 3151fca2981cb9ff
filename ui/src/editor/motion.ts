/** Going from part to part, through the empty ones too. */
import { EditorSelection, type EditorState, type TransactionSpec } from '@codemirror/state';
import type { Command, EditorView } from '@codemirror/view';
import { openFrontMatter } from './frontMatter';
import { reveal } from './geometry';
import type { Name } from './part';
import { piece } from './piece';
import { NAMED, partKind, type Region } from './region';
import { activeSlot, enter, regionHere } from './slot';

type Step = -1 | 1;

const isOne = (one: Region | null, other: Region) => one?.kind === other.kind && one.place === other.place;

/** A selection at one end of a region, or in its slot. */
export function land(region: Region, end: 'start' | 'end'): TransactionSpec {
  if (region.slot) return enter(region.slot);
  const pos = end === 'start' ? region.from : region.to;
  return { selection: EditorSelection.cursor(pos), userEvent: 'select', scrollIntoView: true };
}

function go(view: EditorView, region: Region | null, end: 'start' | 'end'): boolean {
  if (!region) return false;
  const spec =
    region.kind === 'frontMatter' && !region.slot ? openFrontMatter(view.state) : land(region, end);
  view.dispatch(view.state.update(spec));
  if (region.slot) reveal(view, region.slot);
  return true;
}

function next(state: EditorState, step: Step): Region | null {
  const here = regionHere(state);
  return here && state.field(piece).regions.beside(here, step);
}

/** Whether the caret stays in its region when it moves this way by `move`. */
function stays(view: EditorView, move: (view: EditorView) => number): boolean {
  const here = regionHere(view.state);
  if (!here) return true;
  const { head } = view.state.selection.main;
  const pos = move(view);
  return pos !== head && pos >= here.from && pos <= here.to;
}

/** Moves out of a slot or into one; in text that stays text the caret moves as ever. */
function through(step: Step, move: (view: EditorView) => number): Command {
  return (view) => {
    const { state } = view;
    if (!state.selection.main.empty) return false;
    const target = next(state, step);
    const end = step > 0 ? 'start' : 'end';
    if (activeSlot(state)) {
      go(view, target?.kind === 'frontMatter' ? null : target, end);
      return true;
    }
    if (!target?.slot || stays(view, move)) return false;
    return go(view, target, end);
  };
}

/** Up on the first line of all goes to its first word, not before its markup; so does Down at the end. */
function within(command: Command, forward: boolean): Command {
  return (view) => {
    if (command(view)) return true;
    const { main } = view.state.selection;
    const here = regionHere(view.state);
    if (!here || !main.empty || !NAMED.has(here.kind)) return false;
    const pos = view.moveVertically(main, forward).head;
    const stop = Math.min(Math.max(pos, here.from), here.to);
    if (pos === stop || !isOne(view.state.field(piece).regions.at(pos), here)) return false;
    view.dispatch(view.state.update(land(here, stop === here.from ? 'start' : 'end')));
    return true;
  };
}

const vertical = (forward: boolean) => (view: EditorView) =>
  view.moveVertically(view.state.selection.main, forward).head;
const horizontal = (forward: boolean) => (view: EditorView) =>
  view.moveByChar(view.state.selection.main, forward).head;

/** A line up, into an empty part where one comes before. */
export const up: Command = within(through(-1, vertical(false)), false);
/** A line down, into an empty part where one comes next. */
export const down: Command = within(through(1, vertical(true)), true);
/** A character to the left, into an empty part at the end of the words. */
export const left: Command = (view) =>
  through(isRightToLeft(view) ? 1 : -1, horizontal(isRightToLeft(view)))(view);
/** A character to the right, into an empty part at the end of the words. */
export const right: Command = (view) =>
  through(isRightToLeft(view) ? -1 : 1, horizontal(!isRightToLeft(view)))(view);

function isRightToLeft(view: EditorView): boolean {
  return view.textDirectionAt(view.state.selection.main.head) === 1;
}

/** Home and End on a line with markup around its words stop at the words first. */
function boundary(forward: boolean, extend: boolean): Command {
  return (view) => {
    const { state } = view;
    const here = regionHere(state);
    if (activeSlot(state)) return !extend;
    if (!here || !NAMED.has(here.kind)) return false;
    const { anchor, head } = state.selection.main;
    const end = view.moveToLineBoundary(state.selection.main, forward).head;
    const stop = forward ? here.to : here.from;
    if (forward ? head >= stop || end <= stop : head <= stop || end >= stop) return false;
    const selection = extend ? EditorSelection.range(anchor, stop) : EditorSelection.cursor(stop);
    view.dispatch({ selection, userEvent: 'select', scrollIntoView: true });
    return true;
  };
}

/** To the start of the line, first of its words. */
export const home: Command = boundary(false, false);
/** To the end of the line, first of its words. */
export const end: Command = boundary(true, false);
/** Selects to the start of the line, first of its words. */
export const selectHome: Command = boundary(false, true);
/** Selects to the end of the line, first of its words. */
export const selectEnd: Command = boundary(true, true);

function part(state: EditorState, step: Step): Region | null {
  const { regions } = state.field(piece);
  const here = regionHere(state);
  if (!here) return regions.beyond(state.selection.main.head, step);
  const same = (one: Region | null) =>
    one && partKind(one.kind) === partKind(here.kind) && one.place === here.place;
  let found = regions.beside(here, step);
  while (found && same(found)) found = regions.beside(found, step);
  // A point is entered by its heading, from below as well.
  return found && (regions.named({ kind: partKind(found.kind), place: found.place }) ?? found);
}

/** Goes to the start of the part before. */
export const partBefore: Command = (view) => go(view, part(view.state, -1), 'start') || true;
/** Goes to the start of the part after. */
export const partAfter: Command = (view) => go(view, part(view.state, 1), 'start') || true;

/** Enter in a title, a dek or a heading goes on to what comes next; so it does in an empty part. */
export const onward: Command = (view) => {
  const { state } = view;
  const here = regionHere(state);
  if (!here || !state.selection.main.empty) return false;
  if (!NAMED.has(here.kind) && !activeSlot(state)) return false;
  return go(view, next(state, 1), 'start') || activeSlot(state) !== null;
};

/** Brings the caret to the start of a part, or into its empty place; false if there is none. */
export function goToPart(view: EditorView, name: Name): boolean {
  const region = view.state.field(piece).regions.named(name);
  if (!go(view, region, 'start')) return false;
  view.focus();
  return true;
}
