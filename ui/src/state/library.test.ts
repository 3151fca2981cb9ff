import { expect, it } from 'vitest';
import type { Entry } from '../host/host';
import { arranged } from './library.svelte';

const entry = (draft: string, copyOf: string | null = null): Entry => {
  return { draft, name: draft, folder: '', modified: 0, conflict: copyOf !== null, copyOf, summary: null };
};

/** The rows in their order, those below their draft indented. */
const listed = (...entries: Entry[]) =>
  arranged(entries).map(({ entry: { draft }, under }) => (under ? `  ${draft}` : draft));

it('lists a conflict copy below its draft', () => {
  expect(listed(entry('a (conflict)', 'a'), entry('b'), entry('a'), entry('a (conflict 2)', 'a'))).toEqual([
    'b',
    'a',
    '  a (conflict)',
    '  a (conflict 2)',
  ]);
});

it('leaves a copy in its place whose draft is not in the list or a copy itself', () => {
  const copies = [entry('a (conflict)', 'a'), entry('a (conflict) (conflict)', 'a (conflict)')];
  expect(listed(...copies, entry('b'))).toEqual(['a (conflict)', 'a (conflict) (conflict)', 'b']);
});
