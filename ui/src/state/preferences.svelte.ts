/** The person's settings: each change shows at once, and is kept for the next start. */
import { type Settings, usualSettings } from '../host/host';
import { texts } from '../texts';
import { withModels } from './goals';
import { inTurn } from './inTurn';
import type { Room } from './room.svelte';

/** Pixels of a character of the text, as a part of its size: the mean of each face. */
const CHARACTER: Record<string, number> = { serif: 576 / (66 * 18), duospace: 0.6 };

export class Preferences {
  settings = $state<Settings>({ ...usualSettings });
  /** When the settings are kept as they are. */
  kept: Promise<void> = Promise.resolve();
  private readonly keepInTurn = inTurn((settings: Settings) =>
    this.room.attempt(() => this.room.host.keepSettings(settings)),
  );

  constructor(private readonly room: Room) {}

  /** The width of the text in pixels. */
  get measure(): number {
    const { measure, textSize, textFont } = this.settings;
    return Math.round(measure * textSize * (CHARACTER[textFont] ?? 0.5));
  }

  /** Changes settings, and keeps all of them. */
  keep(change: Partial<Settings>): void {
    this.settings = { ...this.settings, ...change };
    this.kept = this.keepInTurn(this.settings);
  }

  /** Greys all but the paragraph, or keeps the line in the middle; and says that it does. */
  toggle(way: 'focus' | 'typewriter'): void {
    this.keep({ [way]: !this.settings[way] });
    this.room.notices.spoken = texts.ways[way](this.settings[way]);
  }

  /** Shows what was written in this session and how long today, or does not; and says so. */
  toggleSession(): Promise<void> {
    const { room } = this;
    const session = !this.settings.session;
    this.keep({ session });
    room.notices.spoken = texts.sessionOn(session);
    return room.attempt(() => room.session.count(session));
  }

  /** Fills the screen with the window, or does not any more. */
  fullScreen(): Promise<void> {
    const { room } = this;
    return room.attempt(async () => this.keep({ fullScreen: await room.host.fullScreen() }));
  }

  /** Goes on from the system's light to light, to dark, and back. */
  nextTheme(): void {
    const order = ['system', 'light', 'dark'];
    const theme = order[(order.indexOf(this.settings.theme) + 1) % order.length] ?? 'system';
    this.keep({ theme });
  }

  /** Takes the bands of these drafts for the goals, and shows them. */
  takeModels(drafts: string[]): Promise<void> {
    const { room } = this;
    return room.attempt(async () => {
      const { goals } = this.settings;
      const models = await room.host.bandsOf(drafts, goals.unit);
      this.keep({ goals: withModels(goals, models) });
      room.asking = 'goals';
      room.notices.tell(texts.modelsTaken(drafts.length));
    });
  }
}
