import { expect, test } from 'vitest';
import { clean } from './clean';
import { paste, scene, shown } from './testing/scene';

test('half a surrogate pair becomes a replacement character', () => {
  expect(clean('a\uD83Db\uDE00c')).toBe('a\uFFFDb\uFFFDc');
});

test('a whole pair stays', () => {
  expect(clean('a\u{1F600}b')).toBe('a\u{1F600}b');
});

test('a byte order mark is dropped', () => {
  expect(clean('\uFEFFa\uFEFF')).toBe('a');
});

test('what is pasted is cleaned on its way in', () => {
  const on = scene('Free|\n');
  paste(on, '\uFEFFx\uD800');
  expect(shown(on)).toBe('Freex\uFFFD|\n');
});

test('what is pasted into an empty part is cleaned too', () => {
  const on = scene('|');
  paste(on, '\uFEFFx');
  expect(shown(on)).toBe('# x|');
});
