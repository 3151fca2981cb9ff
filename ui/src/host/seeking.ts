/** What the host in memory finds in its texts, and what it would replace. */
import type { Found, Place, Query } from './host';
import { refused } from './said';

function pattern({ words, regex, matchCase, wholeWords }: Query): RegExp {
  const source = regex ? words : words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  try {
    return new RegExp(wholeWords ? `\\b(?:${source})\\b` : source, matchCase ? 'gmu' : 'gimu');
  } catch {
    throw refused('pattern-broken', 'This is no expression.', 'nothing to repeat');
  }
}

/** Each place that has it, and what comes there. */
export function changes(text: string, query: Query, by: string) {
  const places = [...text.matchAll(pattern(query))].filter(([found]) => found !== '');
  return places.map(({ index, 0: found }) => ({ from: index, to: index + found.length, insert: by }));
}

/** The drafts that have it, with what `by` makes of each place unless that is null. */
export function found(texts: [string, string][], query: Query, by: string | null): Found[] {
  return texts.flatMap(([draft, text]) => {
    const places = changes(text, query, by ?? '').map(({ from, to }): Place => {
      const before = text.slice(0, from);
      const start = before.lastIndexOf('\n') + 1;
      const after = text.slice(to).split('\n', 1)[0] ?? '';
      return {
        line: before.split('\n').length - 1,
        from: from - start,
        to: to - start,
        before: before.slice(start),
        found: text.slice(from, to),
        after,
        becomes: by,
      };
    });
    return places.length > 0 ? [{ draft, places, more: false }] : [];
  });
}
