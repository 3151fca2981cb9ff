/**
 * The backend of a rehearsal: one short piece, in whose opening letters are written. Its answers have the
 * shapes of the real ones, since what the web view compiles for a shape is of use to no other.
 */
import type { Answer, Block, Change, DraftHost, Opened, Part, PartKind, Planned } from './host';

const TITLE = '# Two Reasons to Rehearse';
const DEK = '*What is said before anybody listens.*';
const LEDE = 'The *first* words of the day are to come as fast as the last, however short the piece is.';
const POINT = '## 1. Because It Is Quiet';
const BODY = 'Nobody hears it.';
const TEXT = `${[TITLE, DEK, LEDE, POINT, BODY].join('\n\n')}\n`;

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

function block(line: number, html: string): Block {
  return { from: line, to: line + 1, html };
}

/** The opening, `by` units longer than at first. */
function lede(by: number): Part {
  const [from, to] = span(LEDE);
  return part('lede', [from, to + by], { body: [from, to + by] });
}

const title = part('title', span(TITLE), { heading: span(TITLE.slice(2)) });
const dek = part('dek', span(DEK), { heading: span(DEK.slice(1, -1)) });
const point = part('point', [span(POINT)[0], span(BODY)[1]], {
  place: 1,
  number: 1,
  marker: span('1.'),
  heading: span(POINT.slice(6)),
  body: span(BODY),
  label: POINT.slice(6),
});
const totals = { points: 1, words: 40, characters: TEXT.length, minutes: 1 };

/** The opening as the preview shows it. */
function html(words: string): string {
  return `<p>${words.replace(/\*(\w+)\*/, '<em>$1</em>')}</p>`;
}

export class Rehearsed implements DraftHost {
  /** The piece as it is opened. */
  readonly opened: Opened = {
    draft: '',
    name: '',
    session: 1,
    version: 1,
    text: TEXT,
    derived: { parts: [title, dek, lede(0), point], slots: [], totals },
    blocks: [
      block(0, `<h1>${TITLE.slice(2)}</h1>`),
      block(2, `<p><em>${DEK.slice(1, -1)}</em></p>`),
      block(4, html(LEDE)),
      block(6, `<h2>${POINT.slice(3)}</h2>`),
      block(8, `<p>${BODY}</p>`),
    ],
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
      parts: { kept: 2, moved: 1, by, parts: [lede(length - TEXT.length)] },
      slots: [],
      totals,
      patch: [
        { kind: 'keep', count: 2, shift: 0 },
        { kind: 'replace', blocks: [block(4, html(LEDE + typed.repeat(length - TEXT.length)))] },
        { kind: 'keep', count: 2, shift: 0 },
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
