import { afterEach, describe, expect, it } from 'vitest';
import type { Saved } from '../host/host';
import { MemoryHost } from '../host/memory';
import { refused, said } from '../host/said';
import { texts } from '../texts';
import { Room } from './room.svelte';
import { ofFile } from './status';
import { worded } from './worded';

const FULL = said('disk-full', 'The disk is full, so “a.md” could not be written.', 'a.md');
const NOT_SAVED = {
  kind: 'notSaved',
  trouble: { said: FULL, action: 'retry' },
  inJournal: true,
} satisfies Saved;

afterEach(() => {
  texts.said = {};
  texts.closing = null;
});

describe('a sentence of the backend', () => {
  it('is said as it came where the language has no wording', () => {
    expect(worded(FULL, {})).toBe(FULL.english);
    expect(worded(FULL, { missing: () => 'Fehlt.' })).toBe(FULL.english);
  });

  it('has a code, and no other wording passes the check of the types', () => {
    // @ts-expect-error there is no such code
    expect(worded(FULL, { 'disk-fulll': () => 'Kein Platz.' })).toBe(FULL.english);
  });

  it('has the wording of the language, with what it is about in its place', () => {
    const large = said('too-big', '“a.md” has 50 MB.', 'a.md', '50');
    expect(worded(large, { 'too-big': (name, size) => `${size} MB sind zu viel: ${name}` })).toBe(
      '50 MB sind zu viel: a.md',
    );
  });
});

describe('the wording of a language takes the place of English', () => {
  it('in a notice', async () => {
    texts.said = { 'kept-beside': (name) => `Liegt daneben: ${name}.`, closed: () => 'Ist zu.' };
    const host = new MemoryHost({ draft: 'Words' });
    const room = new Room(host);
    await room.start();
    host.emit('noticed', { draft: 'draft', said: said('kept-beside', 'It lies beside it.', 'b.md') });
    expect(room.notices.shown?.sentence).toBe('Liegt daneben: b.md.');
    await room.attempt(() => Promise.reject(refused('closed', 'This draft is not open any more.')));
    expect(room.notices.shown?.sentence).toBe('Ist zu.');
  });

  it('in what the status line says of the file, beside what the journal has', () => {
    expect(ofFile(NOT_SAVED)).toBe(`${FULL.english} ${texts.safeInJournal}`);
    texts.said = { 'disk-full': (name) => `Kein Platz für ${name}.` };
    expect(ofFile(NOT_SAVED)).toBe(`Kein Platz für a.md. ${texts.safeInJournal}`);
    expect(ofFile({ ...NOT_SAVED, inJournal: false })).toBe('Kein Platz für a.md.');
    expect(ofFile({ kind: 'saving' })).toBe(texts.saving);
  });
});

it('asks at the end in the words of the language', async () => {
  const host = new MemoryHost({ draft: 'Words' });
  texts.closing = { inJournal: 'Im Journal.', close: 'Zu', lost: 'Weg.', lose: 'Weg', stay: 'Nein' };
  await new Room(host).start();
  expect(host.closing?.stay).toBe('Nein');
});

it('is said once, where a notice and the status line have the same', async () => {
  const room = new Room(new MemoryHost({ draft: 'Words' }));
  room.notices.warn(worded(FULL));
  expect(room.notices.beside(worded(FULL))).toBeNull();
  expect(room.notices.beside('Something else.')?.sentence).toBe(FULL.english);
});
