import { type ChangeSet, Text as Doc } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Parts } from './parts';
import { chance } from './testing/chance';
import { read } from './testing/reading';
import { type Scene, scene } from './testing/scene';

const TEXT = '# A *b*\n\nC `d`, *e*\nand [f](g)\n';

/** Types a letter as the web view announces it. */
function announce({ view }: Scene, letter: string): void {
  const event = new InputEvent('beforeinput', {
    inputType: 'insertText',
    data: letter,
    bubbles: true,
    cancelable: true,
  });
  view.contentDOM.dispatchEvent(event);
}

/** What the page shows of a text, line by line. */
const page = (view: EditorView) =>
  [...view.contentDOM.querySelectorAll('.cm-line')].map((line) => line.innerHTML);

/** The same text and selection in an editor that has never shown another. */
function afresh({ view }: Scene): string[] {
  const other = scene(view.state.doc.toString());
  other.view.dispatch({ selection: view.state.selection });
  const shown = page(other.view);
  leave(other);
  return shown;
}

function leave({ editor, view }: Scene): void {
  const { parentElement } = view.dom;
  editor.destroy();
  parentElement?.remove();
}

test.each([...'x*'])('wherever %s is typed, the page shows what the document says', (letter) => {
  for (let at = 0; at <= TEXT.length; at++) {
    const stage = scene(TEXT);
    stage.view.dispatch({ selection: { anchor: at } });
    announce(stage, letter);
    expect(page(stage.view), `at ${at}`).toEqual(afresh(stage));
    leave(stage);
  }
});

test('the letter goes into the text that is there', () => {
  const stage = scene('Some wor|ds.\n');
  const inserted = vi.spyOn(Text.prototype, 'insertData');
  const { node } = stage.view.domAtPos(5);
  announce(stage, 'l');
  expect(inserted.mock.calls).toEqual([[8, 'l']]);
  expect([stage.view.domAtPos(5).node === node, node.nodeValue]).toEqual([true, 'Some worlds.']);
  inserted.mockRestore();
});

const MARKED = 'A word and *more* xs';

test.each(['x', 'sx'])('where %s is sought, a letter beside a mark is there once', (words) => {
  for (let at = 0; at <= MARKED.length; at++) {
    const stage = scene(MARKED);
    stage.editor.misspell([
      [2, 6],
      [7, 10],
    ]);
    stage.editor.seek({ words, matchCase: true, wholeWord: false, regexp: false });
    stage.view.dispatch({ selection: { anchor: at } });
    announce(stage, 's');
    announce(stage, 'x');
    const line = stage.view.contentDOM.querySelector('.cm-line');
    expect(line?.textContent, `at ${at}`).toBe(stage.editor.text());
    leave(stage);
  }
});

describe('in a window that is seen', () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

  /** A text whose caret has room around it, and the changes that the owner has heard of. */
  function opened(marked: string): Scene & { heard: ChangeSet[] } {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(false);
    vi.spyOn(EditorView.prototype, 'coordsAtPos').mockReturnValue({
      left: 0,
      right: 0,
      top: 300,
      bottom: 320,
    });
    const heard: ChangeSet[] = [];
    const stage = scene(marked, (changes) => heard.push(changes));
    const room = { top: 0, bottom: 900, left: 0, right: 900 } as DOMRect;
    vi.spyOn(stage.view.scrollDOM, 'getBoundingClientRect').mockReturnValue(room);
    return { ...stage, heard };
  }

  const written = ({ view }: Scene) => view.contentDOM.textContent;

  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('a letter is there and heard of before the editor knows of it, and once', async () => {
    const stage = opened('Some wor|ds.');
    announce(stage, 'l');
    expect([written(stage), `${stage.view.state.doc}`]).toEqual(['Some worlds.', 'Some words.']);
    expect(stage.heard.map((changes) => changes.toJSON())).toEqual([[8, [0, 'l'], 3]]);
    await frame();
    expect([written(stage), `${stage.view.state.doc}`]).toEqual(['Some worlds.', 'Some worlds.']);
    expect(stage.view.state.selection.main.head).toBe(9);
    expect(stage.heard.length).toBe(1);
    leave(stage);
  });

  test('whoever asks the editor, or presses a key, finds it there', () => {
    const stage = opened('Some wor|ds.');
    announce(stage, 'l');
    expect(stage.editor.text()).toBe('Some worlds.');
    announce(stage, 'd');
    stage.view.contentDOM.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true }));
    expect(`${stage.view.state.doc}`).toBe('Some worldds.');
    announce(stage, 'x');
    announce(stage, 'y');
    expect([`${stage.view.state.doc}`, written(stage)]).toEqual(['Some worldxds.', 'Some worldxyds.']);
    leave(stage);
  });

  test.each([
    ['|words', 'a'],
    ['wo|rds', '*'],
    ['עב|רית', 'a'],
  ])('%s: %s is told to the editor first', (marked, letter) => {
    const stage = opened(marked);
    announce(stage, letter);
    expect(`${stage.view.state.doc}`).toBe(marked.replace('|', letter));
    leave(stage);
  });

  test('whatever comes between, the owner hears of what the text becomes, and the page shows it', () => {
    const text = '# A title\n\nWords in a line,\nand *more* of them: in the next\nand one after it.\n';
    let waited = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const next = chance(seed);
      const roll = (end: number) => Math.floor(next() * end);
      const stage = opened(text);
      const { view, heard } = stage;
      for (let step = 0; step < 12; step++) {
        const { state } = view;
        if (roll(3) === 0) view.dispatch({ selection: { anchor: roll(view.state.doc.length + 1) } });
        announce(stage, 'ab, *'[roll(5)] ?? '');
        if (view.state.doc.length < heard.reduce((_, { newLength }) => newLength, 0)) waited++;
        // Made without knowing of the letter, as by a clock that runs out in that moment.
        const from = roll(state.doc.length);
        const change = {
          from,
          to: Math.min(state.doc.length, from + roll(3)),
          insert: ['', 'x', 'y\n'][roll(3)] ?? '',
        };
        const selection = { anchor: roll(from + 1) };
        if (roll(2) === 0 && view.state === state)
          view.dispatch(state.update({ changes: change, selection }));
      }
      const now = stage.editor.text();
      expect(`${heard.reduce((doc, changes) => changes.apply(doc), Doc.of(text.split('\n')))}`).toBe(now);
      const { parts, slots } = read(now);
      stage.editor.show(Parts.of(parts), slots);
      expect(page(view)).toEqual(afresh(stage));
      leave(stage);
    }
    expect(waited).toBeGreaterThan(10);
  });
});
