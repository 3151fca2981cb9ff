import { Prec, StateEffect } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { expect, test } from 'vitest';
import { rowOf, rowsIn, rows as rowView } from './row';
import { tailOf } from './slip';
import { chance } from './testing/chance';
import { scene } from './testing/scene';

/** Each line of `marked` as what it is, one after the other. */
function rows(marked: string): string[] {
  const { state } = scene(marked).view;
  const tail = tailOf(state);
  return Array.from({ length: state.doc.lines }, (_, at) => rowOf(state, state.doc.line(at + 1), tail).row);
}

test('blank lines and breaks between parts are distance', () => {
  expect(rows('# T|\n\n*D.*\n\nL.\n\n---\n\n## 1. H\n\nB.\n')).toEqual([
    'title',
    'none',
    'dek',
    'none',
    'lede',
    'none',
    'none',
    'none',
    'heading',
    'none',
    'body',
    'none',
  ]);
});

test('a blank line between two paragraphs is a space', () => {
  expect(rows('# T|\n\nOne.\n\nTwo.')).toEqual(['title', 'none', 'lede', 'space', 'lede']);
});

test('the new line that the caret is on belongs to the part above', () => {
  expect(rows('# T\n\n## 1. H\n\nB.\n|\n\n## 2. I\n')).toEqual([
    'title',
    'none',
    'heading',
    'none',
    'body',
    'body',
    'none',
    'heading',
    'none',
  ]);
});

test('text that fits no part stays text', () => {
  expect(rows('Stray words.\n\nMore.\n\n# T|\n').slice(0, 5)).toEqual([
    'free',
    'space',
    'free',
    'none',
    'title',
  ]);
});

test('the caret skips each distance as a whole, even where it reaches out of view', () => {
  const { state } = scene('# T|\n\nL.\n\n---\n\n## 1. H\n\nB.\n').view;
  const skipped: string[] = [];
  const view = state.doc.toString().indexOf('---');
  rowsIn(state, view, view + 1).atoms.between(0, state.doc.length, (from, to) => {
    skipped.push(state.sliceDoc(from, to));
  });
  expect(skipped).toEqual(['\n\n---\n\n']);
});

const PIECE = '# T\n\n*D.*\n\nL\nm.\n\n---\n\n## 1. H\n\nB.\n\n- c\n\n## 2. I\n\n---\n\nEnd.\n';

test('lines that move along are what they would be if looked at anew', () => {
  const { view } = scene(PIECE);
  const next = chance(7);
  const roll = (end: number) => Math.floor(next() * end);
  const listed = ({ lines, atoms }: ReturnType<typeof rowsIn>) => {
    const all: unknown[] = [];
    for (const at = lines.iter(); at.value; at.next()) all.push([at.from, at.value.spec.class]);
    for (const at = atoms.iter(); at.value; at.next()) all.push([at.from, at.to]);
    return all;
  };
  const wrong: string[] = [];
  // Before the parts are read anew, after which all lines are looked at in any case.
  const looked = EditorView.updateListener.of(({ state }) => {
    const { from, to } = view.viewport;
    const [shown, anew] = [view.plugin(rowView) ?? rowsIn(state, 0, 0), rowsIn(state, from, to)].map(listed);
    if (JSON.stringify(shown) !== JSON.stringify(anew)) wrong.push(`${state.doc}`);
  });
  view.dispatch({ effects: StateEffect.appendConfig.of(Prec.highest(looked)) });
  for (let step = 0; step < 240; step++) {
    // Back to the piece before it is a single heap of signs.
    if (step % 20 === 0) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: PIECE } });
    const from = roll(view.state.doc.length + 1);
    const to = roll(2) === 0 ? Math.min(view.state.doc.length, from + 1) : from;
    const insert = ['a', 'b c', ' ', '-', '---', '#', '\n', '', ''][roll(9)] ?? '';
    const change = { changes: { from, to, insert } };
    // Most often by hand, at the caret; else from elsewhere, or with the caret brought there.
    const by = roll(5);
    if (by > 0) view.dispatch({ selection: { anchor: from } });
    view.dispatch(by === 1 ? { ...change, selection: { anchor: roll(from) } } : change);
  }
  expect(wrong).toEqual([]);
});
