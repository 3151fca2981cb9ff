/**
 * What is kept of a draft's earlier texts, and what a merge brings. Written here until the shell's own
 * types, which have these names, are in the bindings.
 */
import type { Entry as Listed, Offer, PartKind } from './bindings';

/** A row of the list of drafts; `copyOf` is the draft whose other side a conflict copy is. */
export type Entry = Listed & { copyOf?: string | null };

/** For what a text was kept. */
export type Why =
  | 'editing'
  | 'asked'
  | 'before-restore'
  | 'before-merge'
  | 'theirs'
  | 'external'
  | 'shrink'
  | 'trash'
  | 'import'
  | 'recovered';

/** An earlier text of a draft. */
export interface Snapshot {
  id: number;
  /** Milliseconds since 1970. */
  at: number;
  why: Why;
  /** What the person called it. */
  name: string | null;
  words: number;
}

/** Where a stretch of a word diff stands: in both texts, only in the snapshot, only in the present one. */
export type RunKind = 'same' | 'gone' | 'new';

/** A stretch of a word diff. */
export interface Run {
  kind: RunKind;
  text: string;
}

/** A part of a snapshot that can be restored alone. */
export interface SnapshotPart {
  kind: PartKind;
  /** A point's place from 1 in the snapshot; 0 for any other part. */
  place: number;
  label: string;
}

/** A snapshot beside the text as it is now. */
export interface Compared {
  /** The snapshot's title. */
  title: string;
  runs: Run[];
  /** The parts of the snapshot that differ from the present. */
  parts: SnapshotPart[];
}

/** What of a snapshot is restored. */
export type Whole = { kind: 'whole' } | { kind: 'part'; part: PartKind; place: number };

/** A place where both sides changed the same words: mine stand in the text, theirs beside it. */
export interface Conflict {
  /** Where my words are in the merged text, in UTF-16 units. */
  from: number;
  to: number;
  theirs: string;
  mine: string;
}

/** What a merge brought. */
export interface Merged {
  sentence: string;
  conflicts: Conflict[];
}

/** Edits of a restore or a reload, or of a merge. */
export interface Offered {
  offer: Offer;
  /** Null when nothing was merged. */
  merged: Merged | null;
}
