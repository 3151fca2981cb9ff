import { expect, test } from 'vitest';
import { actions } from './actions';
import { type Scene, scene, shown } from './testing/scene';

function selecting(marked: string, from: number, to: number): Scene {
  const stage = scene(marked);
  stage.view.dispatch({ selection: { anchor: from, head: to } });
  return stage;
}

test('what is selected is copied, and cut out in one undo', () => {
  const stage = selecting('One two.', 4, 7);
  actions.copy(stage.view);
  expect([shown(stage), stage.asked]).toEqual(['One [two].', ['copy two']]);
  actions.cut(stage.view);
  expect([shown(stage), stage.asked.at(-1)]).toEqual(['One |.', 'copy two']);
  stage.editor.undo();
  expect(stage.editor.text()).toBe('One two.');
});

test('without a selection nothing is copied', () => {
  const stage = scene('One| two.');
  actions.cut(stage.view);
  expect([shown(stage), stage.asked]).toEqual(['One| two.', []]);
});

test('what is pasted by name goes the way of what is pasted by key', async () => {
  const stage = scene('# T\n\n## 1. A\n\nx|\n');
  actions.paste(stage.view);
  await Promise.resolve();
  expect(stage.asked).toEqual(['paste 14 at 15']);
});
