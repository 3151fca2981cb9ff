import { describe, expect, it } from 'vitest';
import type { Block } from '../host/host';
import { blockAt, held, patch, proofBlock, topOf } from './proof';

const block = (from: number, html: string): Block => ({ from, to: from + 1, html });
const high = (from: number, height: number) => ({ ...proofBlock(block(from, 'x')), height });

describe('a preview patch', () => {
  it('keeps blocks as the same objects and moves their lines', () => {
    const old = ['a', 'b', 'c'].map((html, line) => proofBlock(block(line, html)));
    const blocks = patch(old, [
      { kind: 'keep', count: 1, shift: 0 },
      { kind: 'replace', blocks: [block(1, 'B')] },
      { kind: 'insert', blocks: [block(2, 'new')] },
      { kind: 'keep', count: 1, shift: 1 },
    ]);
    expect(blocks.map(({ html, from }) => [html, from])).toEqual([
      ['a', 0],
      ['B', 1],
      ['new', 2],
      ['c', 3],
    ]);
    expect(blocks[0]).toBe(old[0]);
    expect(blocks[3]).toBe(old[2]);
  });

  it('takes blocks out', () => {
    const old = ['a', 'b', 'c'].map((html, line) => proofBlock(block(line, html)));
    const blocks = patch(old, [
      { kind: 'remove', count: 2 },
      { kind: 'keep', count: 1, shift: -2 },
    ]);
    expect(blocks.map(({ html, from }) => [html, from])).toEqual([['c', 0]]);
  });

  it('takes a replaced block for as high as the one before it, and for measured if that was', () => {
    for (const measured of [true, false]) {
      const before = { ...high(0, 321), measured };
      const blocks = patch([before], [{ kind: 'replace', blocks: [block(0, 'y')] }]);
      expect(blocks[0]).toMatchObject({ html: 'y', height: 321, measured });
    }
  });
});

describe('the blocks that the page holds', () => {
  const blocks = Array.from({ length: 100 }, (_, line) => high(line, 10));

  it('are those that touch what is seen', () => {
    expect(held(blocks, 195, 305)).toEqual({ first: 19, last: 31, above: 190, below: 690 });
  });

  it('are all when all are seen', () => {
    expect(held(blocks, -500, 5000)).toEqual({ first: 0, last: 100, above: 0, below: 0 });
  });

  it('take the room of the whole list together', () => {
    const { first, last, above, below } = held(blocks, 123, 456);
    expect(above + (last - first) * 10 + below).toBe(1000);
  });
});

describe('the block of a line', () => {
  const blocks = [high(0, 10), high(4, 10), high(9, 10), high(2, 10)];

  it('is the one that shows it, wherever it stands in the list', () => {
    expect(blockAt(blocks, 9)).toBe(2);
    expect(blockAt(blocks, 2)).toBe(3);
  });

  it('is the last one before it when no block shows it', () => {
    expect(blockAt(blocks, 7)).toBe(1);
    expect(blockAt([], 3)).toBe(-1);
  });

  it('begins where the blocks before it end', () => {
    expect(topOf(blocks, 2)).toBe(20);
  });
});
