/** A draft's snapshots as the history lists them. */
import type { Snapshot } from '../host/host';
import { texts } from '../texts';
import { clock, day } from './when';

/** A snapshot as a row. */
export interface Moment {
  id: number;
  time: string;
  /** What the person called it, else for what it was kept. */
  name: string;
  /** For what it was kept, where the name does not say so. */
  why: string | null;
  words: number;
  /** Words more than in the next older one; null for the oldest. */
  change: number | null;
}

/** The snapshots of one day. */
export interface Day {
  name: string;
  moments: Moment[];
}

/** The days from today on, which is there even without a snapshot; `snapshots` are newest first. */
export function days(snapshots: Snapshot[], now: Date): Day[] {
  const found: Day[] = [{ name: day(now.getTime(), now), moments: [] }];
  snapshots.forEach((snapshot, at) => {
    const name = day(snapshot.at, now);
    if (found.at(-1)?.name !== name) found.push({ name, moments: [] });
    found.at(-1)?.moments.push(moment(snapshot, snapshots[at + 1]));
  });
  return found;
}

function moment({ id, at, why, name, words }: Snapshot, older: Snapshot | undefined): Moment {
  return {
    id,
    time: clock(at),
    name: name || texts.why[why],
    why: name ? texts.why[why] : null,
    words,
    change: older ? words - older.words : null,
  };
}
