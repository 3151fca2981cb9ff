import { describe, expect, it } from 'vitest';
import { fitting, match } from './fuzzy';

const names = ['Bold', 'Focus: one paragraph', 'Find in the text', 'Fold the point', 'Add a point'];
const found = (letters: string) => fitting(letters, names, (name) => name).map(({ one }) => one);

describe('letters that stand for a name', () => {
  it('without letters leave all as they stand', () => expect(found(' ')).toEqual(names));
  it('take the starts of words first', () => expect(found('ap')[0]).toBe('Add a point'));
  it('take letters in a row before scattered ones', () =>
    expect(found('fo').slice(0, 2)).toEqual(['Focus: one paragraph', 'Fold the point']));
  it('know no case and need no spaces', () => expect(found('FIND TEXT')).toEqual(['Find in the text']));
  it('must all be there, in their order', () => expect(found('dlob')).toEqual([]));
  it('say where they stand', () => expect(match('at', 'Add a text')?.at).toEqual([0, 6]));
});
