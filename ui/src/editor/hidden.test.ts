import { expect, test } from 'vitest';
import { marksFor, markupIn } from './hidden';
import { scene } from './testing/scene';

/** The line of `marked` that holds `word`, as it is seen with the caret at `|`. */
function seen(marked: string, word: string): string {
  const { state } = scene(marked).view;
  const { from, to } = state.doc.lineAt(state.doc.toString().indexOf(word));
  const hidden = markupIn(state, 0, state.doc.length, marksFor(state, 0, state.doc.length));
  let text = '';
  let at = from;
  hidden.between(from, to, (start, end, { spec }) => {
    if (spec.class || start < at) return;
    text += state.sliceDoc(at, start);
    at = end;
  });
  return text + state.sliceDoc(at, to);
}

const piece =
  '# Title\n\n*The dek.*\n\nLede with *stress*, **weight** and [a link](https://a.example "t").\n\n## 1. Head ##\n\nBody|\n';

test('a title shows its words', () => expect(seen(piece, 'Title')).toBe('Title'));
test('a dek shows its words', () => expect(seen(piece, 'dek')).toBe('The dek.'));
test('a heading shows neither marks nor number', () => expect(seen(piece, 'Head')).toBe('Head'));

test('a paragraph shows no stars and no addresses', () => {
  expect(seen(piece, 'Lede')).toBe('Lede with stress, weight and a link.');
});

test('the line with the caret shows everything', () => {
  const here = piece.replace('|', '').replace('Lede', 'Le|de');
  expect(seen(here, 'Lede')).toContain('*stress*, **weight** and [a link](https://a.example "t")');
  expect(seen(here, 'Title')).toBe('Title');
});

test('a link without words keeps its address in sight', () => {
  expect(seen('Free [](https://a.example) text\n\n|', 'Free')).toContain('[](https://a.example)');
});

test('an escaped star shows as a star', () => {
  expect(seen('Two \\* three\n\n|', 'Two')).toBe('Two * three');
});

test('code between backticks shows without them', () => {
  expect(seen('Say `a *b*` now\n\n|', 'Say')).toBe('Say a *b* now');
});
