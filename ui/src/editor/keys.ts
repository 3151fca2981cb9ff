/** The keys of the text. Tab is not among them: it leaves the text. */
import { history, historyKeymap, redo, standardKeymap } from '@codemirror/commands';
import { type Extension, Prec } from '@codemirror/state';
import { type KeyBinding, keymap } from '@codemirror/view';
import { aloneIn, caretAbove, caretBelow, carets, nextSame } from './carets';
import { byItself } from './clipboard';
import { backspace, deleteForward } from './erase';
import { foldPoint, openPoint } from './fold';
import { footnote } from './footnote';
import { bold, italic, link } from './format';
import { continueMarkup, removeMarkup } from './list';
import {
  down,
  end,
  home,
  left,
  onward,
  partAfter,
  partBefore,
  right,
  selectEnd,
  selectHome,
  up,
} from './motion';
import { pastePlain } from './paste';
import { addPoint, movePoint } from './points';
import { redoWords } from './slot';

const everywhere: readonly KeyBinding[] = [
  { key: 'Mod-Enter', run: addPoint, preventDefault: true },
  { key: 'Alt-Shift-ArrowUp', run: movePoint(-1), preventDefault: true },
  { key: 'Alt-Shift-ArrowDown', run: movePoint(1), preventDefault: true },
  { key: 'Alt-PageUp', run: partBefore, preventDefault: true },
  { key: 'Alt-PageDown', run: partAfter, preventDefault: true },
  { key: 'Mod-b', run: bold, preventDefault: true },
  { key: 'Mod-i', run: italic, preventDefault: true },
  { key: 'Mod-k', run: link, preventDefault: true },
  { key: 'Mod-Shift-k', run: footnote, preventDefault: true },
  { key: 'Mod-d', run: nextSame, preventDefault: true },
  { key: 'Mod-Alt-ArrowUp', run: caretAbove, preventDefault: true },
  { key: 'Mod-Alt-ArrowDown', run: caretBelow, preventDefault: true },
  { key: 'Mod-x', run: byItself },
  { key: 'Mod-c', run: byItself },
  { key: 'Mod-v', run: byItself },
  { key: 'Mod-Shift-v', run: pastePlain, preventDefault: true },
  { key: 'Mod-Shift-z', run: redoWords, preventDefault: true },
  { key: 'Enter', run: continueMarkup },
  { key: 'Backspace', run: removeMarkup },
];

const cards: readonly KeyBinding[] = [
  { key: 'Enter', run: onward },
  { key: 'Backspace', run: backspace },
  { key: 'Mod-Backspace', run: backspace },
  { key: 'Delete', run: deleteForward },
  { key: 'Mod-Delete', run: deleteForward },
  { key: 'ArrowUp', run: up },
  { key: 'ArrowDown', run: down },
  { key: 'ArrowLeft', run: left },
  { key: 'ArrowRight', run: right },
  { key: 'Home', run: home, shift: selectHome },
  { key: 'End', run: end, shift: selectEnd },
  { key: 'Alt-Shift-ArrowLeft', run: foldPoint, preventDefault: true },
  { key: 'Alt-Shift-ArrowRight', run: openPoint, preventDefault: true },
];

const past = historyKeymap.map((binding) =>
  binding.run === redo ? { ...binding, run: redoWords } : binding,
);

/** What the keys do in either view. */
export function keys(): Extension {
  return [history(), carets(), keymap.of([...everywhere, ...past, ...standardKeymap])];
}

/** What some of them do only in the cards. */
export function cardKeys(): Extension {
  return Prec.high(keymap.of(cards.map(aloneIn)));
}
