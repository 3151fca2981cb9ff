import { describe, expect, it } from 'vitest';
import type { Arrangement, Entry } from '../host/host';
import { arranged, chosen, listed, tagsOf, usualArrangement } from './arrange';

type About = Partial<Entry['summary'] & object> & { copyOf?: string };

/** A draft by its path; `about` is what its text says. */
function entry(draft: string, { copyOf, ...about }: About = {}): Entry {
  const folder = draft.includes('/') ? draft.slice(0, draft.lastIndexOf('/')) : '';
  const summary = { title: '', firstWords: '', points: 0, words: 0, published: false, tags: [], ...about };
  const conflict = copyOf !== undefined;
  return { draft, name: draft, folder, modified: 0, conflict, copyOf: copyOf ?? null, summary };
}

/** The rows in their order, those below their draft indented. */
const order = (...entries: Entry[]) =>
  arranged(entries).map(({ entry: { draft }, under }) => (under ? `  ${draft}` : draft));

describe('a conflict copy', () => {
  it('is listed below its draft', () => {
    const copy = (name: string) => entry(name, { copyOf: 'a' });
    expect(order(copy('a (conflict)'), entry('b'), entry('a'), copy('a (conflict 2)'))).toEqual([
      'b',
      'a',
      '  a (conflict)',
      '  a (conflict 2)',
    ]);
  });

  it('stays in its place when its draft is not in the list or a copy itself', () => {
    const copies = [entry('a (c)', { copyOf: 'a' }), entry('a (c) (c)', { copyOf: 'a (c)' })];
    expect(order(...copies, entry('b'))).toEqual(['a (c)', 'a (c) (c)', 'b']);
  });
});

describe('what is shown', () => {
  const entries = [
    entry('new', { title: 'Ten Ways', words: 10, points: 2, tags: ['ferry', 'rail'] }),
    entry('mid', { title: 'Älter', words: 30, points: 2, published: true, tags: ['ferry'] }),
    { ...entry('old'), name: '2 old', summary: null },
  ];
  const shown = (change: Partial<Arrangement>) =>
    chosen(entries, { ...usualArrangement, ...change }).map(({ draft }) => draft);

  it('comes in the order that was chosen, equal ones the newest first', () => {
    expect(shown({})).toEqual(['new', 'mid', 'old']);
    expect(shown({ order: 'title' })).toEqual(['old', 'mid', 'new']);
    expect(shown({ order: 'words' })).toEqual(['mid', 'new', 'old']);
    expect(shown({ order: 'points' })).toEqual(['new', 'mid', 'old']);
  });

  it('is what has the state and the tag', () => {
    expect(shown({ state: 'published' })).toEqual(['mid']);
    expect(shown({ state: 'draft' })).toEqual(['new', 'old']);
    expect(shown({ tag: 'ferry' })).toEqual(['new', 'mid']);
    expect(shown({ tag: 'ferry', state: 'draft' })).toEqual(['new']);
    expect(tagsOf(entries)).toEqual(['ferry', 'rail']);
  });

  it('leaves the list itself as it came', () => {
    shown({ order: 'words' });
    expect(entries.map(({ draft }) => draft)).toEqual(['new', 'mid', 'old']);
  });
});

describe('folders', () => {
  const drafts = ['b/one', 'top', 'a/deep/two', 'b/three'];
  const rows = arranged(drafts.map((draft) => entry(draft))).map((row) => ({ ...row, excerpt: null }));
  const seen = (folders: string[], folded: string[]) =>
    listed(rows, folders, folded).map((line) => {
      if (line.kind === 'draft') return line.entry.draft;
      return `${line.folded ? '+' : '-'} ${line.folder} ${line.count}`;
    });

  it('stand over their drafts, behind those at the top', () => {
    expect(seen([], [])).toEqual(['top', '- a/deep 1', 'a/deep/two', '- b 2', 'b/one', 'b/three']);
  });

  it('are there when they are empty, but not when they only lead to others', () => {
    expect(seen(['a', 'a/deep', 'b', 'c'], ['b'])).toEqual([
      'top',
      '- a/deep 1',
      'a/deep/two',
      '+ b 2',
      '- c 0',
    ]);
  });

  it('hide what is below them when they are folded', () => {
    const more = [...rows, { ...rows[0], entry: entry('a/four') } as (typeof rows)[number]];
    const lines = listed(more, [], ['a']).map((line) => (line.kind === 'folder' ? line.count : 'draft'));
    expect(lines).toEqual(['draft', 2, 2, 'draft', 'draft']);
  });
});
