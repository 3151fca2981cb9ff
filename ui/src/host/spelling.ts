/** What the host in memory knows of words: two that are misspelt, and what is meant by them. */
import type { Spelt } from './host';

const MEANT = new Map([
  ['teh', ['the', 'tea']],
  ['recieved', ['received']],
]);

export class Speller {
  /** The words that pass, by the draft that they pass in; those that pass everywhere by `''`. */
  private readonly passing = new Map<string, string[]>();

  spelt(draft: string, text: string, on: boolean): Omit<Spelt, 'session' | 'version'> {
    const passed = this.passing.get(draft) ?? [];
    if (!on) return { by: { kind: 'off' }, words: [], passed };
    const known = [...passed, ...(this.passing.get('') ?? [])];
    const found = [...text.matchAll(/\p{L}+/gu)].filter(([word]) => MEANT.has(word) && !known.includes(word));
    const words = found.map(({ 0: word, index }): [number, number] => [index, index + word.length]);
    return { by: { kind: 'dictionary', lang: 'en' }, words, passed };
  }

  suggestions(word: string): string[] {
    return MEANT.get(word) ?? [];
  }

  /** A word passes in a draft, or does not any more. */
  keep(draft: string, word: string, on: boolean): void {
    const rest = (this.passing.get(draft) ?? []).filter((one) => one !== word);
    this.passing.set(draft, on ? [...rest, word] : rest);
  }
}
