/**
 * Changes an element's content to other HTML by touching only the text that differs. A text node that
 * stays lets the web view lay out and paint the changed lines alone; new nodes cost the whole block.
 */
const parser = document.createElement('template');

/** Gives `element` the content of `html`, which is safe already. */
export function morph(element: Element, html: string): void {
  parser.innerHTML = html;
  if (!follow(element, parser.content)) element.replaceChildren(parser.content);
}

/** Makes the text of `old` that of `fresh`, if the two trees are of one shape; says whether they were. */
function follow(old: Node, fresh: Node): boolean {
  if (!alike(old, fresh)) return false;
  const pairs: [Text, Text][] = [];
  if (!pair(old, fresh, pairs)) return false;
  for (const [now, then] of pairs) if (now.data !== then.data) edit(now, then.data);
  return true;
}

/** Gives `node` the text `to`. The web view lays out anew from where a text was edited, not from its start. */
function edit(node: Text, to: string): void {
  const { data } = node;
  const most = Math.min(data.length, to.length);
  let start = 0;
  while (start < most && data[start] === to[start]) start++;
  let end = 0;
  while (end < most - start && data.at(-1 - end) === to.at(-1 - end)) end++;
  node.replaceData(start, data.length - start - end, to.slice(start, to.length - end));
}

/** Pairs the text nodes of two trees; false where their shapes part. */
function pair(old: Node, fresh: Node, pairs: [Text, Text][]): boolean {
  if (old.childNodes.length !== fresh.childNodes.length) return false;
  for (let one = old.firstChild, other = fresh.firstChild; one && other; ) {
    if (!alike(one, other)) return false;
    if (one instanceof Text && other instanceof Text) pairs.push([one, other]);
    else if (!pair(one, other, pairs)) return false;
    one = one.nextSibling;
    other = other.nextSibling;
  }
  return true;
}

function alike(one: Node, other: Node): boolean {
  // The fragment stands for the block's own element.
  if (other instanceof DocumentFragment) return true;
  if (one.nodeType !== other.nodeType || one.nodeName !== other.nodeName) return false;
  if (!(one instanceof Element && other instanceof Element)) return true;
  const { attributes } = other;
  if (one.attributes.length !== attributes.length) return false;
  return [...attributes].every(({ name, value }) => one.getAttribute(name) === value);
}
