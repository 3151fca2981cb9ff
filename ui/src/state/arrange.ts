/** The list of drafts as it is arranged: what is shown, in which order, under which folders. */
import type { Arrangement, Entry } from '../host/host';
import { texts } from '../texts';

/** A row of the list: a draft. */
export interface Row {
  kind: 'draft';
  entry: Entry;
  /** The words searched for, in their line. */
  excerpt: string | null;
  /** Whether it is a conflict copy that stands below its draft. */
  under: boolean;
}

/** A row of the list: a folder, over its drafts. */
export interface Heading {
  kind: 'folder';
  /** Its path in the library. */
  folder: string;
  /** How many drafts are below it, those of its folders included. */
  count: number;
  folded: boolean;
}

/** Nothing left out, the newest first. */
export const usualArrangement: Arrangement = { order: 'newest', state: null, tag: null, folded: [] };

/** Whether anything is left out. */
export const isFiltered = ({ state, tag }: Arrangement): boolean => state !== null || tag !== null;

export const titleOf = ({ summary, name }: Entry): string => summary?.title || name;

const alphabet = new Intl.Collator(texts.lang, { numeric: true });

const ORDERS: Record<Arrangement['order'], ((one: Entry, other: Entry) => number) | null> = {
  // As they come.
  newest: null,
  title: (one, other) => alphabet.compare(titleOf(one), titleOf(other)),
  points: (one, other) => (other.summary?.points ?? 0) - (one.summary?.points ?? 0),
  words: (one, other) => (other.summary?.words ?? 0) - (one.summary?.words ?? 0),
};

/** Those that are to be seen, in their order; equal ones as they come, the newest first. */
export function chosen(entries: readonly Entry[], { order, state, tag }: Arrangement): Entry[] {
  const seen = entries.filter(({ summary }) => {
    const isIn = (summary?.published ?? false) === (state === 'published');
    return (state === null || isIn) && (tag === null || (summary?.tags.includes(tag) ?? false));
  });
  const compare = ORDERS[order];
  return compare ? seen.sort(compare) : seen;
}

/** The rows in their order, each conflict copy below its draft where that is in the list. */
export function arranged(entries: readonly Entry[]): Omit<Row, 'excerpt'>[] {
  const drafts = new Set(entries.filter(({ conflict }) => !conflict).map(({ draft }) => draft));
  const copies = new Map<string, Entry[]>();
  const first = entries.filter((entry) => {
    const { conflict, copyOf } = entry;
    if (!conflict || !copyOf || !drafts.has(copyOf)) return true;
    copies.set(copyOf, [...(copies.get(copyOf) ?? []), entry]);
    return false;
  });
  return first.flatMap((entry) => [
    { kind: 'draft' as const, entry, under: false },
    ...(copies.get(entry.draft) ?? []).map((copy) => ({ kind: 'draft' as const, entry: copy, under: true })),
  ]);
}

/** A folder and those that it is in, the innermost first. */
function above(folder: string): string[] {
  const steps = folder === '' ? [] : folder.split('/');
  return steps.map((_, at) => steps.slice(0, steps.length - at).join('/'));
}

/** The drafts at the top first, then each folder over its own; a folded one hides all that is below it. */
export function listed(
  rows: readonly Row[],
  folders: readonly string[],
  folded: readonly string[],
): (Row | Heading)[] {
  const inFolder = new Map<string, Row[]>();
  const below = new Map<string, number>();
  for (const row of rows) {
    const { folder } = row.entry;
    const own = inFolder.get(folder);
    if (own) own.push(row);
    else inFolder.set(folder, [row]);
    for (const one of above(folder)) below.set(one, (below.get(one) ?? 0) + 1);
  }
  const names = [...new Set([...folders, ...inFolder.keys()])].filter((folder) => folder !== '');
  const isFolded = (folder: string) => folded.includes(folder);
  const lines: (Row | Heading)[] = [...(inFolder.get('') ?? [])];
  for (const folder of names.sort(alphabet.compare)) {
    const [own, ...outer] = above(folder);
    if (own === undefined || outer.some(isFolded)) continue;
    // A folder that only leads to others would be a line without a word to say.
    const drafts = inFolder.get(folder) ?? [];
    if (drafts.length === 0 && names.some((name) => name.startsWith(`${folder}/`))) continue;
    lines.push({ kind: 'folder', folder, count: below.get(folder) ?? 0, folded: isFolded(folder) });
    if (!isFolded(folder)) lines.push(...drafts);
  }
  return lines;
}

/** The tags of all drafts, each once, in the order of the alphabet. */
export function tagsOf(entries: readonly Entry[]): string[] {
  return [...new Set(entries.flatMap(({ summary }) => summary?.tags ?? []))].sort(alphabet.compare);
}
