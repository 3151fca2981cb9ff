import { describe, expect, it } from 'vitest';
import { matches, pattern, replacement, type Sought } from './matches';

const plain: Sought = { words: '', matchCase: false, wholeWord: false, regexp: false };
/** `text` with every match in brackets. */
function marked(text: string, words: string, how: Partial<Sought> = {}): string {
  let shown = '';
  let at = 0;
  for (const [from, to] of matches(text, { ...plain, ...how, words })) {
    shown += `${text.slice(at, from)}[${text.slice(from, to)}]`;
    at = to;
  }
  return shown + text.slice(at);
}

describe('what is looked for', () => {
  it('stands in any case', () => expect(marked('Tide and tide', 'tide')).toBe('[Tide] and [tide]'));
  it('stands in its own case', () =>
    expect(marked('Tide and tide', 'tide', { matchCase: true })).toBe('Tide and [tide]'));
  it('has case in all scripts', () => expect(marked('ÄRGER ärger', 'Ärger')).toBe('[ÄRGER] [ärger]'));
  it('is taken to the letter', () => expect(marked('a.b a-b (a/b)', 'a-b')).toBe('a.b [a-b] (a/b)'));
  it('may be made of signs', () => expect(marked('[^1] $5 {x}', '[^1]')).toBe('[[^1]] $5 {x}'));
  it('stands as a whole word', () =>
    expect(marked('tide tides nápa náp', 'náp', { wholeWord: true })).toBe('tide tides nápa [náp]'));
  it('goes over no letter twice', () => expect(marked('aaa', 'aa')).toBe('[aa]a'));
  it('of nothing stands nowhere', () => expect(marked('text', '')).toBe('text'));
});

describe('a regular expression', () => {
  const regexp = true;
  it('is read as one', () => expect(marked('1. a\n22. b', '^\\d+\\.', { regexp })).toBe('[1.] a\n[22.] b'));
  it('may escape what needs it not', () => expect(marked('a-b', 'a\\-b', { regexp })).toBe('[a-b]'));
  it('of no letters stands nowhere', () => expect(marked('ab', 'x*', { regexp })).toBe('ab'));
  it.each(['(', 'a)(b', '[', '*'])('%s is none', (words) => {
    expect(pattern({ ...plain, words, regexp })).toBeNull();
    expect(matches('text (', { ...plain, words, regexp })).toEqual([]);
  });
});

describe('what takes its place', () => {
  const swap = (by: string, regexp = true) =>
    replacement('in May 2025', 3, { ...plain, words: '(?<month>\\w+) (\\d+)', regexp }, by);
  it('has the groups', () => expect(swap('$2 $1, $<month>')).toBe('2025 May, May'));
  it('has the whole and signs', () => expect(swap('$& for $$5\\n$9')).toBe('May 2025 for $5\n$9'));
  it('is as written without a pattern', () => expect(swap('$2\\n', false)).toBe('$2\\n'));
  it('sees what stands around', () => {
    const sought = { ...plain, words: '(?<=in )May', regexp: true };
    expect(replacement('in May', 3, sought, '<$&>')).toBe('<May>');
  });
});
