import { describe, expect, it } from 'vitest';
import { morph } from './morph';

/** The block's HTML after the change, and whether its first child stayed the same node. */
function morphed(from: string, to: string) {
  const block = document.createElement('div');
  block.innerHTML = from;
  const first = block.firstChild;
  morph(block, to);
  return { html: block.innerHTML, kept: block.firstChild === first };
}

describe('a changed block', () => {
  it.each([
    ['<p>One word</p>', '<p>One words</p>'],
    ['<p>One <em>word</em> more</p>', '<p>One <em>words</em> more</p>'],
    ['<ul><li>a</li><li>b</li></ul>', '<ul><li>a</li><li>c</li></ul>'],
  ])('keeps its nodes where only text differs: %s', (from, to) => {
    expect(morphed(from, to)).toEqual({ html: to, kept: true });
  });

  it.each([
    ['<p>One word</p>', '<p>One <em>word</em></p>'],
    ['<p>One</p>', '<h2>One</h2>'],
    ['<p><a href="https://a.example">x</a></p>', '<p><a href="https://b.example">x</a></p>'],
    ['<p>One</p>', ''],
    ['', '<p>One</p>'],
  ])('is made anew where its shape differs: %s to %s', (from, to) => {
    expect(morphed(from, to).html).toBe(to);
  });
});
