/** What is in sight of an editor. */
import type { EditorView, ViewUpdate } from '@codemirror/view';

/**
 * Follows what of the text is drawn. The editor itself takes the end of it for another after each change, even where
 * the change alone has moved it.
 */
export class Sight {
  private from: number;
  private to: number;

  constructor(view: EditorView) {
    ({ from: this.from, to: this.to } = view.viewport);
  }

  /** Whether an update leaves the same text in sight, but for its changes. */
  stays({ view, changes }: ViewUpdate): boolean {
    const { from, to } = view.viewport;
    const stays = changes.mapPos(this.from, -1) === from && changes.mapPos(this.to, 1) === to;
    this.from = from;
    this.to = to;
    return stays;
  }
}
