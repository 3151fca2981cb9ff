import { ChangeSet } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { carried, type Mark } from './marks';
import { press, scene, shown } from './testing/scene';

/** A text with `«…»` around each mark, the first of them an error, the second a warning. */
function parsed(marked: string): { text: string; list: Mark[] } {
  const list: Mark[] = [];
  let text = '';
  for (const piece of marked.split(/(?=[«»])/)) {
    const last = list.at(-1);
    if (piece.startsWith('«')) {
      const weight = list.length === 0 ? 'error' : 'warning';
      list.push({ id: list.length, from: text.length, to: text.length, weight, says: '' });
    } else if (piece.startsWith('»') && last) last.to = text.length;
    text += piece.replace(/^[«»]/, '');
  }
  return { text, list };
}

function written(text: string, list: Mark[]): string {
  const signs = list.flatMap(({ from, to }) => [
    { at: to, sign: '»' },
    { at: from, sign: '«' },
  ]);
  signs.sort((one, other) => other.at - one.at);
  return signs.reduce((so, { at, sign }) => so.slice(0, at) + sign + so.slice(at), text);
}

/** The marks after `insert` took the place of `what`, or came in where `|` stands in it. */
function after(marked: string, what: string, insert: string): string {
  const { text, list } = parsed(marked);
  const words = what.replace('|', '');
  const from = text.indexOf(words) + Math.max(what.indexOf('|'), 0);
  const to = what.includes('|') ? from : from + words.length;
  const changes = ChangeSet.of({ from, to, insert }, text.length);
  return written(text.slice(0, from) + insert + text.slice(to), carried(list, changes));
}

describe('a mark', () => {
  it.each([
    ['moves with what is written before it', 'A «TK» b', '|A', 'So ', 'So A «TK» b'],
    ['stays when something is written behind it', 'A «TK» b', 'b|', 'c', 'A «TK» bc'],
    ['stays beside a space or a stop', 'A «TK» b', 'TK|', '. And', 'A «TK». And b'],
    ['stays when a line comes in before it', 'A «TK» b', '|TK', 'c\n', 'A c\n«TK» b'],
    ['goes when a letter joins it from behind', 'A «TK» b', 'TK|', 's', 'A TKs b'],
    ['goes when a letter joins it from before', 'A «TK» b', '|TK', 'x', 'A xTK b'],
    ['goes when a letter comes in between', 'A «TK» b', 'T|K', 'x', 'A TxK b'],
    ['goes with a part of its words', 'A «TK» b', 'K b', 'K', 'A TK'],
    ['goes alone', '«A» «TK» b', 'TK', 'x', '«A» x b'],
  ])('%s', (_name, before, what, insert, expected) => {
    expect(after(before, what, insert)).toBe(expected);
  });
});

describe('the marks of a text', () => {
  function on(marked: string) {
    const { text, list } = parsed(marked);
    const stage = scene(text);
    stage.editor.mark(list);
    return stage;
  }

  it('are drawn by how much they matter', () => {
    const { view } = on('Some «five» and «six».');
    const drawn = [...view.dom.querySelectorAll('.lede-mark')].map((one) => [one.textContent, one.className]);
    expect(drawn).toEqual([
      ['five', expect.stringContaining('lede-mark-error')],
      ['six', expect.stringContaining('lede-mark-warning')],
    ]);
  });

  it('are walked from the caret on and around the ends', () => {
    const stage = on('Some «five» and «six».');
    const { editor } = stage;
    const go = (step: 1 | -1) => {
      editor.holdMark(editor.nextMark(step) ?? -1);
      return shown(stage);
    };
    expect(go(1)).toBe('Some |five and six.');
    expect(go(1)).toBe('Some five and |six.');
    expect(go(1)).toBe('Some |five and six.');
    expect(go(-1)).toBe('Some five and |six.');
  });

  it('are one in hand where several begin at one place', () => {
    const stage = scene('|Title');
    const { editor, asked } = stage;
    editor.mark([0, 1].map((id) => ({ id, from: 0, to: 5, weight: 'warning', says: '' })));
    editor.holdMark(0);
    editor.holdMark(editor.nextMark(1) ?? -1);
    expect(asked.at(-1)).toBe('marks 0 1, in hand 1');
  });

  it('are told when the words of one are touched', () => {
    const stage = on('Some «five» and «six».');
    stage.editor.holdMark(0);
    press(stage, 'Delete');
    expect(stage.asked.at(-1)).toBe('marks 1, in hand -1');
  });

  it('beyond the end of the text are not drawn', () => {
    const { editor, asked } = scene('Short');
    editor.mark([{ id: 0, from: 3, to: 9, weight: 'info', says: '' }]);
    expect(asked.at(-1)).toBe('marks , in hand -1');
  });
});
