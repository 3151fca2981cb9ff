/** Moving a point by its grip. */
import type { EditorView } from '@codemirror/view';
import { GAP, pointEdges } from './geometry';
import { outside } from './outside';

/** How close to an edge, in pixels, the pointer scrolls the text, and by how much each time. */
const EDGE = 48;
const SCROLL = 12;

/** The place that a point from place `from` takes when it is dropped at `y`; `edges` as `pointEdges`. */
export function dropPlace(edges: readonly number[], from: number, y: number): number {
  const middles = edges.slice(0, -1).map((top, at) => (top + (edges[at + 1] ?? top)) / 2);
  const above = middles.filter((middle, at) => at !== from - 1 && middle < y).length;
  return above + 1;
}

/** Where the line is drawn that says so: above the point that will follow. */
function lineAt(edges: readonly number[], from: number, to: number): number {
  return (edges[to > from ? to : to - 1] ?? 0) + GAP / 2;
}

class Drag {
  private readonly line = document.createElement('div');
  private to: number;

  constructor(
    private readonly view: EditorView,
    private readonly from: number,
    private readonly grip: HTMLElement,
  ) {
    this.to = from;
    this.line.className = 'lede-drop';
    view.scrollDOM.append(this.line);
    view.dom.classList.add('lede-dragging');
  }

  move(event: PointerEvent): void {
    this.scroll(event.clientY);
    const edges = pointEdges(this.view);
    this.to = dropPlace(edges, this.from, event.clientY - this.view.documentTop);
    const base = this.view.contentDOM.offsetTop + this.view.documentPadding.top;
    this.line.style.top = `${base + lineAt(edges, this.from, this.to)}px`;
    this.line.hidden = this.to === this.from;
  }

  private scroll(y: number): void {
    const { top, bottom } = this.view.scrollDOM.getBoundingClientRect();
    if (y < top + EDGE) this.view.scrollDOM.scrollTop -= SCROLL;
    else if (y > bottom - EDGE) this.view.scrollDOM.scrollTop += SCROLL;
  }

  end(drop: boolean): void {
    this.line.remove();
    this.view.dom.classList.remove('lede-dragging');
    this.grip.onpointermove = null;
    this.grip.onpointerup = null;
    this.grip.onpointercancel = null;
    if (drop && this.to !== this.from) this.view.state.facet(outside).events.movePoint(this.from, this.to);
    this.view.focus();
  }
}

/** Takes a point by its grip; it is put down where the pointer is let go. */
export function startDrag(view: EditorView, place: number, grip: HTMLElement, event: PointerEvent): void {
  if (event.button !== 0) return;
  event.preventDefault();
  grip.setPointerCapture(event.pointerId);
  const drag = new Drag(view, place, grip);
  grip.onpointermove = (moved) => drag.move(moved);
  grip.onpointerup = () => drag.end(true);
  grip.onpointercancel = () => drag.end(false);
}
