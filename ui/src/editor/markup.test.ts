import { ChangeSet, Text } from '@codemirror/state';
import { expect, test } from 'vitest';
import { type Read, readMarks } from './markup';

const TEXT = [
  '# Two *Doors*',
  '',
  '*A dek with **weight**.*',
  '',
  'A lede with [a link](https://a.example) and `code`,',
  'on two lines.',
  '',
  '> A quote',
  '',
  '- one',
  '- two',
  '',
  '```',
  'fenced *not stress*',
  '```',
  '',
  '## 1. A heading ##',
  '',
  'The last ~~word~~ of all.',
];
const PIECES = [
  '*',
  '**',
  '`',
  '```',
  '\n',
  '\n\n',
  '# ',
  '> ',
  '- ',
  '[',
  '](x)',
  ' ',
  'word',
  '<!--',
  '-->',
  '    ',
];

/** Numbers that look like chance and are the same each time, from 0 to below `end`. */
function dice(seed: number): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
}

/** A change of one place, or of two. */
function change(doc: Text, roll: (end: number) => number): ChangeSet {
  const one = () => {
    const from = roll(doc.length + 1);
    const to = Math.min(doc.length, from + (roll(3) === 0 ? roll(12) : 0));
    return { from, to, insert: roll(4) === 0 ? '' : (PIECES[roll(PIECES.length)] ?? '') };
  };
  const first = one();
  const second = one();
  const apart = second.from > first.to || second.to < first.from;
  return ChangeSet.of(apart && roll(2) === 0 ? [first, second] : first, doc.length);
}

test.each(Array.from({ length: 60 }, (_, at) => at + 1))(
  'what is kept of a reading is read right, %i',
  (seed) => {
    const roll = dice(seed);
    let doc = Text.of(TEXT);
    let read: Read | undefined;
    for (let step = 0; step < 40; step++) {
      const changes = change(doc, roll);
      doc = changes.apply(doc);
      const start = doc.lineAt(Math.min(doc.length, roll(3) === 0 ? 20 : 0)).from;
      const chunk = { text: doc.sliceString(start), offset: start };
      read = readMarks(chunk, read, changes);
      expect(read.marks).toEqual(readMarks(chunk).marks);
    }
  },
);
