/** What the status line says of the text. */
import type { Totals } from '../host/host';
import { texts } from '../texts';

/** The counts of the piece, or of the selection when there is one. */
export function saying(totals: Totals, selected: string): string[] {
  if (selected) {
    const words = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(selected)];
    const count = words.filter((one) => one.isWordLike).length;
    const characters = [...new Intl.Segmenter().segment(selected)].length;
    return [`${texts.countWords(count)} ${texts.selected}`, texts.countCharacters(characters)];
  }
  return [
    ...(totals.points > 0 ? [texts.points(totals.points)] : []),
    texts.countWords(totals.words),
    texts.countCharacters(totals.characters),
    texts.minutes(totals.minutes),
  ];
}
