/** The drafts that were open of late, and the way through them by one key that is held and one that is pressed. */
import type { Entry } from '../host/host';
import { titleOf } from './arrange';
import type { Room } from './room.svelte';

/** As many of them as the switcher shows. */
const SHOWN = 9;
/** Milliseconds after which the switcher is seen: who only wants the draft before is there sooner. */
const SEEN = 120;

export class Recent {
  /** Their ids, the last one first. */
  ids = $state.raw<string[]>([]);
  /** The drafts to choose from while the switcher is open. */
  choice = $state.raw<Entry[]>([]);
  at = $state(0);
  seen = $state(false);
  /** Whether the key that holds the switcher open is down. */
  held = false;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly room: Room) {}

  get open(): boolean {
    return this.choice.length > 0;
  }

  opened(draft: string): void {
    this.ids = [draft, ...this.ids.filter((id) => id !== draft)];
  }

  renamed(from: string, to: string): void {
    this.ids = this.ids.map((id) => (id === from ? to : id));
  }

  /** On to the next in hand; without a key that is held it is opened at once. */
  step(by: 1 | -1): void {
    if (!this.open && !this.begin(by)) return;
    const { length } = this.choice;
    this.at = (this.at + by + length) % length;
    const now = this.choice[this.at];
    if (now) this.room.notices.spoken = titleOf(now);
    if (!this.held) this.release();
  }

  private begin(by: 1 | -1): boolean {
    const { library, draft } = this.room;
    const entries = new Map(library.entries.map((entry) => [entry.draft, entry]));
    const choice = this.ids.flatMap((id) => entries.get(id) ?? []).slice(0, SHOWN);
    const isHere = choice[0]?.draft === draft?.draft;
    if (choice.length < (isHere ? 2 : 1)) return false;
    this.choice = choice;
    // From a draft that is not among them, the first step on leads to the first.
    this.at = isHere || by < 0 ? 0 : -1;
    this.waiting = setTimeout(() => (this.seen = true), SEEN);
    return true;
  }

  /** A key went down. Only one that is pressed says what is held: one that is told for it has modifiers too. */
  heard({ isTrusted, ctrlKey, altKey, metaKey }: KeyboardEvent): void {
    if (isTrusted) this.held = ctrlKey || altKey || metaKey;
  }

  /** A key that can hold it is up. */
  letGo(): void {
    this.held = false;
    if (this.open) this.release();
  }

  /** The window has lost the keyboard, and will not hear that a key goes up. */
  away(): void {
    this.held = false;
    this.cancel();
  }

  /** The key that held it is up: what is in hand is opened. */
  release(): void {
    const chosen = this.choice[this.at];
    this.cancel();
    if (chosen) void this.room.open(chosen.draft);
  }

  /** Opens one of them, whatever is in hand. */
  choose(at: number): void {
    this.at = at;
    this.release();
  }

  /** Closes it and stays; says whether it was open. */
  cancel(): boolean {
    const wasOpen = this.open;
    clearTimeout(this.waiting);
    this.choice = [];
    this.seen = false;
    return wasOpen;
  }
}
