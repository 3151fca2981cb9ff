/** How well a few letters stand for a name: they come in its order, best at the starts of words. */

/** A name that the letters fit, and where in it they stand. */
export interface Fit {
  score: number;
  at: number[];
}

/** What a letter is worth at a word's start, right behind the one before it, and for each one skipped. */
const WORTH = { start: 8, next: 9, skipped: -0.1 };

const startsWord = (name: string, at: number) => at === 0 || !/[\p{L}\p{N}]/u.test(name[at - 1] ?? '');

/** The best way to find `letters` in `name`, or null; spaces between the letters do not count. */
export function match(letters: string, name: string): Fit | null {
  const wanted = [...letters.toLowerCase()].filter((letter) => letter.trim() !== '');
  const text = name.toLowerCase();
  // The best fit of the letters so far, by the place of the last of them.
  let ends = new Map<number, Fit>([[-1, { score: 0, at: [] }]]);
  for (const letter of wanted) {
    const longer = new Map<number, Fit>();
    for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) {
      for (const [end, { score, at: before }] of ends) {
        if (end >= at) continue;
        const skipped = (at - end - 1) * WORTH.skipped;
        const worth = (startsWord(text, at) ? WORTH.start : 0) + (at === end + 1 ? WORTH.next : 0) + skipped;
        if (score + worth > (longer.get(at)?.score ?? Number.NEGATIVE_INFINITY))
          longer.set(at, { score: score + worth, at: [...before, at] });
      }
    }
    ends = longer;
  }
  let best: Fit | null = null;
  for (const one of ends.values()) if (!best || one.score > best.score) best = one;
  return best;
}

/** Those of `list` that the letters fit, the best first; without letters all, as they stand. */
export function fitting<T>(
  letters: string,
  list: readonly T[],
  name: (one: T) => string,
): { one: T; at: number[] }[] {
  const found = list.flatMap((one) => {
    const fit = match(letters, name(one));
    return fit ? [{ one, ...fit }] : [];
  });
  const whole = letters.trim().toLowerCase();
  const named = ({ one }: { one: T }) => Number(name(one).toLowerCase() === whole);
  if (whole !== '') found.sort((a, b) => named(b) - named(a) || b.score - a.score);
  return found;
}

/** A name in stretches, those that the letters stand for apart. */
export function stretches(name: string, at: number[]): { text: string; hit: boolean }[] {
  const made: { text: string; hit: boolean }[] = [];
  for (const [place, letter] of [...name].entries()) {
    const hit = at.includes(place);
    const last = made.at(-1);
    if (last?.hit === hit) last.text += letter;
    else made.push({ text: letter, hit });
  }
  return made;
}
