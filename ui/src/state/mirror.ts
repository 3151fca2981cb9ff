/**
 * How the window's text and the backend's stay equal.
 *
 * One change is on its way at a time; what is typed meanwhile composes into the next. A change that
 * is small goes the way of a key (`changeNow`), whose answer is there before the key's task ends.
 * When the two lose step, the window's text wins: it is the working copy.
 */
import { ChangeSet, type Text } from '@codemirror/state';
import { fingerprint } from '../host/fingerprint';
import type { Answer, DraftHost, Offer, Opened, Operation, Section, Sentence } from '../host/host';

/** Above so many UTF-16 units put in at once, a change goes the way that does not hold up a key. */
const LARGE = 16_384;
/** How many answered changes are remembered, for edits that were made before them. */
const REMEMBERED = 64;
/** Milliseconds without a key after which both sides compare a hash. */
const QUIET = 1000;
/** Milliseconds between attempts to hand the whole text over. */
const AGAIN = 250;

/** What the mirror says of the text; `current` is false when more has been typed since. */
export interface MirrorEvents {
  applied(answer: Extract<Answer, { kind: 'applied' }>, current: boolean): void;
  resynced(opened: Opened): void;
}

/** What came of a structural command: edits, or the reason why there are none. */
export type Plan = { changes: ChangeSet; caret: number | null } | { said: Sentence } | null;

/** Edits from the backend for the text as it is now, and how places in the backend's result come there. */
export interface Arriving {
  changes: ChangeSet;
  place: (pos: number, assoc: -1 | 1) => number;
}

interface Report {
  base: number;
  changes: ChangeSet;
}

export class Mirror {
  readonly draft: string;
  private session: number;
  private version: number;
  private underWay: Report | null = null;
  private waiting: ChangeSet | null = null;
  private answered: { version: number; changes: ChangeSet }[] = [];
  private quiet: ReturnType<typeof setTimeout> | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;
  private lost = false;
  private closed = false;

  constructor(
    private readonly host: DraftHost,
    opened: Opened,
    private readonly doc: () => Text,
    private readonly events: MirrorEvents,
  ) {
    this.draft = opened.draft;
    this.session = opened.session;
    this.version = opened.version;
  }

  /** Takes a change of the editor's text, and reports it as soon as nothing else is under way. */
  change(changes: ChangeSet): void {
    if (this.lost || this.closed) return;
    this.waiting = this.waiting ? this.waiting.compose(changes) : changes;
    this.report();
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => void this.compare(), QUIET);
  }

  /**
   * The backend's edits as a change of the text as it is now, mapped over what came since they were
   * made; null when they belong to a text that is no more.
   */
  offered(offer: Offer): ChangeSet | null {
    return this.arriving(offer)?.changes ?? null;
  }

  /** As `offered`, with the way for what the backend says of its own result. */
  arriving(offer: Offer): Arriving | null {
    if (offer.session !== this.session || this.lost) return null;
    const since = this.answered.filter((one) => one.version > offer.base);
    if (this.version - offer.base !== since.length) return null;
    const later = since.map((one) => one.changes);
    if (this.underWay) later.push(this.underWay.changes);
    if (this.waiting) later.push(this.waiting);
    let changes = ChangeSet.fromJSON(offer.changes);
    const typed: ChangeSet[] = [];
    for (const change of later) {
      if (change.length !== changes.length) return null;
      typed.push(change.map(changes));
      changes = changes.map(change, true);
    }
    const place = (pos: number, assoc: -1 | 1) => typed.reduce((at, one) => one.mapPos(at, assoc), pos);
    return { changes, place };
  }

  /**
   * Asks for the edits of a structural command and has them before the next key is taken. What is
   * still under way is overtaken by the whole text, so that the command sees all that was typed.
   */
  plan(operation: Operation, caret: number): Plan {
    if (this.underWay || this.waiting) this.resync();
    // Asked a second time, the backend has the whole text.
    for (let attempt = 0; attempt < 2 && !this.lost; attempt++) {
      const { draft, session, version } = this;
      const planned = this.host.plan({ draft, session, base: version, caret, operation });
      if (planned.kind === 'refused') return { said: planned.said };
      if (planned.kind === 'edits') {
        const changes = this.offered(planned);
        return changes && { changes, caret: planned.caret };
      }
      this.resync();
    }
    return null;
  }

  /** Whether the text as it is now is this version of this session. */
  isCurrent(session: number, version: number): boolean {
    const known = session === this.session && version === this.version;
    return known && !this.underWay && !this.waiting && !this.lost;
  }

  /** Resolves when the backend has all that was typed. */
  async settled(): Promise<void> {
    while (!this.closed && (this.underWay || this.waiting || this.lost)) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.quiet);
    clearTimeout(this.again);
  }

  private report(): void {
    const changes = this.waiting;
    if (!changes || this.underWay || this.closed) return;
    const report = { base: this.version, changes };
    this.waiting = null;
    this.underWay = report;
    const call = {
      draft: this.draft,
      session: this.session,
      base: this.version,
      changes: changes.toJSON() as Section[],
      length: changes.newLength,
    };
    if (inserted(changes) > LARGE) {
      this.host.change(call).then(
        (answer) => this.answer(report, answer),
        () => this.answer(report, { kind: 'resync' }),
      );
      return;
    }
    let answer: Answer = { kind: 'resync' };
    try {
      answer = this.host.changeNow(call);
    } catch {
      // A call that broke may or may not have been taken: only the whole text is sure.
    }
    this.answer(report, answer);
  }

  private answer(report: Report, answer: Answer): void {
    if (this.underWay !== report || this.closed) return;
    if (answer.kind !== 'applied' || answer.version !== report.base + 1) {
      this.resync();
      return;
    }
    this.underWay = null;
    this.version = answer.version;
    this.answered.push({ version: answer.version, changes: report.changes });
    if (this.answered.length > REMEMBERED) this.answered.shift();
    this.events.applied(answer, !this.waiting);
    this.report();
  }

  /** Hands the whole text over, again and again until the backend has it. */
  private resync(): void {
    if (this.closed) return;
    this.underWay = null;
    this.waiting = null;
    try {
      const opened = this.host.resync(this.draft, this.session, this.doc().toString());
      this.lost = false;
      this.session = opened.session;
      this.version = opened.version;
      this.answered = [];
      this.events.resynced(opened);
    } catch {
      this.lost = true;
      this.again = setTimeout(() => this.resync(), AGAIN);
    }
  }

  private async compare(): Promise<void> {
    if (this.underWay || this.waiting || this.lost || this.closed) return;
    const { session, version } = this;
    const hash = fingerprint(this.doc());
    const agreed = await this.host.agrees(this.draft, session, version, hash).catch(() => true);
    const untouched = session === this.session && version === this.version;
    if (!agreed && untouched && !this.underWay && !this.waiting) this.resync();
  }
}

/** How many UTF-16 units a change puts in. */
function inserted(changes: ChangeSet): number {
  let units = 0;
  changes.iterChanges((_from, _to, _fromNew, _toNew, text) => {
    units += text.length;
  });
  return units;
}
