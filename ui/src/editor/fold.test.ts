import { expect, test } from 'vitest';
import { firstWords, folds } from './fold';
import { press, scene, shown } from './testing/scene';

const piece = '# T\n\n## 1. One\n\nFirst| body.\n\n## 2. Two\n\nSecond.\n';

test('a folded point keeps its heading and the caret on it', () => {
  const on = press(scene(piece), 'Alt-Shift-ArrowLeft');
  expect(shown(on)).toContain('## 1. One|\n');
  expect(on.view.state.field(folds).starts).toEqual([piece.indexOf('## 1.')]);
});

test('it opens when the caret enters', () => {
  const on = press(scene(piece), 'Alt-Shift-ArrowLeft', 'Alt-PageDown', 'Alt-PageUp');
  expect(on.view.state.field(folds).starts).toEqual([]);
});

test('it stays folded while text before it changes', () => {
  const on = press(scene(piece), 'Alt-Shift-ArrowLeft');
  on.view.dispatch({ selection: { anchor: 3 } });
  press(on, 'x');
  expect(on.view.state.field(folds).starts).toEqual([piece.indexOf('## 1.') + 1]);
});

test('the first words stand without markup', () => {
  expect(firstWords('A *b* [c](https://c.example)\n\nd')).toBe('A b c d');
});
