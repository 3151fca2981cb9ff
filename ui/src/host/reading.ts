/** What the host in memory says of a text: a reader with one rule, which is good enough for a twin. */
import { ChangeSet } from '@codemirror/state';
import type { Finding, Passage, Review, Section, Tick } from './host';

function passage(rule: string, text: string, from: number, words: string): Passage {
  const before = text.slice(0, from).match(/\S+/g)?.slice(-1)[0] ?? '';
  const behind = text.slice(from + words.length).match(/\S+/g)?.[0] ?? '';
  return { rule, said: '', words, before, behind };
}

const same = (one: Passage, other: Passage) =>
  one.rule === other.rule &&
  one.words === other.words &&
  (one.before === other.before || one.behind === other.behind);

/** Finds each word TK, which is mended by a dash, and each “yesterday”. */
export class Reader {
  ignored: Passage[] = [];
  ticked: Passage[] = [];

  review(text: string, session: number, version: number, off: string[]): Review {
    const found = [...text.matchAll(/\bTK\b/g)].map(({ index }) => this.finding(text, index));
    const heeded = off.includes('placeholder') ? [] : found;
    const isIgnored = (one: Finding) => this.ignored.some((it) => same(it, one.passage));
    const dates = [...text.matchAll(/\byesterday\b/g)].map(({ index }) => this.date(text, index));
    return {
      session,
      version,
      findings: heeded.filter((one) => !isIgnored(one)),
      leftOut: 0,
      ignored: heeded.filter(isIgnored),
      sources: [],
      dates,
      day: 'Wednesday 25 November 2026',
      pair: null,
      off: off.map((name) => ({ name, reason: 'A reason.' })),
      goal: null,
    };
  }

  /** Puts a passage on a list or takes it off. */
  heed(list: 'ignored' | 'ticked', one: Passage, on: boolean): void {
    const rest = this[list].filter((it) => !same(it, one));
    this[list] = on ? [...rest, one] : rest;
  }

  private finding(text: string, from: number): Finding {
    const to = from + 2;
    const changes = ChangeSet.of({ from, to, insert: '–' }, text.length).toJSON() as Section[];
    return {
      from,
      to,
      rule: 'placeholder',
      severity: 'error',
      message: '“TK” is still to be filled in.',
      reason: 'What is missing is filled in.',
      fixes: [{ label: 'Put a dash', changes, safe: true }],
      passage: passage('placeholder', text, from, 'TK'),
    };
  }

  private date(text: string, from: number): Tick {
    const own = passage('dates', text, from, 'yesterday');
    const ticked = this.ticked.some((it) => same(it, own));
    return { from, to: from + 9, words: 'yesterday', comesTo: '24 November 2026', ticked, passage: own };
  }
}
