/** What the status line says of the text. */
import type { Saved, Totals, Unit } from '../host/host';
import { texts } from '../texts';
import { towards } from './goals';
import { worded } from './worded';

/** How the file stands to the text. */
export function ofFile(saved: Saved): string {
  if (saved.kind !== 'notSaved') return texts[saved.kind];
  const said = worded(saved.trouble.said);
  return saved.inJournal ? `${said} ${texts.safeInJournal}` : said;
}

/** The counts of the piece against its goal, or of the selection when there is one. */
export function saying(
  totals: Totals,
  selected: string,
  goal: { length: number; unit: Unit } | null = null,
): string[] {
  if (selected) {
    const words = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(selected)];
    const count = words.filter((one) => one.isWordLike).length;
    const characters = [...new Intl.Segmenter().segment(selected)].length;
    return [`${texts.countWords(count)} ${texts.selected}`, texts.countCharacters(characters)];
  }
  return [
    ...(totals.points > 0 ? [texts.points(totals.points)] : []),
    goal?.unit === 'words' ? towards(totals, goal) : texts.countWords(totals.words),
    goal?.unit === 'characters' ? towards(totals, goal) : texts.countCharacters(totals.characters),
    texts.minutes(totals.minutes),
  ];
}

/** What it says of the session and of today, where the person wants to know. */
export function ofSession(words: number, minutes: number | null): string[] {
  return [texts.inSession(words), ...(minutes === null ? [] : [texts.today(minutes)])];
}
