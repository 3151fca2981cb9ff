/** What was written since the start, and how long was written today. */
import type { Host } from '../host/host';

/** Milliseconds after a key in which the next ones are not looked at: the way of a key has other things to do. */
const GLANCE = 1000;
const MINUTE = 60_000;

export class Session {
  /** Words that drafts gained which are not open any more. */
  private banked = $state(0);
  /** The minutes of today; null before they are known. */
  minutes = $state<number | null>(null);
  private counting = false;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private minute = -1;

  constructor(
    private readonly host: Host,
    private readonly written: () => number,
  ) {}

  /** Words more than at the start, over all drafts; what was taken out counts against what was put in. */
  get words(): number {
    return this.banked + this.written();
  }

  /** A draft is let go that gained so many words. */
  bank(words: number): void {
    this.banked += words;
  }

  /** Whether minutes are counted: only if the person wants to see them is anything kept of them. */
  async count(on: boolean): Promise<void> {
    this.counting = on;
    if (on) this.minutes = await this.host.writingMinutes(null);
  }

  /** A key was pressed. The first in a minute is told, and the clock is looked at once a second at most. */
  keyed(now: () => number = Date.now): void {
    if (!this.counting || this.waiting !== undefined) return;
    this.waiting = setTimeout(() => (this.waiting = undefined), GLANCE);
    const pressed = now();
    const minute = Math.floor(pressed / MINUTE);
    if (minute === this.minute) return;
    this.minute = minute;
    void this.tell(pressed);
  }

  /** The clock is a comfort: that it cannot be told is no reason to trouble anybody. */
  private async tell(pressed: number): Promise<void> {
    const minutes = await this.host.writingMinutes(pressed).catch(() => null);
    if (minutes !== null) this.minutes = minutes;
  }
}
