import { ChangeSet, EditorState, type Range } from '@codemirror/state';
import { Decoration, type DecorationSet } from '@codemirror/view';
import { expect, test } from 'vitest';
import { readMarks } from './markup';
import { isMereWords } from './mereWords';
import { chance } from './testing/chance';

const TEXT = `# Two *Doors*

*A dek with **weight**.*

A lede with [a link](https://a.example) and \`code\`,
on two lines.

> A quote
that goes on lazily

- one
- two
  and a half

\`\`\`
fenced *not stress*
more of it
\`\`\`

    set apart

[reference]:
/address 'and
its title'

A line that will be
a heading
---

*Stress over
three lines
of it* and <b
class="x">tags</b>.

Words alone, and (more) of them: it's all "fine".
Words to ww.example.org, to http:/a.example or to mailto me.
Another line for the same.
2026 was a year
`;

const PIECES = [
  'a',
  'w',
  'ß',
  'word',
  's ',
  ' ',
  '.',
  ',',
  ':',
  '/',
  '1',
  '- ',
  '# ',
  '*',
  '`',
  '\n',
  '> ',
  '(',
  "'",
  '@',
  '=',
  'www.',
  'http:',
  '//a.b',
  'mailto:',
  'xmpp:',
];

/** What a text's markup is, as decorations. */
function marksOf(text: string): DecorationSet {
  const { marks } = readMarks({ text, offset: 0 });
  const drawn: Range<Decoration>[] = marks.map(({ from, to, kind, url = '' }) =>
    Decoration.mark({ class: `${kind} ${url}` }).range(from, to),
  );
  return Decoration.set(drawn, true);
}

function listed(marks: DecorationSet): [number, number, string][] {
  const all: [number, number, string][] = [];
  marks.between(0, Number.MAX_SAFE_INTEGER, (from, to, { spec }) => {
    all.push([from, to, spec.class]);
  });
  return all;
}

test('where words are put in or taken out, the marks around them move along', () => {
  let mere = 0;
  for (let seed = 1; seed <= 150; seed++) {
    const next = chance(seed);
    const roll = (end: number) => Math.floor(next() * end);
    let before = EditorState.create({ doc: TEXT });
    for (let step = 0; step < 25; step++) {
      const from = roll(before.doc.length + 1);
      const to = roll(3) === 0 ? Math.min(before.doc.length, from + roll(4)) : from;
      const insert = PIECES[roll(PIECES.length)] ?? '';
      const changes = ChangeSet.of({ from, to, insert }, before.doc.length);
      const after = before.update({ changes }).state;
      const marks = marksOf(before.doc.toString());
      if (isMereWords(before, after, changes, marks)) {
        mere++;
        const text = after.doc.toString();
        expect(listed(marks.map(changes)), `${JSON.stringify(insert)} at ${from}: ${text}`).toEqual(
          listed(marksOf(text)),
        );
      }
      before = after;
    }
  }
  expect(mere).toBeGreaterThan(100);
});

test.each([
  ['On to http:/a.example now', 'http:/', '/'],
  ['On to ww.example.org now', 'on to ', 'w'],
  ['On to mailto me@a.example now', 'mailto', ':'],
])('an address is no mere word: %s', (text, before, insert) => {
  const at = text.toLowerCase().indexOf(before) + before.length;
  const state = EditorState.create({ doc: text });
  const changes = ChangeSet.of({ from: at, insert }, text.length);
  const after = state.update({ changes }).state;
  expect(isMereWords(state, after, changes, Decoration.none)).toBe(false);
});
