/** What the checks say of the open draft's text, for as long as it is true. */
import { ChangeSet } from '@codemirror/state';
import type { Name } from '../editor';
import type { Finding, Review, Severity, Tick } from '../host/host';

/**
 * What a finding asks for. To say of a part that it is not written yet is no reproach while the piece is
 * being written: such findings stand apart, by themselves, and are not counted.
 */
export type Kind = Severity | 'unwritten';

/** Rules that say of a part that nothing is in it yet. */
const UNWRITTEN = new Set(['empty-point', 'missing-part']);

/** A finding whose words stand as they were when it was found. */
export interface Open extends Finding {
  id: number;
  kind: Kind;
  /** The part that it is in. */
  where: Name | null;
}

/** The findings of one kind. */
export interface Group {
  kind: Kind;
  findings: Open[];
}

const KINDS: Kind[] = ['error', 'warning', 'info', 'unwritten'];

/** The gravest first, without the kinds that nothing has. */
export function grouped(findings: Open[]): Group[] {
  const groups = KINDS.map((kind) => ({ kind, findings: findings.filter((one) => one.kind === kind) }));
  return groups.filter((group) => group.findings.length > 0);
}

/** What is the same in a finding before and after the text was written on. */
const alike = ({ passage: { rule, said, words } }: Finding) => `${rule}\n${said}\n${words}`;

export class Findings {
  /** The last that was said of a text that stood in the window then; null before anything was. */
  review = $state.raw<Review | null>(null);
  private said = $state.raw<ReadonlyMap<number, Open>>(new Map());
  private left = $state.raw<readonly number[]>([]);
  /** The id of the finding that the caret is in; -1 for none. */
  now = $state(-1);
  private sources = $state.raw<(Tick & { where: Name | null })[]>([]);
  /** In the order of the text. */
  readonly open: Open[] = $derived(this.left.flatMap((id) => this.said.get(id) ?? []));
  readonly groups = $derived(grouped(this.open));
  /** How many ask for a change of what is written. */
  readonly count = $derived(
    this.open.filter(({ kind }) => kind !== 'unwritten').length + (this.review?.leftOut ?? 0),
  );
  /** How many of them one action mends. */
  readonly safe = $derived(this.open.filter(({ fixes }) => fixes[0]?.safe).length);
  /** Claims that lead nowhere and are not ticked off. */
  readonly unsourced = $derived(this.sources.filter(({ comesTo, ticked }) => comesTo === null && !ticked));
  /** What has been typed since. */
  private since: ChangeSet | null = null;
  private fresh = 0;

  /** Takes what is said of the text as it stands; `nameAt` names the part of a place. */
  take(review: Review, nameAt: (pos: number) => Name | null): Open[] {
    this.since = null;
    this.review = review;
    this.sources = review.sources.map((one) => ({ ...one, where: nameAt(one.from) }));
    const id = this.known();
    const kind = ({ rule, severity }: Finding): Kind => (UNWRITTEN.has(rule) ? 'unwritten' : severity);
    const open = review.findings.map((one) => {
      return { ...one, id: id(one), kind: kind(one), where: nameAt(one.from) };
    });
    this.said = new Map(open.map((one) => [one.id, one]));
    return open;
  }

  /**
   * Gives a finding that was said before the id that it had, so that nothing changes under the keyboard, or
   * in an open menu, when another one goes.
   */
  private known(): (finding: Finding) => number {
    const before = new Map<string, Open[]>();
    for (const one of this.said.values()) before.set(alike(one), [...(before.get(alike(one)) ?? []), one]);
    return (finding) => {
      const { passage } = finding;
      const same = before.get(alike(finding)) ?? [];
      const at = same.findIndex(
        (one) => one.passage.before === passage.before || one.passage.behind === passage.behind,
      );
      return same.splice(at, at < 0 ? 0 : 1)[0]?.id ?? this.fresh++;
    };
  }

  /** The editor's marks that are left, and the one in hand. */
  marked(left: number[], now: number): void {
    this.left = left;
    this.now = now;
  }

  /** The text has changed. */
  typed(changes: ChangeSet): void {
    if (this.review) this.since = this.since ? this.since.compose(changes) : changes;
  }

  /** Where a place that was said is now. */
  at(pos: number): number {
    return this.since ? this.since.mapPos(pos, 1) : pos;
  }

  get(id: number): Open | undefined {
    return this.open.find((one) => one.id === id);
  }

  /** The edits of a fix for the text as it is now; null where their words have been touched since. */
  fix(id: number, which: number): ChangeSet | null {
    const fix = this.get(id)?.fixes[which];
    if (!fix) return null;
    const changes = ChangeSet.fromJSON(fix.changes);
    const { since } = this;
    if (!since) return changes;
    let touched = false;
    changes.iterChangedRanges((from, to) => {
      touched ||= since.touchesRange(from, to) !== false;
    });
    return touched ? null : changes.map(since);
  }
}
