/** A piece on its way to its readers: its footer and the word that it is published, its exports, a copy, paper. */
import type { Format } from '../host/host';
import { texts } from '../texts';
import type { Room } from './room.svelte';

export class Publishing {
  constructor(private readonly room: Room) {}

  /** Writes the piece in another format where the person wants it. */
  exportPiece(format: Format): Promise<void> {
    return this.written((draft) => this.room.host.exportPiece(draft, format), texts.exported);
  }

  /** Writes a copy where the person wants it; the draft stays what it is. */
  saveCopy(): Promise<void> {
    return this.written((draft) => this.room.host.saveCopy(draft), texts.copied);
  }

  /** Prints the piece as it is published. */
  print(): Promise<void> {
    return this.settled((draft) => this.room.host.print(draft));
  }

  /** Puts a footer at the end of the piece, in the place of the one that it has. */
  putFooter(name: string): Promise<void> {
    return this.edited((draft) => this.room.host.putFooter(draft, name));
  }

  /** Says in the front matter that the piece is published, today. */
  markPublished(): Promise<void> {
    return this.edited((draft) => this.room.host.markPublished(draft, null));
  }

  /** Has the backend write a file, and says where, unless the person thought better of it. */
  private written(
    write: (draft: string) => Promise<string | null>,
    says: (path: string) => string,
  ): Promise<void> {
    return this.edited(async (draft) => {
      const path = await write(draft);
      if (path) this.room.notices.tell(says(path));
    });
  }

  /** Has the backend edit the text as it is, or write it; edits come by themselves. */
  private edited(edit: (draft: string) => Promise<void>): Promise<void> {
    return this.settled(async (draft) => {
      await edit(draft);
      this.room.focusText();
    });
  }

  /** Does something with the draft that is open, once the backend has all that was typed. */
  private settled(act: (draft: string) => Promise<void>): Promise<void> {
    const { room } = this;
    return room.attempt(async () => {
      const { draft } = room;
      if (!draft) return;
      room.asking = null;
      await draft.settled();
      await act(draft.draft);
    });
  }
}
