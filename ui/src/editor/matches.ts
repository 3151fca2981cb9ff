/** Where words or a pattern stand in a text, and what takes their place. */
import type { Span } from './part';

/** What is looked for. */
export interface Sought {
  words: string;
  matchCase: boolean;
  wholeWord: boolean;
  /** Whether `words` is a regular expression. */
  regexp: boolean;
}

const LETTER = '[\\p{L}\\p{M}\\p{N}_]';

function compiled(source: string, flags: string): RegExp | null {
  try {
    return new RegExp(source, flags);
  } catch {
    return null;
  }
}

/** The pattern of what is looked for; null when it is no regular expression. */
export function pattern({ words, matchCase, wholeWord, regexp }: Sought): RegExp | null {
  const own = regexp ? `(?:${words})` : words.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replaceAll('\\-', '-');
  // Taken alone first: brackets that close what was never opened would close ours.
  if (regexp && !compiled(words, 'u') && !compiled(words, '')) return null;
  const source = wholeWord ? `(?<!${LETTER})${own}(?!${LETTER})` : own;
  const flags = matchCase ? 'gm' : 'gim';
  // Letters of all scripts where the pattern lets itself be read so; `\-` and the like do not.
  return compiled(source, `${flags}u`) ?? compiled(source, flags);
}

/** Where `sought` stands in `text`, from first to last; places without a letter are left out. */
export function matches(text: string, sought: Sought): Span[] {
  const found: Span[] = [];
  if (!sought.words) return found;
  for (const { 0: match, index } of text.matchAll(pattern(sought) ?? /$^/g))
    if (match) found.push([index, index + match.length]);
  return found;
}

/** `$1`, `$<name>`, `$&` and `$$` of a replacement, and the line ends and tabs that a field cannot take. */
const STANDS_FOR = /\$(?:(\$|&)|(\d{1,2})|<([^>]*)>)|\\(n|t|\\)/g;

/** What `by` puts in the place of the match at `from` in `text`. */
export function replacement(text: string, from: number, sought: Sought, by: string): string {
  const found = pattern(sought);
  if (!sought.regexp || !found) return by;
  const here = new RegExp(found.source, found.flags.replace('g', 'y'));
  here.lastIndex = from;
  const match = here.exec(text);
  if (!match) return by;
  return by.replace(STANDS_FOR, (whole, sign, place, name, control) => {
    if (sign) return sign === '&' ? match[0] : '$';
    if (control) return { n: '\n', t: '\t' }[control as string] ?? '\\';
    if (place)
      return Number(place) < match.length && Number(place) > 0 ? (match[Number(place)] ?? '') : whole;
    return match.groups ? (match.groups[name] ?? '') : whole;
  });
}
