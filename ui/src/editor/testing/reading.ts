/** A rough reading of a piece in its canonical form, which stands in for the backend in tests. */
import type { Part, PartKind, Slot, Span } from '..';

function trimmed(text: string, from: number, to: number): Span | null {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  return start < end ? [start, end] : null;
}

function part(text: string, kind: PartKind, span: Span, more: Partial<Part> = {}): Part {
  const [from, to] = span;
  const source = text.slice(from, to);
  const words = source.match(/\S+/g)?.length ?? 0;
  const base = { kind, from, to, place: 0, number: 0, marker: null, heading: null, body: null };
  return { ...base, words, characters: source.length, ...more };
}

class Reading {
  readonly parts: Part[] = [];
  readonly slots: Slot[] = [];
  private at = 0;

  constructor(private readonly text: string) {
    this.frontMatter();
    this.head();
    this.points();
  }

  private frontMatter(): void {
    const found = /^---\n[\s\S]*?\n---(?=\n|$)/.exec(this.text);
    if (!found) return;
    this.parts.push(part(this.text, 'frontMatter', [0, found[0].length]));
    this.at = found[0].length;
  }

  private head(): void {
    const title = /^# *(.*)$/m.exec(this.text.slice(this.at));
    if (!title) {
      if (this.text.slice(this.at).trim() === '') this.open('title', 0, this.at, '# ');
      return;
    }
    const from = this.at + title.index;
    const to = from + title[0].length;
    const words: Span = [to - (title[1]?.length ?? 0), to];
    this.parts.push(part(this.text, 'title', [from, to], { heading: words }));
    if (!title[1]) this.open('title', 0, to, title[0].endsWith(' ') ? '' : ' ');
    this.at = to;
    this.dek();
  }

  private dek(): void {
    const dek = /^\n\n(\*[^*\n]+\*)(?=\n|$)/.exec(this.text.slice(this.at));
    if (!dek) {
      this.open('dek', 0, this.at, '\n\n*', '*');
      return;
    }
    const from = this.at + 2;
    this.at += dek[0].length;
    this.parts.push(part(this.text, 'dek', [from, this.at], { heading: [from + 1, this.at - 1] }));
  }

  private points(): void {
    const found = [...this.text.matchAll(/^## (\d+)\.( +(.*)| *)$/gm)].filter(
      ({ index }) => index >= this.at,
    );
    this.lede(found[0]?.index ?? this.text.length);
    found.forEach((heading, index) => {
      const next = found[index + 1]?.index;
      const rest = /\n---\n/.exec(this.text.slice(heading.index));
      const end = next ?? (rest ? heading.index + rest.index : this.text.length);
      const to = this.point(heading, index + 1, end);
      if (next === undefined) this.close(to, end);
    });
  }

  private lede(end: number): void {
    const before = this.text.slice(this.at, end).replace(/\n---\s*$/, '');
    const span = trimmed(this.text, this.at, this.at + before.length);
    if (span) this.parts.push(part(this.text, 'lede', span, { body: span }));
    else if (this.parts.some(({ kind }) => kind === 'title')) this.open('lede', 0, this.at, '\n\n');
  }

  private point(heading: RegExpExecArray, place: number, end: number): number {
    const from = heading.index;
    const line = from + heading[0].length;
    const words = heading[3] ?? '';
    const body = trimmed(this.text, line, end);
    const marker: Span = [from + 3, from + 4 + (heading[1]?.length ?? 0)];
    const named: Span = [line - words.length, line];
    const more = { place, number: Number(heading[1]), marker, heading: named, body: body ?? [line, line] };
    const to = body ? body[1] : line;
    this.parts.push(part(this.text, 'point', [from, to], { ...more, body: body ?? ([line, line] as Span) }));
    if (!words) this.open('pointHeading', place, line, heading[0].endsWith(' ') ? '' : ' ');
    if (!body) this.open('pointBody', place, line, '\n\n');
    return to;
  }

  private close(last: number, end: number): void {
    const [conclusion, footer] = [...this.text.slice(end).matchAll(/\n---\n([\s\S]*?)(?=\n---\n|$)/g)];
    const said = conclusion && this.behind(conclusion, end);
    if (!said) {
      this.open('conclusion', 0, last, '\n\n---\n\n');
      return;
    }
    this.parts.push(part(this.text, 'conclusion', said, { body: said }));
    const below = footer && this.behind(footer, end);
    if (below) this.parts.push(part(this.text, 'footer', below, { body: below }));
  }

  private behind(found: RegExpExecArray, end: number): Span | null {
    const start = end + found.index + 5;
    return trimmed(this.text, start, start + (found[1]?.length ?? 0));
  }

  private open(kind: Slot['kind'], place: number, at: number, before: string, after = ''): void {
    this.slots.push({ kind, place, at, before, after });
  }
}

/** The parts and empty places of `text`. */
export function read(text: string): { parts: Part[]; slots: Slot[] } {
  const { parts, slots } = new Reading(text);
  return { parts, slots };
}
