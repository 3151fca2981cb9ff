/** What is done with drafts as files: they are named, moved, arranged, thrown away and brought back. */
import { tick } from 'svelte';
import type { Arrangement, Entry, Opened } from '../host/host';
import { texts } from '../texts';
import { titleOf } from './arrange';
import type { OpenDraft } from './draft.svelte';
import type { Room } from './room.svelte';

export class Filing {
  /** The draft that is being moved to a folder. */
  moving = $state.raw<Entry | null>(null);
  /** Whether that was asked for in the list, where the keyboard goes back to. */
  private movingInList = false;
  /** Whether the open draft is on its way to another id: what was typed meanwhile would be nobody's. */
  goingOn = $state(false);
  /** Whether the name over the text is a field, to give the draft another. */
  renaming = $state(false);

  constructor(private readonly room: Room) {}

  /** The entry of the draft that is open, if the library has it. */
  get entryHere(): Entry | null {
    const { draft, library } = this.room;
    return library.entry(draft?.draft) ?? null;
  }

  /** A conflict copy of the draft that is open, if there is one. */
  get copyHere(): Entry | null {
    const { draft, library } = this.room;
    return library.entries.find(({ conflict, copyOf }) => conflict && copyOf === draft?.draft) ?? null;
  }

  /** A draft has opened: nothing that was begun with the one before it goes on. */
  begin(): void {
    this.renaming = false;
    // With the draft, so that the text can have the keyboard as soon as it is shown.
    this.goingOn = false;
  }

  /** Makes a copy of a draft beside it, and opens that. */
  duplicate(draft: string): Promise<void> {
    return this.room.switchTo(() => this.room.host.duplicate(draft));
  }

  /** Gives a draft's file another name. */
  rename(draft: string, name: string): Promise<void> {
    return this.goesOn(draft, () => this.room.host.rename(draft, name));
  }

  /** Makes the name over the text a field. */
  async beginRename(): Promise<void> {
    await this.room.backToText();
    this.renaming = true;
  }

  /** Gives the open draft the name in that field, if it is another. */
  async endRename(name: string): Promise<void> {
    const entry = this.entryHere;
    this.renaming = false;
    if (entry && name.trim() !== '' && name.trim() !== entry.name)
      await this.rename(entry.draft, name.trim());
    await tick();
    this.room.focusText();
  }

  /** Asks for the folder of a draft. */
  askWhere(entry: Entry, inList = false): void {
    this.moving = entry;
    this.movingInList = inList;
    this.room.ask('moveDraft');
  }

  /** Moves a draft into a folder, empty for the top of the library; one that is not there yet is made. */
  async move({ draft, folder: before }: Entry, folder: string): Promise<void> {
    const { room } = this;
    room.asking = null;
    if (folder !== before) await this.moveTo(draft, folder);
    await tick();
    // Something else may have been asked meanwhile, and has the keyboard.
    if (!room.asking) this.focusAfterMove();
  }

  private moveTo(draft: string, folder: string): Promise<void> {
    const { host, library, notices } = this.room;
    return this.goesOn(draft, async () => {
      if (folder !== '' && !library.folders.includes(folder)) await host.makeFolder(folder);
      const moved = await host.moveDraft(draft, folder);
      notices.tell(folder === '' ? texts.movedToTop : texts.movedTo(folder));
      return moved;
    });
  }

  /** Brings the keyboard back to where the folder was asked for. */
  focusAfterMove(): void {
    if (this.movingInList) this.room.focusDrafts(this.moving?.draft);
    else this.room.focusText();
  }

  /** The draft goes on under another id; one that is open stays so, with its caret and its history. */
  private async goesOn(draft: string, change: () => Promise<Opened | null>): Promise<void> {
    const here = this.room.draft;
    const open = draft === here?.draft ? here : null;
    if (open) this.goingOn = true;
    try {
      await this.goOn(draft, open, change);
    } finally {
      if (open) this.goingOn = false;
    }
  }

  private goOn(draft: string, open: OpenDraft | null, change: () => Promise<Opened | null>): Promise<void> {
    const { room } = this;
    return room.attempt(async () => {
      const top = open?.top;
      if (open) {
        await room.details.keep();
        await open.settled();
      }
      const renamed = await change();
      if (!open || !renamed) return;
      open.close();
      room.recent.renamed(draft, renamed.draft);
      room.put({ ...renamed, caret: open.caret, top: top ?? null });
    });
  }

  /** Makes a folder in the library. */
  makeFolder(folder: string): Promise<void> {
    const { room } = this;
    room.ask(null);
    return room.attempt(async () => {
      await room.host.makeFolder(folder);
      room.notices.tell(texts.folderMade(folder));
    });
  }

  /** Arranges the list in another way, and keeps that. */
  arrange(change: Partial<Arrangement>): void {
    const { room } = this;
    const arrangement = { ...room.library.arrangement, ...change };
    room.library.arrangement = arrangement;
    void room.attempt(() => room.host.arrange(arrangement));
  }

  /** Folds a folder of the list, or opens it. */
  fold(folder: string, folded: boolean): void {
    const others = this.room.library.arrangement.folded.filter((one) => one !== folder);
    this.arrange({ folded: folded ? [...others, folder] : others });
  }

  /** Puts a draft into the trash, with a way back; one that is open is closed. */
  trash(entry: Entry): Promise<void> {
    const { room } = this;
    const { draft } = entry;
    return room.attempt(async () => {
      if (draft === room.draft?.draft) {
        await room.draft.settled();
        await room.host.trash(draft);
        room.draft.close();
        room.session.bank(room.draft.gained());
        room.draft = null;
      } else {
        await room.host.trash(draft);
      }
      const run = () => void this.restore();
      room.notices.tell(texts.trashed(titleOf(entry)), { label: texts.undo, run });
    });
  }

  /** Brings back what went to the trash last, and opens it. */
  restore(): Promise<void> {
    const { room } = this;
    return room.attempt(async () => {
      const draft = await room.host.restore();
      room.notices.taken(texts.undo);
      await room.open(draft);
    });
  }

  /** Shows a draft's file in the system's own window of files. */
  reveal(draft: string): Promise<void> {
    return this.room.attempt(() => this.room.host.reveal(draft));
  }

  /** Merges a conflict copy into its draft, which is opened for it. */
  async merge({ draft, copyOf }: Entry): Promise<void> {
    const { room } = this;
    if (!copyOf) return;
    await room.open(copyOf);
    // The edits come to a text that the editor shows.
    await tick();
    await room.attempt(async () => {
      if (room.draft?.draft !== copyOf) return;
      await room.draft.settled();
      await room.host.mergeCopy(copyOf, draft);
    });
  }
}
