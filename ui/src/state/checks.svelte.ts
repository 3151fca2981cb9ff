/** What the person does with findings and tick-lists: going to them, mending, putting aside, ticking off. */
import type { Name } from '../editor';
import type { Passage, Severity, Tick } from '../host/host';
import { texts } from '../texts';
import type { Open } from './findings.svelte';
import type { Room } from './room.svelte';

/** A row of what is left to see to. */
export interface Left {
  severity: Severity;
  says: string;
  /** The part that it is in. */
  where: string;
  visit: () => void;
}

const named = (where: Name | null) => (where ? texts.partOf(where) : '');

export class Checks {
  /** Brings the keyboard to the list; set by the pane. */
  focusList: () => void = () => {};

  constructor(private readonly room: Room) {
    room.host.on('draftChecked', ({ draft, review }) => {
      if (draft === room.draft?.draft) room.draft.checked(review);
    });
  }

  /** What is left before the piece goes out: errors, warnings, claims that lead nowhere. */
  get left(): Left[] {
    const { findings } = this;
    if (!findings) return [];
    const grave = findings.open.filter(({ severity }) => severity !== 'info');
    const found = grave.map(({ id, severity, message, where }): Left => {
      return { severity, says: message, where: named(where), visit: () => void this.visit(id) };
    });
    const unsourced = findings.unsourced.map(({ words, from, where }): Left => {
      const visit = () => void this.visitPlace(from);
      return { severity: 'warning', says: texts.unsourced(words), where: named(where), visit };
    });
    const rank = ({ severity }: Left) => (severity === 'error' ? 0 : 1);
    return [...found, ...unsourced].sort((one, other) => rank(one) - rank(other));
  }

  /** The finding at the caret. */
  get here(): Open | null {
    const { draft } = this.room;
    return draft?.findings.get(draft.findingHere()) ?? null;
  }

  private get findings() {
    return this.room.draft?.findings;
  }

  /** On to the next finding, or back; around the ends. To places with two texts first. */
  async next(step: 1 | -1): Promise<void> {
    const { draft, companion, notices } = this.room;
    if (!draft) return;
    if (draft.conflicts.length > 0) return companion.nextConflict(step);
    await this.room.toText();
    const id = draft.nextFinding(step);
    if (id === null) notices.spoken = texts.nothingToSay;
    else this.go(id);
  }

  /** Brings the caret to a finding, and says what it is. */
  go(id: number): void {
    const { draft, notices } = this.room;
    const finding = draft?.findings.get(id);
    if (!draft || !finding) return;
    draft.holdFinding(id);
    this.room.focusText();
    notices.spoken = texts.finding(finding.message, finding.kind);
  }

  /** As `go`, from a list that lies over the text or in its place. */
  async visit(id: number): Promise<void> {
    await this.room.toText();
    this.go(id);
  }

  /** Brings the caret to a place that was said. */
  async visitPlace(pos: number): Promise<void> {
    await this.room.toText();
    const { draft } = this.room;
    draft?.goToPlace(draft.findings.at(pos));
  }

  /** Mends a finding by one of its fixes, the first if none is named. */
  mend(id: number, which = 0): void {
    const { draft, companion, notices } = this.room;
    const label = draft?.findings.get(id)?.fixes[which]?.label;
    if (!draft || label === undefined) return;
    const mended = draft.mend(id, which);
    companion.history.refresh();
    if (mended) notices.spoken = label;
    else notices.tell(texts.touched);
  }

  /** Mends all that is safe to mend, in one step of undo. */
  mendAll(): Promise<void> {
    return this.room.attempt(async () => {
      const { draft, host, notices } = this.room;
      if (!draft || draft.findings.safe === 0) return;
      const { safe } = draft.findings;
      await draft.settled();
      await host.mend(draft.draft);
      notices.spoken = texts.mendedAll(safe);
    });
  }

  /** Puts a finding aside in this draft; it can be taken up again. */
  ignore(finding: Open): Promise<void> {
    return this.room.attempt(async () => {
      const { draft, host, notices } = this.room;
      if (!draft) return;
      draft.dropFinding(finding.id);
      const takeUp = () => void this.takeUp(finding.passage);
      notices.tell(texts.ignoredOne(finding.message), { label: texts.undo, run: takeUp });
      await host.ignore(draft.draft, finding.passage, true);
    });
  }

  /** Takes a finding up again. */
  takeUp(passage: Passage): Promise<void> {
    return this.room.attempt(async () => {
      const { draft, host, notices } = this.room;
      notices.taken(texts.undo);
      if (draft) await host.ignore(draft.draft, passage, false);
    });
  }

  /** Puts a rule aside in all drafts, or heeds it again. */
  heedRule(rule: string, on: boolean): void {
    const rest = this.room.preferences.settings.ignoredRules.filter((one) => one !== rule);
    this.room.preferences.keep({ ignoredRules: on ? rest : [...rest, rule] });
    if (on) return;
    for (const { id } of this.findings?.open.filter((one) => one.rule === rule) ?? [])
      this.room.draft?.dropFinding(id);
    const undo = { label: texts.undo, run: () => this.heedRule(rule, true) };
    this.room.notices.tell(texts.ignoredRule(rule), undo);
  }

  /** Ticks a row of a list off, or takes the tick back. */
  tick(row: Tick): Promise<void> {
    return this.room.attempt(async () => {
      const { draft, host } = this.room;
      if (draft) await host.tick(draft.draft, row.passage, !row.ticked);
    });
  }
}
