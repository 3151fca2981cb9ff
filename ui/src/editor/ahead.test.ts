import type { EditorView } from '@codemirror/view';
import { expect, test, vi } from 'vitest';
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
