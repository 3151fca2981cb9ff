/** Which characters of a stretch of Markdown are markup, and what they say of the words between. */
import type { ChangeDesc } from '@codemirror/state';
import {
  type ChangedRange,
  type SyntaxNode,
  type SyntaxNodeRef,
  type Tree,
  TreeFragment,
} from '@lezer/common';
import { GFM, parser } from '@lezer/markdown';
import type { Chunk } from './chunk';

const markdown = parser.configure(GFM);

/** A stretch of the document and what it is. */
export interface Mark {
  from: number;
  to: number;
  /** `hide` vanishes where the caret is not; `faint` always shows; the others are of the words. */
  kind: 'hide' | 'address' | 'faint' | 'em' | 'strong' | 'strike' | 'code' | 'link' | 'sub' | 'note';
  /** Where a link goes, when that is written beside it. */
  url?: string;
}

const WORDS: Record<string, Mark['kind']> = {
  Emphasis: 'em',
  StrongEmphasis: 'strong',
  Strikethrough: 'strike',
  InlineCode: 'code',
  Link: 'link',
};

const HIDDEN = new Set(['EmphasisMark', 'StrikethroughMark', 'HeaderMark']);
const FAINT = new Set([
  'ListMark',
  'QuoteMark',
  'TaskMarker',
  'TableDelimiter',
  'HTMLTag',
  'HTMLBlock',
  'Comment',
  'CommentBlock',
  'ProcessingInstruction',
  'LinkReference',
  'CodeInfo',
  'HorizontalRule',
]);

function isHeading(name: string): boolean {
  return /^(ATX|Setext)Heading\d$/.test(name);
}

/** A heading's opening marks go with the space behind them, closing ones with the space before. */
function headerMark(node: SyntaxNodeRef, text: string): Mark {
  let { from, to } = node;
  if (node.node.parent?.firstChild?.from === from) while (text[to] === ' ' || text[to] === '\t') to++;
  else while (text[from - 1] === ' ' || text[from - 1] === '\t') from--;
  return { from, to, kind: 'hide' };
}

/** A footnote's sign: its label is its words. */
function noteMarks({ from, to }: SyntaxNode): Mark[] {
  return [
    { from, to: from + 2, kind: 'hide' },
    { from: from + 2, to: to - 1, kind: 'note' },
    { from: to - 1, to, kind: 'hide' },
  ];
}

/** What of a link or an image is not its words; a link without words keeps its address in sight. */
function linkMarks(node: SyntaxNode, text: string): Mark[] {
  if (/^\[\^[^\]\s]+\]$/.test(text.slice(node.from, node.to))) return noteMarks(node);
  const marks = node.getChildren('LinkMark');
  const open = marks[0];
  const close = marks[1];
  if (!open || !close || !/\S/.test(text.slice(open.to, close.from))) return [];
  const url = node.getChild('URL');
  const found: Mark[] = [
    { from: open.from, to: open.to, kind: 'hide' },
    { from: close.from, to: node.to, kind: 'hide' },
  ];
  if (url) {
    found.push({ from: url.from, to: url.to, kind: 'address' });
    found.push({ from: open.to, to: close.from, kind: 'link', url: text.slice(url.from, url.to) });
  } else found.push({ from: open.to, to: close.from, kind: 'link' });
  return found;
}

function codeMark(node: SyntaxNodeRef): Mark {
  return { from: node.from, to: node.to, kind: node.node.parent?.name === 'InlineCode' ? 'hide' : 'faint' };
}

function marksOf(node: SyntaxNodeRef, text: string): Mark[] {
  const { name, from, to } = node;
  if (name === 'Link' || name === 'Image') return linkMarks(node.node, text);
  if (name === 'HeaderMark') return [headerMark(node, text)];
  if (HIDDEN.has(name)) return [{ from, to, kind: 'hide' }];
  if (name === 'CodeMark') return [codeMark(node)];
  if (name === 'Escape') return [{ from, to: from + 1, kind: 'hide' }];
  if (FAINT.has(name)) return [{ from, to, kind: 'faint' }];
  if (isHeading(name)) return [{ from, to, kind: 'sub' }];
  if (name === 'URL' && node.node.parent?.name !== 'Link' && node.node.parent?.name !== 'Image') {
    return [{ from, to, kind: 'link', url: text.slice(from, to) }];
  }
  const kind = WORDS[name];
  return kind ? [{ from, to, kind }] : [];
}

/** A chunk that has been read, as it was then. */
export interface Read {
  chunk: Chunk;
  tree: Tree;
  marks: Mark[];
}

/** The marks of a chunk; of what was `read` before only those blocks are read again that `changes` touched. */
export function readMarks(chunk: Chunk, read?: Read, changes?: ChangeDesc): Read {
  const tree = markdown.parse(chunk.text, read && changes && kept(read, chunk, changes));
  return { chunk, tree, marks: marksIn(tree, chunk) };
}

/** What of an earlier reading still holds; nothing where the chunk begins or ends elsewhere. */
function kept({ chunk: before, tree }: Read, chunk: Chunk, changes: ChangeDesc): readonly TreeFragment[] {
  const { offset, text } = before;
  const end = offset + text.length;
  if (changes.length < end || changes.mapPos(offset) !== chunk.offset) return [];
  if (changes.mapPos(end, 1) !== chunk.offset + chunk.text.length) return [];
  const changed: ChangedRange[] = [];
  let inside = true;
  changes.iterChangedRanges((fromA, toA, fromB, toB) => {
    if (toA < offset || fromA > end) return;
    inside &&= fromA >= offset && toA <= end;
    changed.push({
      fromA: fromA - offset,
      toA: toA - offset,
      fromB: fromB - chunk.offset,
      toB: toB - chunk.offset,
    });
  });
  return inside ? TreeFragment.applyChanges(TreeFragment.addTree(tree), changed) : [];
}

function marksIn(tree: Tree, { text, offset }: Chunk): Mark[] {
  const found: Mark[] = [];
  tree.iterate({
    enter(node) {
      for (const mark of marksOf(node, text)) {
        if (mark.from < mark.to) found.push({ ...mark, from: mark.from + offset, to: mark.to + offset });
      }
    },
  });
  return found;
}
