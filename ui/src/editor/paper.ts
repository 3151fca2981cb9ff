/** Draws the slips under the text and what stands beside them, from the heights that the editor knows. */
import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { isFolded } from './fold';
import { type Box, boxesOf } from './geometry';
import { type Beside, Margin } from './margin';
import { outside } from './outside';
import { type Slip, slipHere } from './slip';

/** From a region's block to the name or count beside its first row, in pixels; with the slip's own head. */
const HEAD = { slip: 18, title: 12, dek: 8, lede: 8 };
const ABOVE = { title: 0, dek: 7, lede: 13 };
const ALONE = { name: 19, words: 20, folded: 16 };

interface Drawn {
  paper: HTMLElement;
  margin: Margin;
}

const keyOf = ({ kind, place }: Slip) => `${kind} ${place}`;

function headNames(view: EditorView, box: Box): Beside['names'] {
  const { texts } = view.state.facet(outside);
  return box.regions.flatMap(({ region: { kind }, top }, at) => {
    if (kind !== 'title' && kind !== 'dek' && kind !== 'lede') return [];
    const inset = at === 0 ? HEAD.slip : top - box.top + ABOVE[kind];
    return [{ text: texts[kind], top: inset + HEAD[kind] }];
  });
}

function wordsOf(slip: Slip): number {
  const part = slip.regions.find(({ kind }) => kind !== 'title' && kind !== 'dek')?.part;
  return part?.words ?? 0;
}

function beside(view: EditorView, box: Box, here: Slip | null): Beside {
  const { slip } = box;
  const { texts } = view.state.facet(outside);
  const point = slip.kind === 'point' ? (slip.regions.find(({ part }) => part)?.part ?? null) : null;
  const folded = point !== null && isFolded(view.state, point);
  const count = wordsOf(slip);
  const mine = here !== null && here.kind === slip.kind && here.place === slip.place;
  const base = { number: point?.number ?? null, place: slip.place, here: mine, folded };
  if (slip.kind === 'head') {
    const names = headNames(view, box);
    const lede = names[names.length - 1];
    return { ...base, names, words: count > 0 && lede ? { count, top: lede.top } : null };
  }
  const name = slip.kind === 'conclusion' || slip.kind === 'footer' ? texts[slip.kind] : null;
  const names = name ? [{ text: name, top: ALONE.name }] : [];
  return { ...base, names, words: count > 0 ? { count, top: folded ? ALONE.folded : ALONE.words } : null };
}

interface Plan {
  boxes: { box: Box; beside: Beside }[];
  base: number;
}

class Paper {
  private readonly below = document.createElement('div');
  private readonly above = document.createElement('div');
  private readonly drawn = new Map<string, Drawn>();
  private boxes: Box[] = [];
  private hovered: Margin | null = null;

  constructor(private readonly view: EditorView) {
    this.below.className = 'lede-paper';
    this.below.setAttribute('aria-hidden', 'true');
    this.above.className = 'lede-margin';
    view.scrollDOM.append(this.below, this.above);
    this.measure();
  }

  update(_update: ViewUpdate): void {
    this.measure();
  }

  /** Reading and writing happen in the frame's own measuring, so a slip is never a frame behind its text. */
  private measure(): void {
    this.view.requestMeasure({
      key: this,
      read: (view) => this.read(view),
      write: (plan) => this.write(plan),
    });
  }

  private read(view: EditorView): Plan {
    const here = slipHere(view.state);
    const boxes = boxesOf(view).map((box) => ({ box, beside: beside(view, box, here) }));
    return { boxes, base: view.contentDOM.offsetTop + view.documentPadding.top };
  }

  private write({ boxes, base }: Plan): void {
    this.boxes = boxes.map(({ box }) => box);
    const seen = new Set<string>();
    for (const { box, beside: signs } of boxes) {
      const key = keyOf(box.slip);
      seen.add(key);
      const { paper, margin } = this.drawn.get(key) ?? this.add(key, box.slip);
      const top = `${base + box.top}px`;
      if (paper.style.top !== top) {
        paper.style.top = top;
        margin.dom.style.top = top;
      }
      const height = `${box.bottom - box.top}px`;
      if (paper.style.height !== height) paper.style.height = height;
      paper.classList.toggle('lede-here', signs.here);
      margin.show(signs);
    }
    for (const [key, { paper, margin }] of this.drawn) {
      if (seen.has(key)) continue;
      paper.remove();
      margin.dom.remove();
      this.drawn.delete(key);
    }
  }

  private add(key: string, slip: Slip): Drawn {
    const paper = document.createElement('div');
    paper.className = `lede-slip lede-slip-${slip.kind}`;
    const margin = new Margin(this.view);
    this.below.append(paper);
    this.above.append(margin.dom);
    const drawn = { paper, margin };
    this.drawn.set(key, drawn);
    return drawn;
  }

  /** The grip shows on the slip under the pointer. */
  hover(y: number | null): void {
    const at = y === null ? null : y - this.view.documentTop;
    const box = at === null ? undefined : this.boxes.find(({ top, bottom }) => top <= at && at < bottom);
    const margin = box ? (this.drawn.get(keyOf(box.slip))?.margin ?? null) : null;
    if (margin === this.hovered) return;
    this.hovered?.dom.classList.remove('lede-hover');
    margin?.dom.classList.add('lede-hover');
    this.hovered = margin;
  }

  destroy(): void {
    this.below.remove();
    this.above.remove();
  }
}

/** The slips of paper, the number tabs, grips, names and counts. */
export const paper = ViewPlugin.fromClass(Paper, {
  eventObservers: {
    mousemove(event) {
      this.hover(event.clientY);
    },
    mouseleave() {
      this.hover(null);
    },
  },
});
