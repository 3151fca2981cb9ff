/** The two signs of the editor, drawn on a box of 16 pixels. */

const SVG = 'http://www.w3.org/2000/svg';

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** A sign without a name of its own: the button that it stands in has one. */
export function icon(name: 'plus' | 'grip'): SVGElement {
  const svg = element('svg', { 'aria-hidden': 'true', viewBox: name === 'plus' ? '0 0 16 16' : '0 0 10 16' });
  if (name === 'plus') {
    svg.append(element('path', { d: 'M8 3.2v9.6M3.2 8h9.6' }));
    return svg;
  }
  for (const cx of [2.5, 7.5]) {
    for (const cy of [3, 8, 13]) svg.append(element('circle', { cx, cy, r: 1.15 }));
  }
  return svg;
}
