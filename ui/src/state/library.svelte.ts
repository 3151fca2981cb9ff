/** The list of drafts, and what is searched for in it. */
import type { Entry, Hit, Host } from '../host/host';

/** A row of the list as it is shown. */
export interface Row {
  entry: Entry;
  /** The words searched for, in their line. */
  excerpt: string | null;
}

export class Library {
  folder = $state('');
  entries = $state.raw<Entry[]>([]);
  query = $state('');
  private hits = $state.raw<Hit[] | null>(null);
  private asked = 0;

  readonly rows: Row[] = $derived.by(() => {
    if (this.query.trim() === '' || !this.hits) {
      return this.entries.map((entry) => ({ entry, excerpt: null }));
    }
    const excerpts = new Map(this.hits.map((hit) => [hit.draft, hit.excerpt]));
    return this.entries
      .filter((entry) => excerpts.has(entry.draft))
      .map((entry) => ({ entry, excerpt: excerpts.get(entry.draft) ?? null }));
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

/** A row's date as the list shows it: the time today, a weekday within a week, else the date. */
export function when(modified: number, now: Date): string {
  const date = new Date(modified);
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  const days = Math.ceil((midnight - modified) / 86_400_000);
  const two = (number: number) => String(number).padStart(2, '0');
  if (days <= 0) return `${two(date.getHours())}:${two(date.getMinutes())}`;
  if (days === 1) return 'Yesterday';
  if (days < 7) return date.toLocaleDateString('en-GB', { weekday: 'short' });
  const year = date.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year });
}
