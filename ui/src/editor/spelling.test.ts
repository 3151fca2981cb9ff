import { ChangeSet } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { spelling, waved } from './spelling';
import { chance } from './testing/chance';
import { press, type Scene, scene, shown, type } from './testing/scene';

/** Opens a text in which `~` stands before and behind each misspelt word. */
function on(marked: string): Scene {
  const words: [number, number][] = [];
  let text = '';
  for (const [at, piece] of marked.split('~').entries()) {
    const from = text.length;
    text += piece.replace('|', '');
    if (at % 2 === 1) words.push([from, text.length]);
  }
  const stage = scene(marked.replaceAll('~', ''));
  stage.editor.misspell(words);
  return stage;
}

/** The words with an element in the text. */
const elements = ({ view }: Scene) =>
  [...view.contentDOM.querySelectorAll('.lede-misspelt')].map(({ textContent }) => textContent);

/** The words with a wave beside the text. */
const beside = ({ view }: Scene) => waved(view).map(([from, to]) => view.state.sliceDoc(from, to));

const drawn = (stage: Scene) => [...elements(stage), ...beside(stage)];

describe('a misspelt word', () => {
  it('is marked, for the eye and for a screen reader', () => {
    const stage = on('So ~teh~ end |came, ~recieved~.');
    expect(drawn(stage)).toEqual(['teh', 'recieved']);
    expect(stage.view.dom.querySelector('[aria-invalid=spelling]')?.textContent).toBe('teh');
  });

  it('moves with what is written elsewhere', () => {
    const stage = on('So| ~teh~ end.');
    type(stage, ', then,');
    expect(drawn(stage)).toEqual(['teh']);
  });

  it.each([
    ['in it', 'So ~te|h~ end.', 'x'],
    ['on to it', 'So ~teh|~ end.', 's'],
    ['at its start', 'So ~|teh~ end.', 's'],
  ])('is not marked any more when a letter is written %s', (_name, marked, letter) => {
    const stage = on(marked);
    type(stage, letter);
    expect(drawn(stage)).toEqual([]);
    expect(stage.editor.wordHere()).toBeNull();
  });

  it('is not marked while it is being written, but as soon as the caret leaves it', () => {
    const stage = on('So |end.');
    type(stage, 'teh');
    stage.editor.misspell([[3, 6]]);
    expect(drawn(stage)).toEqual([]);
    expect(stage.editor.wordHere()?.text).toBe('teh');
    type(stage, ' ');
    expect(drawn(stage)).toEqual(['teh']);
  });

  it('is marked when the caret comes to it by itself', () => {
    const stage = on('So |end.');
    type(stage, 'teh ');
    stage.editor.misspell([[3, 6]]);
    press(stage, 'ArrowLeft');
    expect(drawn(stage)).toEqual(['teh']);
  });

  it('stays unmarked at the caret when the text changes elsewhere from outside', () => {
    const stage = on('So |end.');
    type(stage, 'teh');
    stage.editor.misspell([[3, 6]]);
    stage.editor.apply(ChangeSet.of({ from: 0, insert: 'And ' }, stage.editor.doc.length), 'reload');
    expect(drawn(stage)).toEqual([]);
  });

  it('is marked nowhere once it passes', () => {
    const stage = on('|So ~teh~ and ~teh~, ~teht~.');
    stage.editor.passWord('teh');
    expect(drawn(stage)).toEqual(['teht']);
  });

  it('is written anew in one step of the history', () => {
    const stage = on('So ~te|h~ end.');
    const word = stage.editor.wordHere();
    if (!word) throw new Error('no word');
    expect(stage.editor.respell(word, 'the')).toBe(true);
    expect([shown(stage), drawn(stage)]).toEqual(['So the| end.', []]);
    expect(stage.editor.respell(word, 'then')).toBe(false);
    stage.editor.undo();
    expect(stage.editor.text()).toBe('So teh end.');
  });
});

describe('while a paragraph is written, its misspelt words', () => {
  const TEXT = '# Teh title\n\nA| ~lede~ here.\n\n## 1. ~Teh~ point\n\n~Teh~ body.\n';

  it('have no element in it, until the caret goes elsewhere', () => {
    const stage = on(TEXT);
    expect([elements(stage), beside(stage)]).toEqual([['lede', 'Teh', 'Teh'], []]);
    type(stage, ' new');
    expect([elements(stage), beside(stage)]).toEqual([['Teh', 'Teh'], ['lede']]);
    press(stage, 'ArrowLeft');
    expect([elements(stage), beside(stage)]).toEqual([['lede', 'Teh', 'Teh'], []]);
  });

  it('keep their elements in a heading, which has a type of its own', () => {
    const stage = on('A lede.\n\n## 1. A| ~teh~ point\n\nBody.\n');
    type(stage, ' new');
    expect([elements(stage), beside(stage)]).toEqual([['teh'], []]);
  });

  it.each(['A| **~teh~** crew.', '### A| ~teh~ crew'])('keep them among markup: %s', (marked) => {
    const stage = on(`A lede.\n\n## 1. A point\n\n${marked}\n`);
    type(stage, ' new');
    expect([elements(stage), beside(stage)]).toEqual([['teh'], []]);
  });

  it('keep them where a word may be on two lines', () => {
    const stage = on('A| ~shrot-handed~ ~teh~ crew.');
    type(stage, ' new');
    expect([elements(stage), beside(stage)]).toEqual([['shrot-handed'], ['teh']]);
  });

  it('are marked in one of the two ways, whatever is typed', () => {
    const words = ['teh ', 'ok', ', ', 'shrot-handed ', '\n', '\n\n## ', 'x'];
    for (let seed = 1; seed <= 5; seed++) {
      const next = chance(seed);
      const stage = on(TEXT);
      for (let step = 0; step < 20; step++) {
        if (next() < 0.3) press(stage, next() < 0.5 ? 'ArrowLeft' : 'Backspace');
        else type(stage, words[Math.floor(next() * words.length)] ?? '');
        const text = stage.editor.text();
        if (next() < 0.5) {
          stage.editor.misspell(
            [...text.matchAll(/teh|shrot-handed/giu)].map(({ index, 0: word }) => [
              index,
              index + word.length,
            ]),
          );
        }
        const { head } = stage.view.state.selection.main;
        const { all, writing } = stage.view.state.field(spelling);
        const due: string[] = [];
        all.between(0, text.length, (from, to) => {
          if (writing < 0 || to < head || from > head) due.push(text.slice(from, to));
        });
        expect(drawn(stage).sort(), `seed ${seed}, step ${step}: ${text}`).toEqual(due.sort());
      }
    }
  });
});

describe('the way from word to word', () => {
  it('leads around the ends', () => {
    const stage = on('So |~teh~ end ~recieved~ it.');
    const walked = [1, 1, 1, -1, -1].map((step) => {
      stage.editor.goToWord(step as 1 | -1);
      return shown(stage);
    });
    const [first, second] = ['So [teh] end recieved it.', 'So teh end [recieved] it.'];
    expect(walked).toEqual([first, second, first, second, first]);
  });

  it('leads nowhere where all is right', () => {
    expect(on('All| right.').editor.goToWord(1)).toBeNull();
  });
});
