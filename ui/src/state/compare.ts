/** A word diff laid out as the piece is: paragraphs on slips, with what did not change folded away. */
import type { Run, RunKind } from '../host/host';

/** Words of one kind; markup is of the text but no word of it. */
export interface Words {
  kind: RunKind;
  text: string;
  markup: boolean;
}

/** How a line is set. */
export type Setting = 'title' | 'dek' | 'heading' | 'sub' | 'body' | 'matter' | 'fold';

/** A line of the text, of both texts where they differ. */
export interface Line {
  setting: Setting;
  words: Words[];
  changed: boolean;
  /** Whether a blank line is above it. */
  apart: boolean;
}

/** Lines on one paper: title, dek and lede share one, every point has its own. */
export interface Sheet {
  /** A point's number, where the texts agree on it. */
  number: string | null;
  lines: Line[];
  changed: boolean;
  /** Words put in less words taken out. */
  change: number;
}

/** How many words of what did not change stay on either side of a change. */
const KEPT = 24;

/** Neighbouring changes with no more than a space between them as one, which reads as a phrase does. */
function gathered(runs: Run[]): Run[] {
  const found: Run[] = [];
  let open = { gone: '', new: '' };
  const close = () => {
    if (open.gone) found.push({ kind: 'gone', text: open.gone });
    if (open.new) found.push({ kind: /\S/.test(open.new) || !open.gone ? 'new' : 'same', text: open.new });
    open = { gone: '', new: '' };
  };
  runs.forEach(({ kind, text }, at) => {
    const between = at < runs.length - 1 && (open.gone || open.new) && /^[^\S\n]+$/.test(text);
    if (kind !== 'same') open[kind] += text;
    else if (between) open = { gone: open.gone + text, new: open.new + text };
    else {
      close();
      found.push({ kind, text });
    }
  });
  close();
  return found;
}

/** The runs cut at line ends. */
function cut(runs: Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const { kind, text } of runs) {
    text.split('\n').forEach((piece, at) => {
      if (at > 0) lines.push([]);
      if (piece) lines.at(-1)?.push({ kind, text: piece });
    });
  }
  return lines;
}

const whole = (line: Run[]) => line.map(({ text }) => text).join('');

/** Whether anything but spaces differs. */
const differs = (line: Run[]) => line.some(({ kind, text }) => kind !== 'same' && /\S/.test(text));

/** A line without what `opening` matches at its start, in either text. */
function without(line: Run[], opening: RegExp): Run[] {
  const begun = { gone: false, new: false };
  return line.flatMap((run) => {
    const { kind, text } = run;
    const first = kind === 'same' ? !begun.gone && !begun.new : !begun[kind];
    if (kind === 'same') begun.gone = begun.new = true;
    else begun[kind] = true;
    const rest = first ? text.replace(opening, '') : text;
    return rest ? [{ ...run, text: rest }] : [];
  });
}

const MARKUP = /(\*{1,3}|`+|!?\[(?=[^\]]*\]\()|\]\([^)\s]*\))/;

/** A line's words: what changed is without the spaces around it, and apart from what took its place. */
function words(line: Run[]): Words[] {
  return line.flatMap(({ kind, text }, at) => {
    if (kind === 'same') return marked(kind, text);
    const replaces = kind === 'new' && line[at - 1]?.kind === 'gone';
    const space = (there: boolean): Words[] => (there ? [{ kind: 'same', text: ' ', markup: false }] : []);
    return [...space(replaces || /^\s/.test(text)), ...marked(kind, text.trim()), ...space(/\s$/.test(text))];
  });
}

function marked(kind: RunKind, text: string): Words[] {
  const pieces = text.split(MARKUP);
  return pieces.flatMap((piece, at) => (piece ? [{ kind, text: piece, markup: at % 2 === 1 }] : []));
}

/** How many words there are in the runs of a kind. */
export function count(runs: Run[], kind: RunKind): number {
  const text = runs.map((run) => (run.kind === kind ? run.text : ' ')).join('');
  return [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)].filter(
    ({ isWordLike }) => isWordLike,
  ).length;
}

/** What did not change, far from any change, as its first and last words around an ellipsis. */
function shortened(text: string, begins: boolean, ends: boolean): string {
  const pieces = text.split(/(?<=\s)(?=\S)/);
  const kept = (begins ? 0 : KEPT) + (ends ? 0 : KEPT);
  if (pieces.length <= kept + KEPT) return text;
  const head = begins ? '' : pieces.slice(0, KEPT).join('').trimEnd();
  const tail = ends ? '' : pieces.slice(-KEPT).join('');
  return `${head} … ${tail}`.trimStart();
}

/** A changed line with its long unchanged stretches folded. */
function folded(line: Run[]): Run[] {
  return line.map((run, at) =>
    run.kind === 'same' ? { ...run, text: shortened(run.text, at === 0, at === line.length - 1) } : run,
  );
}

interface Reading {
  sheets: Sheet[];
  titled: boolean;
  matter: boolean;
  apart: boolean;
}

function sheet(number: string | null = null): Sheet {
  return { number, lines: [], changed: false, change: 0 };
}

/** What sets a line, by its first signs. */
function setting(text: string, { sheets, titled }: Reading): Setting {
  const level = /^(#{1,6})\s/.exec(text)?.[1]?.length ?? 0;
  if (level === 1 && !titled) return 'title';
  if (level > 0) return level <= 2 || /^#+\s+\d{1,3}[.):]\s/.test(text) ? 'heading' : 'sub';
  const under = sheets.at(-1)?.lines;
  return under?.length === 1 && under[0]?.setting === 'title' && /^([*_]).*\1$/.test(text) ? 'dek' : 'body';
}

const STRIPPED: Partial<Record<Setting, RegExp>> = {
  title: /^#\s+/,
  heading: /^#+\s+/,
  sub: /^#+\s+/,
};

/** The number that a heading begins with in both texts. */
function numberOf(line: Run[]): string | null {
  const [first] = line;
  return first?.kind === 'same' ? (/^#+\s+(\d{1,3})[.):]\s+/.exec(first.text)?.[1] ?? null) : null;
}

function take(reading: Reading, line: Run[]): void {
  const text = whole(line);
  if (/^-{3,}\s*$|^\*{3,}\s*$/.test(text) && !reading.matter) {
    if (reading.sheets.at(-1)?.lines.length) reading.sheets.push(sheet());
    return;
  }
  const set = reading.matter ? 'matter' : setting(text, reading);
  reading.titled ||= set === 'title';
  if (set === 'heading' && reading.sheets.at(-1)?.lines.length) reading.sheets.push(sheet());
  const own = reading.sheets.at(-1);
  if (!own) return;
  const number = set === 'heading' ? numberOf(line) : null;
  if (number !== null) own.number = number;
  const opening = number === null ? STRIPPED[set] : /^#+\s+\d+[.):]\s+/;
  const bare = opening ? without(line, opening) : set === 'dek' ? undressed(line) : line;
  const changed = differs(line);
  own.changed ||= changed;
  own.change += count(line, 'new') - count(line, 'gone');
  own.lines.push({
    setting: set,
    words: words(changed ? folded(bare) : bare),
    changed,
    apart: reading.apart,
  });
}

/** A dek without the marks around it. */
function undressed(line: Run[]): Run[] {
  return without(line, /^[*_]+/).map((run, at, all) =>
    at === all.length - 1 ? { ...run, text: run.text.replace(/[*_]+$/, '') } : run,
  );
}

/** Lines far from every changed one as one fold; a sheet's first line stays, and so does a single one. */
function foldLines(lines: Line[]): Line[] {
  const near = (at: number) => at === 0 || [at - 1, at, at + 1].some((one) => lines[one]?.changed);
  const far = (at: number) => at < lines.length && !near(at);
  return lines.flatMap((line, at) => {
    if (near(at) || !(far(at - 1) || far(at + 1))) return [line];
    return near(at - 1) ? [{ setting: 'fold' as const, words: [], changed: false, apart: true }] : [];
  });
}

/** The part whose first line this is, of those that stand before the points. */
export function partOf({ lines }: Sheet, at: number): 'title' | 'dek' | 'lede' | null {
  const set = lines[at]?.setting;
  if (set === 'title' || set === 'dek') return set;
  const above = lines.slice(0, at).map(({ setting }) => setting);
  return set === 'body' && above.includes('title') && !above.includes('body') ? 'lede' : null;
}

/** The first words of lines, for a sheet that shows on one line. */
export function firstWords(lines: Line[]): string {
  const all = lines.flatMap(({ words }) => [...words.filter(({ markup }) => !markup), { text: ' ' }]);
  return all
    .map(({ text }) => text)
    .join('')
    .slice(0, 160);
}

/** The sheets of a diff in their order. */
export function sheets(runs: Run[]): Sheet[] {
  const reading: Reading = { sheets: [sheet()], titled: false, matter: false, apart: false };
  cut(gathered(runs)).forEach((line, at) => {
    const text = whole(line);
    const fence = /^---\s*$/.test(text);
    if (at === 0 && fence) reading.matter = true;
    else if (reading.matter && (fence || text === '...')) {
      reading.matter = false;
      reading.sheets.push(sheet());
    } else if (/\S/.test(text)) take(reading, line);
    reading.apart = !/\S/.test(text);
  });
  const written = reading.sheets.filter(({ lines }) => lines.length > 0);
  return written.map((one) => (one.changed ? { ...one, lines: foldLines(one.lines) } : one));
}
