/**
 * The preview's page: a shadow root with style sheets of its own, which holds the blocks near what is
 * seen. Drawing reads no layout, since it runs in the task of a key: sizes come from observers.
 */
import { blockAt, held, type ProofBlock, topOf } from '../state/proof';
import letter from './letter.css?inline';
import { morph } from './morph';

/** How far beyond what is seen blocks are held, in pixels. */
const BEYOND = 900;
/** Where on the page the caret's block comes when it was out of sight, as a part of the height. */
const RESTING_PLACE = 0.3;

/** What a click in the page asks for. */
export interface ProofEvents {
  toLine(line: number): void;
  openLink(url: string): void;
}

interface Source {
  readonly blocks: ProofBlock[];
  readonly line: number;
}

export class ProofPage {
  private readonly scroller = document.createElement('div');
  private readonly above = document.createElement('div');
  private readonly article = document.createElement('article');
  private readonly below = document.createElement('div');
  private readonly elements = new Map<ProofBlock, HTMLElement>();
  private readonly shown = new WeakMap<Element, ProofBlock>();
  private readonly sizes: ResizeObserver;
  private top = 0;
  private height = 900;
  private marked: HTMLElement | undefined;

  constructor(
    host: HTMLElement,
    private readonly source: Source,
    private readonly events: ProofEvents,
  ) {
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(letter);
    root.adoptedStyleSheets = [sheet];
    this.scroller.className = 'scroller';
    this.scroller.tabIndex = 0;
    this.article.className = 'letter';
    this.scroller.append(this.above, this.article, this.below);
    root.replaceChildren(this.scroller);
    this.scroller.addEventListener('scroll', () => {
      this.top = this.scroller.scrollTop;
      this.draw();
    });
    root.addEventListener('click', (event) => this.click(event as MouseEvent));
    // What a size changes is drawn with the next frame: an observer must not move what it observes.
    this.sizes = new ResizeObserver((entries) => requestAnimationFrame(() => this.measured(entries)));
    this.sizes.observe(this.scroller);
  }

  /** Brings the page into step with the blocks. */
  draw(): void {
    const { blocks } = this.source;
    const range = held(blocks, this.top - BEYOND, this.top + this.height + BEYOND);
    this.above.style.height = `${range.above}px`;
    this.below.style.height = `${range.below}px`;
    const wanted = blocks.slice(range.first, range.last);
    const kept = new Set(wanted);
    const spare: HTMLElement[] = [];
    for (const [block, element] of this.elements) {
      if (kept.has(block)) continue;
      this.elements.delete(block);
      spare.push(element);
    }
    let next = this.article.firstElementChild;
    for (const block of wanted) {
      let element = this.elements.get(block);
      if (!element) {
        // The element whose block just went is most often this block before the key.
        const at = next instanceof HTMLElement ? spare.indexOf(next) : -1;
        element = (at >= 0 ? spare.splice(at, 1)[0] : undefined) ?? this.element();
        this.fill(element, block);
      }
      if (element === next) next = next.nextElementSibling;
      else this.article.insertBefore(element, next);
    }
    for (const element of spare) {
      this.sizes.unobserve(element);
      element.remove();
    }
    this.mark();
  }

  private element(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'block';
    this.sizes.observe(element);
    return element;
  }

  private fill(element: HTMLElement, block: ProofBlock): void {
    const kind = /^<(\w+)/.exec(block.html)?.[1] ?? '';
    if (element.dataset.kind !== kind) element.dataset.kind = kind;
    // Sanitised by the backend, block by block; the content security policy holds it a second time.
    morph(element, block.html);
    this.elements.set(block, element);
    this.shown.set(element, block);
    // What is observed anew is told anew, in a frame of its own; a key most often changes no height.
    if (!block.measured) this.sizes.observe(element);
  }

  /** Shows where the caret is, and brings its block into sight if it is not. */
  follow(line: number): void {
    const { blocks } = this.source;
    const at = blockAt(blocks, line);
    if (at < 0) return;
    const top = topOf(blocks, at);
    const bottom = top + (blocks[at]?.height ?? 0);
    if (top < this.top || bottom > this.top + this.height) {
      const tall = bottom - top > this.height;
      this.scrollTo(top - (tall ? 0 : this.height * RESTING_PLACE));
    }
    this.mark();
  }

  private scrollTo(top: number): void {
    this.top = Math.max(0, top);
    this.draw();
    this.scroller.scrollTop = this.top;
  }

  private mark(): void {
    const { blocks, line } = this.source;
    const block = blocks[blockAt(blocks, line)];
    const element = block && this.elements.get(block);
    if (element === this.marked) return;
    this.marked?.classList.remove('at');
    element?.classList.add('at');
    this.marked = element;
  }

  private measured(entries: ResizeObserverEntry[]): void {
    let moved = 0;
    const { blocks } = this.source;
    for (const { target, contentRect, borderBoxSize } of entries) {
      if (target === this.scroller) {
        this.height = contentRect.height;
        continue;
      }
      const block = this.shown.get(target);
      const height = borderBoxSize[0]?.blockSize ?? contentRect.height;
      if (!block || !target.isConnected || block.height === height) continue;
      // What is seen holds still when a block above it turns out higher or lower than guessed.
      if (topOf(blocks, blocks.indexOf(block)) + block.height <= this.top) moved += height - block.height;
      block.height = height;
      block.measured = true;
    }
    if (moved !== 0) this.scrollTo(this.top + moved);
    else this.draw();
  }

  private click(event: MouseEvent): void {
    const path = event.composedPath().filter((one) => one instanceof HTMLElement);
    const link = path.find((one) => one instanceof HTMLAnchorElement);
    if (link) {
      event.preventDefault();
      const target = link.getAttribute('href') ?? '';
      if (target.startsWith('#')) this.jump(target.slice(1));
      else this.events.openLink(target);
      return;
    }
    const frame = path.find((one) => one.dataset.src);
    if (frame?.dataset.src) {
      this.events.openLink(frame.dataset.src);
      return;
    }
    const block = path.map((one) => this.shown.get(one)).find((one) => one);
    if (block) this.events.toLine(block.from);
  }

  /** To the footnote, or back to its mark: both may be among the blocks that are not held. */
  private jump(id: string): void {
    const { blocks } = this.source;
    const at = blocks.findIndex((block) => block.html.includes(`id="${id}"`));
    if (at >= 0) this.scrollTo(topOf(blocks, at) - this.height * RESTING_PLACE);
  }

  destroy(): void {
    this.sizes.disconnect();
    this.scroller.remove();
  }
}
