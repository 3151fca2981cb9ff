/** The list of drafts, and what is searched for in it. */
import type { Entry, Hit, Host } from '../host/host';

/** A row of the list as it is shown. */
export interface Row {
  entry: Entry;
  /** The words searched for, in their line. */
  excerpt: string | null;
  /** Whether it is a conflict copy that stands below its draft. */
  under: boolean;
}

/** The rows in their order, each conflict copy below its draft where that is in the list. */
export function arranged(entries: Entry[]): Omit<Row, 'excerpt'>[] {
  const drafts = new Set(entries.filter(({ conflict }) => !conflict).map(({ draft }) => draft));
  const parent = ({ conflict, copyOf }: Entry) => (conflict && copyOf && drafts.has(copyOf) ? copyOf : null);
  return entries
    .filter((entry) => parent(entry) === null)
    .flatMap((entry) => [
      { entry, under: false },
      ...entries.filter((one) => parent(one) === entry.draft).map((copy) => ({ entry: copy, under: true })),
    ]);
}

export class Library {
  folder = $state('');
  entries = $state.raw<Entry[]>([]);
  query = $state('');
  private hits = $state.raw<Hit[] | null>(null);
  private asked = 0;

  readonly rows: Row[] = $derived.by(() => {
    if (this.query.trim() === '' || !this.hits) {
      return arranged(this.entries).map((row) => ({ ...row, excerpt: null }));
    }
    const excerpts = new Map(this.hits.map((hit) => [hit.draft, hit.excerpt]));
    const found = this.entries.filter((entry) => excerpts.has(entry.draft));
    return arranged(found).map((row) => ({ ...row, excerpt: excerpts.get(row.entry.draft) ?? null }));
  });

  constructor(private readonly host: Host) {
    host.on('libraryChanged', ({ entries }) => {
      this.entries = entries;
      if (this.query.trim() !== '') void this.search(this.query);
    });
  }

  /** Searches names and texts; an answer that a later search has overtaken is dropped. */
  async search(words: string): Promise<void> {
    this.query = words;
    const mine = ++this.asked;
    const hits = words.trim() === '' ? null : await this.host.search(words);
    if (mine === this.asked) this.hits = hits;
  }
}
