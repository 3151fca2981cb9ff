/** Everything that the text does by key, by name: for the list of commands, which has no keys to press. */
import { selectAll, undo } from '@codemirror/commands';
import type { Command } from '@codemirror/view';
import { caretAbove, caretBelow, nextSame } from './carets';
import { copy, cut, paste } from './clipboard';
import { removeEmptyPoint } from './erase';
import { foldPoint, openPoint } from './fold';
import { footnote } from './footnote';
import { bold, italic, link } from './format';
import { onward, partAfter, partBefore } from './motion';
import { pastePlain } from './paste';
import { addPoint, movePoint } from './points';
import { redoWords } from './slot';

const named = {
  next: onward,
  add: addPoint,
  remove: removeEmptyPoint,
  up: movePoint(-1),
  down: movePoint(1),
  before: partBefore,
  after: partAfter,
  fold: foldPoint,
  unfold: openPoint,
  bold,
  italic,
  link,
  footnote,
  cut,
  copy,
  paste,
  pastePlain,
  selectAll,
  nextSame,
  caretAbove,
  caretBelow,
  undo,
  redo: redoWords,
} satisfies Record<string, Command>;

/** What can be asked of the text. */
export type Action = keyof typeof named;

/** The command of this name. */
export const actions: Readonly<Record<Action, Command>> = named;
