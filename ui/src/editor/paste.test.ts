import { expect, test } from 'vitest';
import { press, type Scene, scene, shown } from './testing/scene';

function paste(on: Scene, text: string, html = '', files: File[] = []): void {
  const clipboardData = {
    files,
    types: files.map(() => 'Files'),
    getData: (type: string) => ({ 'text/plain': text, 'text/html': html })[type] ?? '',
  };
  const event = new Event('paste', { bubbles: true, cancelable: true });
  on.view.contentDOM.dispatchEvent(Object.assign(event, { clipboardData }));
}

const PIECE = '# T\n\n## 1. A\n\nx|\n\n## 2. B\n';

test('what may be whole points is handed to the owner, who writes it', () => {
  const on = scene(PIECE);
  paste(on, '## 1. Heading\n');
  expect(on.asked).toEqual(['paste 14 at 15']);
  expect(shown(on)).toBe(PIECE);
});

test('what the owner does not take is pasted as it is', () => {
  const on = scene(PIECE);
  paste(on, '5 boats');
  expect(on.asked).toEqual(['paste 7 at 15']);
  expect(shown(on)).toBe('# T\n\n## 1. A\n\nx5 boats|\n\n## 2. B\n');
});

test('words are pasted without a question', () => {
  const on = scene(PIECE);
  paste(on, ' and words');
  expect(on.asked).toEqual([]);
  expect(shown(on)).toContain('x and words|');
});

const WORDS = '# T\n\nSee the tables, and go.\n';

/** `WORDS` after `address` was pasted on `words`. */
function onWords(words: string, address: string): string {
  const on = scene(WORDS);
  const at = WORDS.indexOf(words);
  on.view.dispatch({ selection: { anchor: at, head: at + words.length } });
  paste(on, address);
  return shown(on).slice(5);
}

test('an address on words makes them a link, without the space around them', () => {
  expect(onWords('the tables', 'https://tide.example/a')).toBe(
    'See [the tables](https://tide.example/a)|, and go.\n',
  );
  expect(onWords(' tables', ' https://tide.example/(b)\n')).toBe(
    'See the [tables](<https://tide.example/(b)>)|, and go.\n',
  );
});

test('anything else on words takes their place', () => {
  expect(onWords('the tables', 'https://tide.example and more')).toContain(
    'See https://tide.example and more|,',
  );
});

test('pasted plain, a point is only words', async () => {
  const on = press(scene(PIECE), 'Ctrl-Shift-v');
  await new Promise((resolve) => setTimeout(resolve));
  expect(on.asked).toEqual([]);
  expect(shown(on)).toContain('x## 9. Heading\n|');
});

const told = () => new Promise((resolve) => setTimeout(resolve));

test('a page is handed to the owner, and its words do not come in twice', async () => {
  const on = scene('|');
  paste(on, 'Title', '<h1>Title</h1><p>Words</p>');
  await told();
  expect(on.asked).toEqual(['page 26']);
  expect(shown(on)).toBe('|');
});

test('what the owner does not take for a page is pasted as words, where words go', async () => {
  const on = scene('|');
  paste(on, 'A line\r\nand one', '<p>A line</p>');
  await told();
  expect(shown(on)).toBe('# A line and one|');
});

test('a picture that was copied in a browser is a picture, and its page none', async () => {
  const on = scene('|');
  paste(on, '', '<p><img src="boat.png"></p>', [new File([], 'boat.png', { type: 'image/png' })]);
  await told();
  expect(on.asked).toEqual([]);
  expect(on.editor.text()).toContain('![](assets/boat.png)');
});

test('in a text with words a page is words, at once', () => {
  const on = scene(PIECE);
  paste(on, ' and words', '<b>and words</b>');
  expect(on.asked).toEqual(['page 16']);
  expect(shown(on)).toContain('x and words|');
});
