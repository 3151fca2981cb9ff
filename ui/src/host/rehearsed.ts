/**
 * The backend of a rehearsal: one piece, in whose opening letters are written. It is as long as pieces are and
 * has what they have, and its answers have the shapes of the real ones, since what the web view compiles for a
 * short text or another shape is of use to no other.
 */
import type { Answer, Block, Change, DraftHost, Opened, Part, PartKind, Planned } from './host';

const POINTS = 9;
const TITLE = '# Nine Reasons to Rehearse';
const DEK = '*What is said before anybody listens.*';
const LEDE = 'The *first* words of the day are to come as fast as the last, however short the piece is.';
const BODY =
  'Nobody hears it who **sits** in the next room, [as they say](https://example.org), nor does `anyone` ask.';
const HEADINGS = Array.from({ length: POINTS }, (_, at) => `## ${at + 1}. Because It Is Quiet`);
const PARAGRAPHS = [TITLE, DEK, LEDE, ...HEADINGS.flatMap((heading) => [heading, BODY, BODY])];
const TEXT = `${PARAGRAPHS.join('\n\n')}\n`;

type Span = [number, number];

/** Where words stand in the text, in UTF-16 units. */
function span(words: string): Span {
  const from = TEXT.indexOf(words);
  return [from, from + words.length];
}

function part(kind: PartKind, [from, to]: Span, own: Partial<Part>): Part {
  const counts = { words: 10, characters: to - from };
  const none = { place: 0, number: 0, marker: null, heading: null, body: null, label: '' };
  return { kind, from, to, ...none, ...counts, ...own };
}

/** The opening, `by` units longer than at first. */
function lede(by: number): Part {
  const [from, to] = span(LEDE);
  return part('lede', [from, to + by], { body: [from, to + by] });
}

function point(heading: string, at: number): Part {
  const [from, end] = span(heading);
  const body: Span = [end + 2, end + 2 + BODY.length + 2 + BODY.length];
  const words = from + heading.indexOf('Because');
  return part('point', [from, body[1]], {
    place: at + 1,
    number: at + 1,
    marker: [from + 3, words - 1],
    heading: [words, end],
    body,
    label: heading.slice(words - from),
  });
}

const title = part('title', span(TITLE), { heading: span(TITLE.slice(2)) });
const dek = part('dek', span(DEK), { heading: span(DEK.slice(1, -1)) });
const points = HEADINGS.map(point);
const totals = { points: POINTS, words: 400, characters: TEXT.length, minutes: 2 };

/** A paragraph as the preview shows it. */
function html(markdown: string): string {
  const heading = /^(#+) (.*)$/.exec(markdown);
  if (heading?.[1]) return `<h${heading[1].length}>${heading[2]}</h${heading[1].length}>`;
  const words = markdown
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/\*(.+?)\*/g, '<em>$1</em>')
    .replace(/`(.+?)`/g, '<code>$1</code>')
    .replace(/\[(.+?)\]\((.+?)\)/g, '<a href="$2">$1</a>');
  return `<p>${words}</p>`;
}

/** The block of a paragraph; with an empty line after each, each begins two lines after the one before. */
function block(markdown: string, at: number): Block {
  return { from: 2 * at, to: 2 * at + 1, html: html(markdown) };
}

const OPENING = PARAGRAPHS.indexOf(LEDE);

export class Rehearsed implements DraftHost {
  /** The piece as it is opened. */
  readonly opened: Opened = {
    draft: '',
    name: '',
    session: 1,
    version: 1,
    text: TEXT,
    derived: { parts: [title, dek, lede(0), ...points], slots: [], totals },
    blocks: PARAGRAPHS.map(block),
    caret: span(LEDE)[1],
    top: null,
    saved: { kind: 'saved' },
  };
  private length = TEXT.length;

  changeNow({ base, changes, length }: Change): Answer {
    const by = length - this.length;
    this.length = length;
    const typed = changes.flatMap((one) => (typeof one === 'number' ? [] : one.slice(1))).join('\n');
    const answer: Answer = {
      kind: 'applied',
      version: base + 1,
      parts: { kept: 2, moved: POINTS, by, parts: [lede(length - TEXT.length)] },
      slots: [],
      totals,
      patch: [
        { kind: 'keep', count: OPENING, shift: 0 },
        { kind: 'replace', blocks: [block(LEDE + typed.repeat(length - TEXT.length), OPENING)] },
        { kind: 'keep', count: PARAGRAPHS.length - OPENING - 1, shift: 0 },
      ],
    };
    // As it comes over the wire.
    return JSON.parse(JSON.stringify(answer));
  }

  change(change: Change): Promise<Answer> {
    return Promise.resolve(this.changeNow(change));
  }

  plan(): Planned {
    return { kind: 'resync' };
  }

  resync(): Opened {
    return this.opened;
  }

  agrees(): Promise<boolean> {
    return Promise.resolve(true);
  }

  leave(): Promise<void> {
    return Promise.resolve();
  }

  check(): Promise<void> {
    return Promise.resolve();
  }
}
