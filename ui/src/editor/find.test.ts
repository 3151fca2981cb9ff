import { expect, test } from 'vitest';
import { finds, isFound } from './find';
import { folds } from './fold';
import { marksFor, markupIn } from './hidden';
import { press, type Scene, scene, shown } from './testing/scene';

const piece =
  '# The Tide\n\n*At low tide.*\n\nA [tide](https://tide.example) turns.|\n\n## 1. Tide Tables\n\nNo tides.\n';
const plain = { matchCase: false, wholeWord: false, regexp: false };

function seeking(words: string, how: Partial<typeof plain> = {}, marked = piece): Scene {
  const on = scene(marked);
  on.editor.seek({ ...plain, ...how, words }, true);
  return on;
}

test('the first place from the caret on is selected, and then the next, around the end', () => {
  const on = seeking('tide');
  expect(shown(on)).toContain('## 1. [Tide] Tables');
  expect(on.editor.found()).toEqual({ count: 6, at: 5, bad: false });
  on.editor.step(1);
  on.editor.step(1);
  expect(shown(on)).toContain('# The [Tide]\n');
  on.editor.step(-1);
  expect(on.editor.found().at).toBe(6);
});

test('the owner hears how many there are and which one is selected', () => {
  const on = seeking('tide');
  on.editor.step(1);
  expect(on.asked).toEqual(['found 0 of 6', 'found 5 of 6', 'found 6 of 6']);
});

test('a pattern that is none finds nothing and says so', () => {
  expect(seeking('ti(', { regexp: true }).editor.found()).toEqual({ count: 0, at: 0, bad: true });
});

test('what is typed meanwhile is looked through too', () => {
  const on = seeking('turns');
  on.view.dispatch({ selection: { anchor: 2 } });
  press(on, 'turns ');
  expect(on.view.state.field(finds).all.length).toBe(2);
});

test('one place is changed and the next one selected', () => {
  const on = seeking('tide', { matchCase: true, wholeWord: true });
  on.editor.replace('wave');
  expect(shown(on)).toContain('*At low wave.*');
  expect(shown(on)).toContain('A [[tide]](https');
});

test('all are changed in one step of the history, whatever was typed before', () => {
  const on = press(scene(piece), '!');
  const before = on.editor.text();
  on.editor.seek({ ...plain, words: 't(ide)', regexp: true }, false);
  expect(on.editor.replaceAll('R$1')).toBe(6);
  expect(on.editor.text()).toContain('## 1. Ride Tables\n\nNo Rides.');
  on.editor.undo();
  expect(on.editor.text()).toBe(before);
});

test('what is found is seen where the markup is hidden, and nothing else of it', () => {
  const on = seeking('tide.example');
  on.view.dispatch({ selection: { anchor: 2 } });
  const { state } = on.view;
  const hidden = (word: string) => {
    const at = state.doc.toString().indexOf(word);
    let gone = false;
    markupIn(state, 0, state.doc.length, marksFor(state, 0, state.doc.length)).between(
      at,
      at + 1,
      (from, to, { spec }) => {
        gone ||= from <= at && to > at && !spec.class;
      },
    );
    return gone;
  };
  expect(isFound(state, piece.indexOf('tide.ex'), piece.indexOf('tide.ex') + 4)).toBe(true);
  expect(hidden('https://')).toBe(false);
  expect(hidden('*At')).toBe(true);
  on.editor.seek(null);
  expect(on.view.state.field(finds).all).toEqual([]);
});

test('a folded point opens for what is found in it', () => {
  const on = press(scene(piece.replace('|', '').replace('No t', 'No| t')), 'Alt-Shift-ArrowLeft');
  expect(on.view.state.field(folds).starts.length).toBe(1);
  on.editor.seek({ ...plain, words: 'no tides' }, true);
  expect(on.view.state.field(folds).starts).toEqual([]);
});
