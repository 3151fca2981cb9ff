/** How long a piece and its parts are, against how long they are to be. */
import type { Band, Goals, OwnGoal, PartKind, Totals, Unit } from '../host/host';
import { texts } from '../texts';

/** The kinds of part that can have a band, in their order. */
export const bandKinds = ['dek', 'lede', 'point', 'conclusion'] as const;
export type BandKind = (typeof bandKinds)[number];

/** A part against its band. */
export interface Measured {
  /** Where the part's length stands on a bar of 100, whose middle third is the band; null for an empty part. */
  at: number | null;
  /** The same in words. */
  says: string;
}

/** Where the band begins and ends on the bar. */
const BEGIN = 33;
const END = 67;
/** What a mark at the end of the bar takes. */
const LAST = 99;

const hasBand = (kind: PartKind): kind is BandKind => (bandKinds as readonly PartKind[]).includes(kind);

/** A part of this kind against its band; null where there is none. */
export function measured(
  part: { kind: PartKind; words: number; characters: number },
  goals: Goals,
): Measured | null {
  const band = hasBand(part.kind) ? goals[part.kind] : null;
  if (!band) return null;
  const amount = part[goals.unit];
  const { from, to } = band;
  // A band of one length has room to either side all the same.
  const width = Math.max(to - from, 1);
  const at = BEGIN + ((amount - from) / width) * (END - BEGIN);
  return {
    at: amount === 0 ? null : Math.round(Math.min(Math.max(at, 0), LAST) * 10) / 10,
    says: texts.measured(amount, goals.unit, from, to),
  };
}

/** How long the open piece is to be: as its own front matter says, else as the person has it for all. */
export function goalOf(goals: Goals, own: OwnGoal | null): { length: number; unit: Unit } | null {
  if (own) return { length: own.length, unit: own.unit ?? goals.unit };
  return goals.piece === null ? null : { length: goals.piece, unit: goals.unit };
}

/** What the status line says of a goal; whether it is reached stands at its end. */
export function towards(totals: Totals, goal: { length: number; unit: Unit }): string {
  const said = texts.ofGoal(totals[goal.unit], goal.length, goal.unit);
  return totals[goal.unit] >= goal.length ? `${said}, ${texts.reached}` : said;
}

/** What was typed for a length: a whole number from 1 on; null for anything else. */
export function length(typed: string): number | null {
  const number = Number(typed.trim());
  return typed.trim() !== '' && Number.isInteger(number) && number > 0 && number <= 1_000_000 ? number : null;
}

/**
 * The band between two lengths that were typed, the smaller first; null where both fields are empty, and
 * `open` where the other one is still to come.
 */
export function bandOf(from: string, to: string): Band | null | 'open' {
  if (from.trim() === '' && to.trim() === '') return null;
  const ends = [length(from), length(to)].filter((end) => end !== null);
  if (ends.length < 2) return 'open';
  return { from: Math.min(...ends), to: Math.max(...ends) };
}

/** The goals with the bands of models where these have one. */
export function withModels(goals: Goals, models: Goals): Goals {
  const bands = bandKinds.map((kind) => [kind, models[kind] ?? goals[kind]]);
  return { ...goals, ...Object.fromEntries(bands) };
}
