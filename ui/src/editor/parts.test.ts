import { ChangeSet } from '@codemirror/state';
import { expect, test } from 'vitest';
import { mapPart, type Part } from './part';
import { Parts } from './parts';
import { chance } from './testing/chance';
import { read } from './testing/reading';

const text = '# Title\n\n*Dek.*\n\nLede.\n\n## 1. One\n\nBody one.\n\n## 2. Two\n\nBody two.\n';

/** What each part says after `insert` was put in at `|`. */
function said(marked: string, insert: string): string[] {
  const at = marked.indexOf('|');
  const before = marked.replace('|', '');
  const changes = ChangeSet.of({ from: at, insert }, before.length);
  const after = before.slice(0, at) + insert + before.slice(at);
  return Parts.of(read(before).parts)
    .map(changes)
    .all()
    .map(({ from, to }) => after.slice(from, to));
}

test('what is typed at the end of a part belongs to it', () => {
  expect(said(text.replace('Lede.', 'Lede.|'), '!')).toContain('Lede.!');
});

test('what is typed behind a number belongs to the heading', () => {
  const { parts } = read(text);
  const at = text.indexOf('One');
  const changes = ChangeSet.of({ from: at, insert: 'x' }, text.length);
  const point = Parts.of(parts)
    .map(changes)
    .all()
    .find(({ place }) => place === 1) as Part;
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
  const mapped = Parts.of(parts).map(ChangeSet.of({ from: text.length, insert: 'x' }, text.length));
  expect(mapped.at(0)).toBe(parts[0]);
});

/** Some points of differing lengths, one after the other. */
function points(count: number): Part[] {
  return Array.from({ length: count }, (_, at) => {
    const from = at * 20;
    const heading: Part['heading'] = [from + 6, from + 9];
    const body: Part['body'] = at % 3 === 0 ? null : [from + 11, from + 15];
    const marker: Part['marker'] = [from + 3, from + 5];
    const more = { number: at + 1, marker, heading, body, words: 2, characters: 7 };
    return { kind: 'point', from, to: body ? from + 15 : from + 9, place: at + 1, ...more };
  });
}

test('carried from change to change, parts are what each would be alone', () => {
  const random = chance(3);
  let length = 400;
  let plain = points(20);
  let kept = Parts.of(plain);
  for (let round = 0; round < 300; round++) {
    const from = Math.floor(random() * length);
    const to = random() < 0.5 ? from : Math.min(from + Math.floor(random() * 30), length);
    const insert = 'x'.repeat(Math.floor(random() * 25));
    const changes = ChangeSet.of({ from, to, insert }, length);
    length = changes.newLength;
    plain = plain.map((part) => mapPart(part, changes));
    kept = kept.map(changes);
    expect(kept.all()).toEqual(plain);
    expect(kept.stand(Parts.of(plain))).toBe(true);
    const pos = Math.floor(random() * length);
    expect(kept.touching(pos, pos + 40)).toEqual(
      plain.filter((one) => one.from <= pos + 40 && one.to >= pos),
    );
  }
});

test('a renewal puts new parts between those that stay', () => {
  const before = Parts.of(points(6)).map(ChangeSet.of({ from: 0, insert: 'xx' }, 200));
  const [, , third] = before.all() as [Part, Part, Part];
  const after = before.renewed({ kept: 2, moved: 2, by: -7, parts: [{ ...third, words: 9 }] });
  const last = before.all().slice(4);
  const back = last.map((part) => Parts.of([part]).renewed({ kept: 0, moved: 1, by: -7, parts: [] }).at(0));
  expect(after.all()).toEqual([...before.all().slice(0, 2), { ...third, words: 9 }, ...back]);
  expect(after.length).toBe(5);
  expect(after.at(4)?.from).toBe((last[1] as Part).from - 7);
});
