/** A piece on its way to its readers: its footer and the word that it is published, its exports, a copy, paper. */
import type { Format } from '../host/host';
import { texts } from '../texts';
import type { Room } from './room.svelte';

export class Publishing {
  constructor(private readonly room: Room) {}

  /** Writes the piece in another format where the person wants it. */
  exportPiece(format: Format): Promise<void> {
    const { room } = this;
    return room.attempt(async () => {
      const { draft } = room;
      if (!draft) return;
      room.asking = null;
      await draft.settled();
      const path = await room.host.exportPiece(draft.draft, format);
      if (path) room.notices.tell(texts.exported(path));
      room.focusText();
    });
  }

  /** Writes a copy where the person wants it; the draft stays what it is. */
  saveCopy(): Promise<void> {
    const { room } = this;
    return room.attempt(async () => {
      const { draft } = room;
      if (!draft) return;
      await draft.settled();
      const path = await room.host.saveCopy(draft.draft);
      if (path) room.notices.tell(texts.copied(path));
      room.focusText();
    });
  }

  /** Prints the piece as it is published. */
  print(): Promise<void> {
    const { room } = this;
    return room.attempt(async () => {
      const { draft } = room;
      if (!draft) return;
      await draft.settled();
      await room.host.print(draft.draft);
    });
  }

  /** Puts a footer at the end of the piece, in the place of the one that it has. */
  putFooter(name: string): Promise<void> {
    return this.edited((draft) => this.room.host.putFooter(draft, name));
  }

  /** Says in the front matter that the piece is published, today. */
  markPublished(): Promise<void> {
    return this.edited((draft) => this.room.host.markPublished(draft, null));
  }

  /** Has the backend edit the text as it is; the edits come by themselves. */
  private edited(edit: (draft: string) => Promise<void>): Promise<void> {
    const { room } = this;
    return room.attempt(async () => {
      const { draft } = room;
      if (!draft) return;
      room.asking = null;
      await draft.settled();
      await edit(draft.draft);
      room.focusText();
    });
  }
}
