import { expect, test } from 'vitest';
import { type Scene, scene, shown } from './testing/scene';

function paste(on: Scene, text: string): void {
  const clipboardData = { getData: (type: string) => (type === 'text/plain' ? text : '') };
  const event = new Event('paste', { bubbles: true, cancelable: true });
  on.view.contentDOM.dispatchEvent(Object.assign(event, { clipboardData }));
}

const PIECE = '# T\n\n## 1. A\n\nx|\n\n## 2. B\n';

test('what may be whole points is handed to the owner, who writes it', () => {
  const on = scene(PIECE);
  paste(on, '## 1. Heading\n');
  expect(on.asked).toEqual(['paste 14 at 15']);
  expect(shown(on)).toBe(PIECE);
});

test('what the owner does not take is pasted as it is', () => {
  const on = scene(PIECE);
  paste(on, '5 boats');
  expect(on.asked).toEqual(['paste 7 at 15']);
  expect(shown(on)).toBe('# T\n\n## 1. A\n\nx5 boats|\n\n## 2. B\n');
});

test('words are pasted without a question', () => {
  const on = scene(PIECE);
  paste(on, ' and words');
  expect(on.asked).toEqual([]);
  expect(shown(on)).toContain('x and words|');
});
