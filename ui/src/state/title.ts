/** The number that a title promises, for a piece that is about to begin. */

const WORDS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];

/** The first number of a title from 1 to 20, in words or digits, as it is written there. */
export function promised(title: string): { word: string; points: number } | null {
  for (const [word] of title.matchAll(/[\p{L}\p{N}]+/gu)) {
    const spelled = WORDS.indexOf(word.toLowerCase()) + 1;
    const points = spelled || (/^\d{1,2}$/.test(word) ? Number(word) : 0);
    if (points >= 1 && points <= 20) return { word, points };
  }
  return null;
}
