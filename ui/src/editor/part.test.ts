import { ChangeSet } from '@codemirror/state';
import { expect, test } from 'vitest';
import { mapParts, type Part } from './part';
import { read } from './testing/reading';

const text = '# Title\n\n*Dek.*\n\nLede.\n\n## 1. One\n\nBody one.\n\n## 2. Two\n\nBody two.\n';

/** What each part says after `insert` was put in at `|`. */
function said(marked: string, insert: string): string[] {
  const at = marked.indexOf('|');
  const before = marked.replace('|', '');
  const changes = ChangeSet.of({ from: at, insert }, before.length);
  const after = before.slice(0, at) + insert + before.slice(at);
  return mapParts(read(before).parts, changes).map(({ from, to }) => after.slice(from, to));
}

test('what is typed at the end of a part belongs to it', () => {
  expect(said(text.replace('Lede.', 'Lede.|'), '!')).toContain('Lede.!');
});

test('what is typed behind a number belongs to the heading', () => {
  const parts = read(text).parts;
  const at = text.indexOf('One');
  const changes = ChangeSet.of({ from: at, insert: 'x' }, text.length);
  const point = mapParts(parts, changes).find(({ place }) => place === 1) as Part;
  expect(point.heading).toEqual([at, at + 4]);
  expect(point.marker?.[1]).toBe(at - 1);
});

test('every part keeps its words when a letter is typed into any of them', () => {
  const whole = said(`${text}|`, '');
  for (let at = 0; at <= text.length; at++) {
    const marked = `${text.slice(0, at)}|${text.slice(at)}`;
    const now = said(marked, 'x').map((words) => words.replace('x', ''));
    expect(now).toEqual(whole);
  }
});

test('parts before a change are the same objects', () => {
  const { parts } = read(text);
  const mapped = mapParts(parts, ChangeSet.of({ from: text.length, insert: 'x' }, text.length));
  expect(mapped[0]).toBe(parts[0]);
});
