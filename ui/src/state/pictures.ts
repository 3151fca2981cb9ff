/** Pictures on their way into the text: each is kept beside the draft first, and the text bears its path. */
import { texts } from '../texts';
import type { Room } from './room.svelte';

export class Pictures {
  /** Writes pictures into the text where the caret is; set by the editor. */
  put: (files: readonly File[]) => void = () => {};

  constructor(private readonly room: Room) {}

  /** Keeps pictures beside the draft; gives the path of each that could be kept, and asks for their words. */
  keep(files: readonly File[]): Promise<string[]> {
    return this.kept(files.map((file) => (draft) => this.room.host.keepPicture(draft, file)));
  }

  /** As `keep`, with the picture that is on the clipboard. */
  paste(): Promise<string[]> {
    return this.kept([(draft) => this.room.host.pastePicture(draft)]);
  }

  private async kept(keeping: ((draft: string) => Promise<string | null>)[]): Promise<string[]> {
    const { room } = this;
    const draft = room.draft?.draft;
    const paths: string[] = [];
    if (draft === undefined) return paths;
    for (const keep of keeping) {
      await room.attempt(async () => {
        const path = await keep(draft);
        if (path !== null) paths.push(path);
      });
    }
    if (paths.length > 0) room.notices.tell(texts.sayWhatItShows(paths.length));
    return paths;
  }

  /** Asks for pictures and writes them into the text. */
  choose(): void {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/png,image/jpeg,image/gif,image/webp,image/avif';
    input.multiple = true;
    input.addEventListener('change', () => this.put([...(input.files ?? [])]));
    input.click();
  }
}
