import { describe, expect, it } from 'vitest';
import type { Run } from '../host/host';
import { count, type Line, sheets } from './compare';

/** The runs of a text in which `[-words-]` are gone and `{+words+}` are new. */
function runs(marked: string): Run[] {
  return marked.split(/(\[-.*?-\]|\{\+.*?\+\})/s).flatMap((text): Run[] => {
    if (!text) return [];
    if (text.startsWith('[-')) return [{ kind: 'gone', text: text.slice(2, -2) }];
    return text.startsWith('{+') ? [{ kind: 'new', text: text.slice(2, -2) }] : [{ kind: 'same', text }];
  });
}

/** A line as it is set, its words marked as above. */
function said({ setting, words }: Line): string {
  const signs = { same: ['', ''], gone: ['[-', '-]'], new: ['{+', '+}'] };
  const text = words.map(({ kind, text }) => signs[kind].join(text) || text).join('');
  // Two spaces are seen as one.
  return setting === 'fold' ? '…' : `${setting}: ${text.replace(/ +/g, ' ')}`;
}

const laid = (marked: string) =>
  sheets(runs(marked)).map(({ number, lines }) => [number, ...lines.map(said)]);

describe('a word diff as a piece', () => {
  it('sets title, dek and lede on one sheet and each point on its own, without their markup', () => {
    expect(
      laid(
        '# Five That [-Delay-]{+Slow+} Us\n\n*A dek.*\n\nThe lede.\n\n---\n\n## 1. One\n\nx\n\n## 2. Two\n\ny\n',
      ),
    ).toEqual([
      [null, 'title: Five That [-Delay-] {+Slow+} Us', 'dek: A dek.', 'body: The lede.'],
      ['1', 'heading: One', 'body: x'],
      ['2', 'heading: Two', 'body: y'],
    ]);
  });

  it('shows words that changed one after the other as phrases', () => {
    expect(laid('carried more than [-ever-]{+in+} [-before-]{+any season+}, and [-a-] [-b-] c')).toEqual([
      [null, 'body: carried more than [-ever before-] {+in any season+}, and [-a b-] c'],
    ]);
  });

  it('shows both numbers where the number changed', () => {
    expect(laid('## [-1-]{+2+}. One\n\nx')).toEqual([[null, 'heading: [-1-] {+2+}. One', 'body: x']]);
  });

  it('sets a point that is gone, and one that is new', () => {
    expect(laid('[-## 1. Old\n\nx\n\n-]{+## 1. New\n\ny\n\n+}## 2. Two\n')).toEqual([
      [null, 'heading: [-1. Old-]', 'body: [-x-]'],
      [null, 'heading: {+1. New+}', 'body: {+y+}'],
      ['2', 'heading: Two'],
    ]);
  });

  it('folds what did not change far from a change', () => {
    const words = (number: number) => Array.from({ length: number }, (_, at) => `w${at}`).join(' ');
    const [sheet] = sheets(runs(`${words(90)} [-was-]{+is+} ${words(200)} {+here+}`));
    const text = sheet?.lines.map(said).join('') ?? '';
    expect(text).toMatch(/^body: … w66 .* w89 \[-was-\] \{\+is\+\}.* w22 … w176 .* w199 \{\+here\+\}$/);
    expect(laid(`Lede.\n\na\n\nb\n\nc\n\n[-x-]{+y+}\n\nd\n\ne\n\nf`)).toEqual([
      [null, 'body: Lede.', '…', 'body: c', 'body: [-x-] {+y+}', 'body: d', '…'],
    ]);
  });

  it('knows front matter', () => {
    expect(laid('---\ntitle: [-A-]{+B+}\n---\n# T\n')).toEqual([
      [null, 'matter: title: [-A-] {+B+}'],
      [null, 'title: T'],
    ]);
  });

  it('counts words in and out', () => {
    const both = runs('One [-two, three-]{+drei+} four');
    expect([count(both, 'new'), count(both, 'gone')]).toEqual([1, 2]);
    expect(sheets(both)[0]?.change).toBe(-1);
  });

  it('parts markup from words', () => {
    const [sheet] = sheets(runs('An *italic* [link](https://x.example) {+x+}'));
    const markup = sheet?.lines[0]?.words.filter((one) => one.markup).map(({ text }) => text);
    expect(markup).toEqual(['*', '*', '[', '](https://x.example)']);
  });
});
