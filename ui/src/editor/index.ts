/**
 * The text. One CodeMirror document, seen as cards or as plain Markdown; it never reads the grammar of
 * a piece, but is told its parts and carries them through changes until it is told new ones.
 *
 * What it knows:      part (a part, a slot), parts (all of them), region (what a caret can be in), piece
 *                     (all of it, kept through changes), slip (which parts share a paper), outside (its owner)
 * How it looks:       row (lines), place (empty parts), geometry, paper and margin (slips and what is
 *                     beside them), chunk, markup, mereWords and hidden (Markdown), fold, frontMatter, icon,
 *                     plain (all of it as Markdown), focus, typewriter, editor.css
 * What it does:       slot (typing into empty parts), motion, arrive, erase, points, list, format, footnote,
 *                     carets, drag, links, pictures, paste, input and ahead, clean, find and matches, conflict (two
 *                     voices after a merge), voice, marks, spelling and waves, clipboard; by keys, and by name through actions
 * And as a whole:     cards, editor
 */
export type { Action } from './actions';
export type { Choice, Conflict, Voices } from './conflict';
export { type At, Editor, type Mode, type Way } from './editor';
export type { Found } from './find';
export type { Mark, Weight } from './marks';
export type { Sought } from './matches';
export type { EditorEvents, Texts } from './outside';
export type { Name, Part, PartKind, Slot, SlotKind, Span } from './part';
export { Parts } from './parts';
export type { Word } from './spelling';
