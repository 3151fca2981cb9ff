import { expect, test } from 'vitest';
import { scene, type as write } from './testing/scene';

test('tabs have an element of their own, and nothing else does', () => {
  const stage = scene('One\ttwo\t\tthree.|\n\nNone here.');
  const tabs = () => [...stage.view.contentDOM.querySelectorAll('.lede-tabs')].map((tab) => tab.textContent);
  expect(tabs()).toEqual(['\t', '\t\t']);
  write(stage, 'a\t');
  expect(tabs()).toEqual(['\t', '\t\t', '\t']);
});
