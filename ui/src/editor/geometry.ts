/** Where the slips lie on the desk, in pixels from the top of the scrolled text. */
import { Facet } from '@codemirror/state';
import type { BlockInfo, EditorView } from '@codemirror/view';
import type { Slot } from './part';
import { SlotWidget } from './place';
import type { Region } from './region';
import { edges, type Slip, slipsIn, slipsOf, type Tail, tailOf } from './slip';
import { onLine } from './slot';

/** The distance between two slips: the upper part of each slip's first block. */
export const GAP = 8;

/** One slip with its extent. */
export interface Box {
  slip: Slip;
  top: number;
  bottom: number;
  /** The top of each region's first block, with the distance above it. */
  regions: { region: Region; top: number }[];
}

function blocks(view: EditorView, pos: number): readonly BlockInfo[] {
  const block = view.lineBlockAt(pos);
  return Array.isArray(block.type) ? block.type : [block];
}

function textBlock(view: EditorView, pos: number): BlockInfo | null {
  return (
    blocks(view, pos).find((block) => !(block.widget instanceof SlotWidget) && block.length > 0) ??
    blocks(view, pos).find((block) => block.widget === null) ??
    null
  );
}

function slotBlock(view: EditorView, slot: Slot, tail: Tail | null): BlockInfo | null {
  const places = tail ? [slot.at, tail.to] : [slot.at];
  for (const pos of places) {
    for (const block of blocks(view, pos)) {
      const { widget } = block;
      if (!(widget instanceof SlotWidget)) continue;
      if (widget.slot.kind === slot.kind && widget.slot.place === slot.place) return block;
    }
  }
  return null;
}

function regionBlock(view: EditorView, region: Region, tail: Tail | null): BlockInfo | null {
  const { slot, from } = region;
  return slot && !onLine(view.state, slot) ? slotBlock(view, slot, tail) : textBlock(view, from);
}

function box(view: EditorView, slip: Slip, tail: Tail | null): Box | null {
  const { top, end } = edges(view.state, slip, tail);
  const lowest = tail?.slip === slip ? tail.to : slip.text?.[1];
  const first = top ? slotBlock(view, top, tail) : slip.text && textBlock(view, slip.text[0]);
  const last = end ? slotBlock(view, end, tail) : lowest !== undefined && textBlock(view, lowest);
  if (!first || !last) return null;
  const regions = slip.regions.flatMap((region) => {
    const block = regionBlock(view, region, tail);
    return block ? [{ region, top: block.top }] : [];
  });
  return { slip, top: first.top + GAP, bottom: last.bottom, regions };
}

/** The boxes of the slips near what is seen. */
export function boxesOf(view: EditorView): Box[] {
  const { state, viewport } = view;
  const tail = tailOf(state);
  return slipsIn(state, viewport.from, viewport.to).flatMap((slip) =>
    slip.kind === 'frontMatter' ? [] : (box(view, slip, tail) ?? []),
  );
}

/** How much of the desk stays in sight around the caret, in pixels. */
export const CLEAR = { top: 24, bottom: 40 };

/** Whether the caret's line is to stand in the middle of what is seen. */
export const inTheMiddle = Facet.define<true, boolean>({ combine: (values) => values.length > 0 });

/** Scrolls to a slot that has no line of its own, which the editor's scrolling does not know. */
export function reveal(view: EditorView, slot: Slot): void {
  view.requestMeasure({
    read: () => slotBlock(view, slot, tailOf(view.state)),
    write(block) {
      if (!block) return;
      const { scrollDOM, contentDOM, documentPadding } = view;
      const top = contentDOM.offsetTop + documentPadding.top + block.top - CLEAR.top;
      const bottom = top + block.height + CLEAR.top + CLEAR.bottom;
      if (view.state.facet(inTheMiddle)) scrollDOM.scrollTop = (top + bottom - scrollDOM.clientHeight) / 2;
      else if (top < scrollDOM.scrollTop) scrollDOM.scrollTop = top;
      else if (bottom > scrollDOM.scrollTop + scrollDOM.clientHeight)
        scrollDOM.scrollTop = bottom - scrollDOM.clientHeight;
    },
  });
}

/** The tops of all points and the bottom of the last one, for the place where one is dropped. */
export function pointEdges(view: EditorView): number[] {
  const points = slipsOf(view.state).flatMap((slip) => {
    return slip.kind === 'point' && slip.text ? [slip.text] : [];
  });
  const tops = points.map(([from]) => textBlock(view, from)?.top ?? 0);
  const last = points[points.length - 1];
  const bottom = last ? (blocks(view, last[1]).filter(isPaper).pop()?.bottom ?? 0) : 0;
  return [...tops, bottom];
}

function isPaper({ widget }: BlockInfo): boolean {
  return widget === null || (widget instanceof SlotWidget && widget.slot.kind === 'pointBody');
}
