/**
 * The preview as a list of blocks, of which the page holds only those near what is seen.
 *
 * A block keeps its identity for as long as it keeps its HTML, so that the page can keep its element.
 */
import type { Block, Step } from '../host/host';

/** A block of the preview; `height` in pixels is a guess until the page has measured it, or what stood in its place. */
export interface ProofBlock extends Block {
  height: number;
  measured: boolean;
}

/** The blocks that the page holds, and the room in pixels that the others take. */
export interface Held {
  first: number;
  last: number;
  above: number;
  below: number;
}

/** Characters of HTML to a line, pixels to a line, pixels around a block: only guesses. */
const LINE_CHARACTERS = 48;
const LINE_HEIGHT = 26;
const BLOCK_SPACE = 14;

export function proofBlock(block: Block): ProofBlock {
  const lines = Math.max(1, Math.ceil(block.html.length / LINE_CHARACTERS));
  return { ...block, height: lines * LINE_HEIGHT + BLOCK_SPACE, measured: false };
}

/** Blocks that stay, as the same objects; most often their lines stay too, and none is looked at. */
function kept(old: readonly ProofBlock[], from: number, count: number, shift: number): readonly ProofBlock[] {
  const blocks = old.slice(from, from + count);
  if (shift === 0) return blocks;
  for (const block of blocks) {
    block.from += shift;
    block.to += shift;
  }
  return blocks;
}

/** Carries a patch out; kept blocks stay the same objects, their lines moved. */
export function patch(old: readonly ProofBlock[], steps: Step[]): ProofBlock[] {
  let blocks: ProofBlock[] = [];
  let at = 0;
  for (const step of steps) {
    switch (step.kind) {
      case 'keep':
        blocks = blocks.concat(kept(old, at, step.count, step.shift));
        at += step.count;
        break;
      case 'replace':
        for (const block of step.blocks) {
          // A block in another's place is guessed to be as high, so that nothing below it moves; the page hears
          // of its element's size when that changes.
          const before = old[at++];
          const fresh = proofBlock(block);
          blocks.push(before ? { ...fresh, height: before.height, measured: before.measured } : fresh);
        }
        break;
      case 'insert':
        blocks.push(...step.blocks.map(proofBlock));
        break;
      case 'remove':
        at += step.count;
        break;
    }
  }
  return blocks;
}

/** The blocks that touch the range from `top` to `bottom`, in pixels from the list's start. */
export function held(blocks: ProofBlock[], top: number, bottom: number): Held {
  let above = 0;
  let first = 0;
  while (first < blocks.length && above + (blocks[first]?.height ?? 0) < top) {
    above += blocks[first++]?.height ?? 0;
  }
  let last = first;
  let reached = above;
  while (last < blocks.length && reached < bottom) reached += blocks[last++]?.height ?? 0;
  let below = 0;
  for (let at = last; at < blocks.length; at++) below += blocks[at]?.height ?? 0;
  return { first, last, above, below };
}

/** The block that shows `line` of the text, from 0, or the last one before it; -1 without any. */
export function blockAt(blocks: ProofBlock[], line: number): number {
  let found = -1;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as ProofBlock;
    if (block.from <= line && line < block.to) return at;
    if (block.from <= line && (found < 0 || block.from >= (blocks[found]?.from ?? 0))) found = at;
  }
  return found;
}

/** Pixels from the list's start to the start of block `index`. */
export function topOf(blocks: ProofBlock[], index: number): number {
  let top = 0;
  for (let at = 0; at < index; at++) top += blocks[at]?.height ?? 0;
  return top;
}
