/** Footnotes: one more, and the way from the sign in the text to the note and back. */
import type { EditorState, Text } from '@codemirror/state';
import { type Command, EditorView } from '@codemirror/view';
import type { Part, Span } from './part';
import { partAt, piece } from './piece';
import { slotApart } from './slot';

/** A sign such as `[^1]`, wherever it stands, with its label. */
const SIGN = /\[\^([^\]\s]+)\]/g;
/** The start of a note's own paragraph. */
const NOTE = /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*/;

/** The label of the note that the line at `pos` belongs to: of its own paragraph, from its first line on. */
function noteAt(doc: Text, pos: number): string | null {
  for (let line = doc.lineAt(pos); ; line = doc.line(line.number - 1)) {
    const label = NOTE.exec(line.text)?.[1];
    if (label !== undefined) return label;
    if (line.number === 1 || !/\S/.test(line.text)) return null;
  }
}

/** The label of the sign that `pos` touches. */
function signAt(doc: Text, pos: number): string | null {
  const line = doc.lineAt(pos);
  for (const { index, 0: sign, 1: label } of line.text.matchAll(SIGN)) {
    const from = line.from + index;
    if (from <= pos && pos <= from + sign.length) return label ?? null;
  }
  return null;
}

/** Where the words of this note begin, or null if nobody wrote it. */
function noteOf(doc: Text, label: string): number | null {
  for (let number = 1; number <= doc.lines; number++) {
    const line = doc.line(number);
    const found = NOTE.exec(line.text);
    if (found?.[1] === label) return line.from + found[0].length;
  }
  return null;
}

/** Behind the first sign of this note in the text. */
function signOf(doc: Text, label: string): number | null {
  const sign = `[^${label}]`;
  const text = doc.toString();
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
    const line = doc.lineAt(at);
    if (!NOTE.test(line.text) || line.text.indexOf(sign) !== at - line.from) return at + sign.length;
  }
  return null;
}

/** The least number that no note has yet. */
function freshLabel(text: string): string {
  const taken = new Set([...text.matchAll(SIGN)].map(([, label]) => label));
  let number = 1;
  while (taken.has(String(number))) number++;
  return String(number);
}

/** The part that a note of `pos` is written into: its own, so that a point that moves takes its notes along. */
function home(state: EditorState, pos: number): Part | null {
  const part = partAt(state, pos);
  if (part?.kind !== 'title' && part?.kind !== 'dek') return part;
  return state.field(piece).regions.partNamed({ kind: 'lede', place: 0 });
}

/** Where that is, and what stands between the text before and the note: notes follow each other line by line. */
function placeFor(state: EditorState, pos: number): [at: number, before: string] {
  const { doc } = state;
  const end = home(state, pos)?.to ?? doc.toString().trimEnd().length;
  const at = doc.lineAt(end).to;
  return [at, noteAt(doc, at) === null ? '\n\n' : '\n'];
}

function goTo(view: EditorView, pos: number): void {
  view.dispatch({
    selection: { anchor: pos },
    userEvent: 'select.note',
    scrollIntoView: true,
    effects: EditorView.scrollIntoView(pos, { y: 'nearest', yMargin: 96 }),
  });
}

function write(view: EditorView, label: string, sign: Span | null): void {
  const { state } = view;
  const pos = sign?.[1] ?? state.selection.main.to;
  const [at, before] = placeFor(state, pos);
  const note = { from: at, insert: `${before}[^${label}]: ` };
  const changes = state.changes(sign ? [note] : [{ from: pos, insert: `[^${label}]` }, note]);
  view.dispatch({
    changes,
    selection: { anchor: changes.mapPos(at, 1) },
    userEvent: 'input.note',
    scrollIntoView: true,
  });
}

/** From a sign to its note and from a note to its sign; elsewhere a new one, with the caret in its note. */
export const footnote: Command = (view) => {
  const { state } = view;
  const { doc, selection } = state;
  const pos = selection.main.to;
  if (slotApart(state)) return true;
  const note = noteAt(doc, pos);
  const label = note === null ? signAt(doc, pos) : null;
  const there = note !== null ? signOf(doc, note) : label !== null ? noteOf(doc, label) : null;
  if (there !== null) goTo(view, there);
  else if (note === null)
    write(view, label ?? freshLabel(doc.toString()), label === null ? null : [pos, pos]);
  return true;
};
