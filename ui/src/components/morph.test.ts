import { describe, expect, it, vi } from 'vitest';
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

describe('a changed text', () => {
  it.each([
    ['One word more', 'One words more', [8, 0, 's']],
    ['One words more', 'One word more', [8, 1, '']],
    ['aaa', 'aaaa', [3, 0, 'a']],
    ['aaaa', 'aaa', [3, 1, '']],
    ['One', 'Two', [0, 3, 'Two']],
    ['a😀b', 'a😁b', [2, 1, '\ude01']],
    ['', 'One', [0, 0, 'One']],
  ])('is edited where it differs: %s to %s', (from, to, edit) => {
    const block = document.createElement('div');
    const text = document.createTextNode(from);
    block.append(text);
    const edited = vi.spyOn(text, 'replaceData');
    morph(block, to);
    expect(block.textContent).toBe(to);
    expect(edited.mock.calls).toEqual([edit]);
  });
});
