/** The list of drafts, how it is arranged, and what is searched for in it. */
import type { Arrangement, Entry, Hit, Host } from '../host/host';
import { arranged, chosen, type Heading, isFiltered, listed, type Row, usualArrangement } from './arrange';

export class Library {
  folder = $state('');
  entries = $state.raw<Entry[]>([]);
  /** The paths of all folders in the library. */
  folders = $state.raw<string[]>([]);
  arrangement = $state.raw<Arrangement>({ ...usualArrangement });
  query = $state('');
  private hits = $state.raw<Hit[] | null>(null);
  private asked = 0;

  private readonly found: Map<string, string | null> | null = $derived(
    this.query.trim() !== '' && this.hits
      ? new Map(this.hits.map(({ draft, excerpt }) => [draft, excerpt]))
      : null,
  );

  /** The drafts that are to be seen, whatever is folded. */
  readonly rows: Row[] = $derived.by(() => {
    const { found } = this;
    const entries = chosen(this.entries, this.arrangement);
    const seen = found ? entries.filter(({ draft }) => found.has(draft)) : entries;
    return arranged(seen).map((row) => ({ ...row, excerpt: found?.get(row.entry.draft) ?? null }));
  });

  /** The list as it stands there: in a search all that was found, and no folder without any of it. */
  readonly lines: (Row | Heading)[] = $derived.by(() => {
    const folders = this.found || isFiltered(this.arrangement) ? [] : this.folders;
    return listed(this.rows, folders, this.found ? [] : this.arrangement.folded);
  });

  constructor(private readonly host: Host) {
    host.on('libraryChanged', ({ entries, folders }) => {
      this.entries = entries;
      this.folders = folders;
      if (this.query.trim() !== '') void this.search(this.query);
    });
  }

  /** The entry of a draft. */
  entry(draft: string | undefined): Entry | undefined {
    return this.entries.find((entry) => entry.draft === draft);
  }

  /** Searches names and texts; an answer that a later search has overtaken is dropped. */
  async search(words: string): Promise<void> {
    this.query = words;
    const mine = ++this.asked;
    const hits = words.trim() === '' ? null : await this.host.search(words);
    if (mine === this.asked) this.hits = hits;
  }
}
