import { expect, test } from 'vitest';
import { rowOf, rowsIn } from './row';
import { tailOf } from './slip';
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
