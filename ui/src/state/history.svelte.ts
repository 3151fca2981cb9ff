/** The earlier texts of the open draft: which there are, and which one lies beside the text. */
import type { Compared, Snapshot, Whole } from '../host/host';
import { texts } from '../texts';
import { count, sheets } from './compare';
import { days } from './moments';
import type { Room } from './room.svelte';
import { clock } from './when';

export class History {
  /** Newest first; null until they are read. */
  snapshots = $state.raw<Snapshot[] | null>(null);
  /** The snapshot that lies beside the text; null for the text alone. */
  shown = $state.raw<Snapshot | null>(null);
  compared = $state.raw<Compared | null>(null);
  /** The snapshot that is being named. */
  naming = $state<number | null>(null);
  /** Whether the parts that can be restored are offered. */
  choosing = $state(false);
  readonly days = $derived(days(this.snapshots ?? [], new Date()));
  readonly sheets = $derived(sheets(this.compared?.runs ?? []));
  readonly gained = $derived(count(this.compared?.runs ?? [], 'new'));
  readonly lost = $derived(count(this.compared?.runs ?? [], 'gone'));
  private asked = 0;

  constructor(private readonly room: Room) {
    room.host.on('snapshotKept', ({ draft }) => {
      if (draft === room.draft?.draft && this.snapshots) void this.load();
    });
  }

  /** What a snapshot is called. */
  nameOf({ name, why }: Snapshot): string {
    return name || texts.why[why];
  }

  /** Another draft has been opened: its history is read when it is looked at. */
  forget(): void {
    this.snapshots = null;
    this.naming = null;
    this.leave();
  }

  /** Goes back to the text alone. */
  leave(): void {
    this.asked++;
    this.shown = null;
    this.compared = null;
    this.choosing = false;
  }

  /** Reads the list. */
  load(): Promise<void> {
    return this.room.attempt(async () => {
      const { draft } = this.room;
      if (!draft) return;
      const snapshots = await this.room.host.history(draft.draft);
      if (draft !== this.room.draft) return;
      this.snapshots = snapshots;
      const { shown } = this;
      if (!shown) return;
      this.shown = snapshots.find(({ id }) => id === shown.id) ?? null;
      if (!this.shown) this.leave();
    });
  }

  /** Lays a snapshot beside the text; an answer that a later question has overtaken is dropped. */
  async show(id: number): Promise<void> {
    const snapshot = this.snapshots?.find((one) => one.id === id);
    if (!snapshot || !(await this.compare(snapshot))) return;
    const { gained, lost } = this;
    this.room.notices.spoken = texts.compared(this.nameOf(snapshot), clock(snapshot.at), gained, lost);
  }

  /** Offers the parts of a snapshot that can be restored alone. */
  async choose(id: number): Promise<void> {
    if (this.shown?.id !== id) await this.show(id);
    this.choosing = (this.compared?.parts.length ?? 0) > 0;
  }

  private async compare(snapshot: Snapshot): Promise<boolean> {
    const mine = ++this.asked;
    await this.room.attempt(async () => {
      const { draft } = this.room;
      if (!draft) return;
      await draft.settled();
      const compared = await this.room.host.compare(draft.draft, snapshot.id);
      if (mine !== this.asked) return;
      this.shown = snapshot;
      this.compared = compared;
    });
    return mine === this.asked && this.shown === snapshot;
  }

  /** The text has become another while a snapshot lies beside it. */
  refresh(): void {
    if (this.shown) void this.compare(this.shown);
  }

  /** Restores a snapshot, or of the one that is shown a part; the whole brings the person back to the text. */
  restore(id: number, what: Whole): Promise<void> {
    return this.room.attempt(async () => {
      const { draft, host } = this.room;
      if (!draft) return;
      await draft.settled();
      await host.restoreSnapshot(draft.draft, id, what);
      this.room.notices.tell(texts.restored);
      if (what.kind === 'whole') await this.room.backToText();
    });
  }

  /** What its keys do to a row, done to the snapshot that lies beside the text. */
  restoreShown(): void {
    if (this.shown) void this.restore(this.shown.id, { kind: 'whole' });
  }

  chooseShown(): void {
    if (this.shown) void this.choose(this.shown.id);
  }

  nameShown(): void {
    this.naming = this.shown?.id ?? null;
  }

  /** Gives a snapshot a name; an empty one takes it away. */
  name(id: number, name: string): Promise<void> {
    this.naming = null;
    return this.room.attempt(async () => {
      const { draft, host } = this.room;
      if (!draft) return;
      await host.nameSnapshot(draft.draft, id, name.trim() || null);
      await this.load();
    });
  }
}
