import { afterEach, expect, test, vi } from 'vitest';
import { scene, shown } from './testing/scene';

afterEach(() => vi.useRealTimers());

/** Presses Enter in a title so many milliseconds after a composition in it has ended. */
function entered(after: number, keyCode = 13): string {
  vi.useFakeTimers({ toFake: ['performance'] });
  const on = scene('# Two Doors|\n\nA lede.\n');
  const { contentDOM } = on.view;
  contentDOM.dispatchEvent(new CompositionEvent('compositionstart'));
  contentDOM.dispatchEvent(new CompositionEvent('compositionend'));
  vi.advanceTimersByTime(after);
  const enter = new KeyboardEvent('keydown', { key: 'Enter', keyCode, bubbles: true, cancelable: true });
  let heard = 0;
  contentDOM.addEventListener('keydown', () => heard++);
  contentDOM.dispatchEvent(enter);
  return heard > 0 ? 'left to the editor' : shown(on);
}

test('Enter right behind a composition goes on to the next part', () => {
  expect(entered(5)).toBe('# Two Doors{dek}\n\nA lede.\n');
});

test('a key that the input method has taken is left to it', () => {
  expect(entered(5, 229)).toBe('left to the editor');
});

test('a key long after a composition is one as any other', () => {
  expect(entered(150)).toBe('left to the editor');
});
