/** The earlier texts of the host in memory, and a word diff that is good enough for a twin. */
import type { Compared, Run, RunKind, Snapshot, SnapshotPart, Whole, Why } from './host';

/** The words and spaces of a text; their concatenation is the text. */
function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}’']+|\s+|[^\p{L}\p{N}’'\s]/gu) ?? [];
}

/** The lengths of the longest common subsequences of all ends of two lists. */
function common(old: string[], now: string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const row = lengths[i] as number[];
      row[j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return lengths;
}

/** Two texts by words. */
function diff(from: string, to: string): Run[] {
  const [old, now] = [words(from), words(to)];
  const lengths = common(old, now);
  const runs: Run[] = [];
  const put = (kind: RunKind, text: string) => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && old[i] === now[j]) {
      put('same', old[i++] ?? '');
      j++;
    } else if (i < old.length && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? -1)) {
      put('gone', old[i++] ?? '');
    } else put('new', now[j++] ?? '');
  }
  return runs;
}

/** A text cut before each point, what comes before the first one first. */
function sections(text: string): string[] {
  return text.split(/^(?=## )/m);
}

interface Kept extends Snapshot {
  draft: string;
  text: string;
}

/** Earlier texts of all drafts, the last one kept last. */
export class Keeping {
  private readonly kept: Kept[] = [];

  keep(draft: string, text: string, why: Why, at: number, name: string | null = null): number {
    const id = this.kept.length + 1;
    this.kept.push({ id, at, why, name, words: text.match(/\S+/g)?.length ?? 0, draft, text });
    return id;
  }

  /** A draft's snapshots, newest first. */
  of(draft: string): Snapshot[] {
    const own = this.kept.filter((one) => one.draft === draft).reverse();
    return own.map(({ id, at, why, name, words }) => ({ id, at, why, name, words }));
  }

  text(id: number): string {
    return this.kept.find((one) => one.id === id)?.text ?? '';
  }

  name(id: number, name: string | null): void {
    const found = this.kept.find((one) => one.id === id);
    if (found) found.name = name;
  }

  /** A snapshot beside the text `now`. */
  compared(id: number, now: string): Compared {
    const before = this.text(id);
    const title = /^# (.*)$/m.exec(before)?.[1] ?? '';
    return { title, runs: diff(before, now), parts: this.parts(id, now) };
  }

  /** The points of a snapshot that are not in `now`. */
  private parts(id: number, now: string): SnapshotPart[] {
    const there = new Set(sections(now).map((section) => section.trim()));
    return sections(this.text(id)).flatMap((section, place) => {
      if (place === 0 || there.has(section.trim())) return [];
      const label = section.split('\n', 1)[0]?.replace(/^## \d+\. /, '') ?? '';
      return [{ kind: 'point' as const, place, label }];
    });
  }

  /** The text that `now` becomes when a snapshot or a point of it is restored. */
  restored(id: number, what: Whole, now: string): string {
    if (what.kind === 'whole') return this.text(id);
    const present = sections(now);
    present[what.place] = sections(this.text(id))[what.place] ?? '';
    return present.join('');
  }
}
