import { ChangeSet } from '@codemirror/state';
import { expect, test } from 'vitest';
import { both, type Conflict, conflicts, voices } from './conflict';
import { press, type Scene, scene, type } from './testing/scene';

/** The text and conflicts of `‹mine›theirs›` marks: the words after the second mark are not in the text. */
function marked(text: string): { doc: string; found: Conflict[] } {
  const found: Conflict[] = [];
  let doc = '';
  for (const [at, piece] of text.split('‹').entries()) {
    const [mine = '', theirs = '', rest = ''] = piece.split('›');
    if (at > 0) found.push({ from: doc.length, to: doc.length + mine.length, theirs });
    doc += at > 0 ? mine + rest : piece;
  }
  return { doc, found };
}

/** An editor whose text was merged into `text`, marked as above. */
function merged(text: string): Scene {
  const { doc, found } = marked(text);
  const on = scene('');
  on.editor.apply(ChangeSet.of({ from: 0, insert: doc }, 0), 'reload', undefined, found);
  return on;
}

/** The text with its conflicts marked. */
function told({ view }: Scene): string {
  const { list } = view.state.field(conflicts);
  let text = '';
  let done = 0;
  for (const { from, to, theirs } of list) {
    text += `${view.state.sliceDoc(done, from)}‹${view.state.sliceDoc(from, to)}›${theirs}›`;
    done = to;
  }
  return text + view.state.sliceDoc(done);
}

const PIECE =
  '# T\n\n## 1. One\n\nLate ‹on four nights›most weekends› in May.\n\n## 2. ‹Was›Is› Drawn\n\nx\n';

function write(on: Scene, from: number, to: number, insert: string): void {
  on.view.dispatch({ changes: { from, to, insert } });
}

test('what a merge brought is drawn, and theirs is not in the text', () => {
  const on = merged(PIECE);
  expect(told(on)).toBe(PIECE);
  expect(on.editor.text()).toContain('Late on four nights in May.');
  expect(on.view.contentDOM.textContent).toContain('mineon four nightstheirsmost weekends in May.');
});

test.each([
  ['mine', 'Late on four nights in May.'],
  ['theirs', 'Late most weekends in May.'],
  ['both', 'Late on four nights most weekends in May.'],
] as const)('choosing %s is one step, which undo takes back with the conflict', (choice, line) => {
  const on = merged(PIECE);
  on.editor.settle(0, choice);
  expect(on.editor.text()).toContain(line);
  expect(told(on)).toContain('## 2. ‹Was›Is› Drawn');
  expect(on.view.state.field(conflicts).list).toHaveLength(1);
  on.editor.undo();
  expect(told(on)).toBe(PIECE);
  on.editor.redo();
  expect(on.editor.text()).toContain(line);
  expect(on.view.state.field(conflicts).list).toHaveLength(1);
});

test('undoing the merge takes its conflicts along', () => {
  const on = merged(PIECE);
  on.editor.undo();
  expect(on.view.state.field(conflicts).list).toEqual([]);
});

test('typing before, in and right behind my words carries the conflict along', () => {
  const on = merged('One ‹two›zwei› three');
  write(on, 0, 0, 'Zero ');
  const at = on.editor.text().indexOf('two') + 3;
  on.view.dispatch({ selection: { anchor: at } });
  type(on, 'fold');
  expect(told(on)).toBe('Zero One ‹twofold›zwei› three');
});

test('the conflict ends when its words are deleted, and comes back with them', () => {
  const on = merged('One ‹two›zwei› three');
  write(on, 3, 8, '');
  expect(told(on)).toBe('Onethree');
  on.editor.undo();
  expect(told(on)).toBe('One ‹two›zwei› three');
});

test('words that I took out and they changed are a conflict as long as their place is there', () => {
  const on = merged('One ‹›zwei› three');
  write(on, 0, 0, 'Zero ');
  expect(told(on)).toBe('Zero One ‹›zwei› three');
  expect(on.view.contentDOM.textContent).toContain('minetaken out');
  on.editor.settle(0, 'theirs');
  expect(on.editor.text()).toBe('Zero One zwei three');
});

test('a point that moves takes its conflict along', () => {
  const on = merged(PIECE);
  const text = on.editor.text();
  const at = text.indexOf('## 2.');
  const point = text.slice(at);
  on.view.dispatch({
    changes: [
      { from: 5, insert: `${point}\n` },
      { from: at, to: text.length },
    ],
  });
  expect(told(on)).toBe(
    '# T\n\n## 2. ‹Was›Is› Drawn\n\nx\n\n## 1. One\n\nLate ‹on four nights›most weekends› in May.\n\n',
  );
});

test('a second merge leaves the open conflicts of the first', () => {
  const on = merged('One ‹two›zwei› three');
  const length = on.editor.doc.length;
  on.editor.apply(ChangeSet.of({ from: 0, insert: 'Zero ' }, length), 'reload', undefined, [
    { from: 0, to: 4, theirs: 'Null' },
  ]);
  expect(told(on)).toBe('‹Zero›Null› One ‹two›zwei› three');
});

test('the owner is told both texts, where they are and which is in hand', () => {
  const on = merged(PIECE);
  on.editor.hold(1);
  expect(on.asked).toEqual(['conflicts 2, in hand 0', 'conflicts 2, in hand 2']);
  expect(voices(on.view.state)).toEqual([
    { mine: 'on four nights', theirs: 'most weekends', where: { kind: 'pointBody', place: 1 } },
    { mine: 'Was', theirs: 'Is', where: { kind: 'pointHeading', place: 2 } },
  ]);
  expect(on.view.state.selection.main.head).toBe(on.editor.text().indexOf('Was') + 3);
  press(on, 'x');
  expect(told(on)).toContain('‹Wasx›Is›');
});

test.each([
  ['one', 'two', 'one two'],
  ['one ', 'two', 'one two'],
  ['', 'two', 'two'],
  ['One.\n\nTwo.', 'Three.', 'One.\n\nTwo.\n\nThree.'],
])('both of %j and %j are %j', (mine, theirs, text) => {
  expect(both(mine, theirs)).toBe(text);
});
