import { expect, test } from 'vitest';
import { paragraphAround } from './focus';
import { scene } from './testing/scene';

/** The paragraph around the caret. */
function around(marked: string): string {
  const { state } = scene(marked).view;
  const { from, to } = state.selection.main;
  return state.sliceDoc(...paragraphAround(state, from, to));
}

const piece = '# T\n\nOne\ntwo.\n\nThree.\n\n## 1. H\nBody right below.\nGoes on.\n\n- a\n- b\n';

test('a paragraph reaches from blank line to blank line', () => {
  expect(around(piece.replace('two', 't|wo'))).toBe('One\ntwo.');
});

test('a heading is one by itself, and so is the text right below it', () => {
  expect(around(piece.replace('H', 'H|'))).toBe('## 1. H');
  expect(around(piece.replace('Goes', '|Goes'))).toBe('Body right below.\nGoes on.');
});

test('a blank line is no part of what stands around it', () => {
  expect(around(piece.replace('\n\nThree', '\n|\nThree'))).toBe('');
});

test('what is greyed is the rest, also when two paragraphs are selected', () => {
  const on = scene(piece);
  on.editor.write({ focus: true, typewriter: false });
  const near = () => [...on.view.dom.querySelectorAll('.lede-near')].map((line) => line.textContent);
  on.view.dispatch({ selection: { anchor: piece.indexOf('two') } });
  expect(near()).toEqual(['One', 'two.']);
  on.view.dispatch({ selection: { anchor: piece.indexOf('two'), head: piece.indexOf('Three') } });
  expect(near()).toEqual(['One', 'two.', '', 'Three.']);
  on.editor.write({ focus: false, typewriter: false });
  expect(near()).toEqual([]);
});
