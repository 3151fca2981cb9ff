/** What the person can set beside what the window begins with. */
import type { Preferences as Kept } from '../host/host';
import type { Room } from './room.svelte';

/** Pixels of a character of the text, as a part of its size: the mean of the text's face. */
const CHARACTER = 576 / (66 * 18);

export class Preferences {
  kept = $state.raw<Kept | null>(null);

  constructor(private readonly room: Room) {}

  /** The width of the text in pixels. */
  get measure(): number {
    return Math.round((this.kept?.measure ?? 66) * this.room.settings.textSize * CHARACTER);
  }

  load(): Promise<void> {
    return this.room.attempt(async () => {
      this.kept = await this.room.host.preferences();
    });
  }

  /** Keeps a change; what the world refuses stays as it was. */
  keep(change: Partial<Kept>): Promise<void> {
    return this.room.attempt(async () => {
      const { kept } = this;
      if (!kept) return;
      const wanted = { ...kept, ...change };
      await this.room.host.keepPreferences(wanted);
      this.kept = wanted;
    });
  }
}
