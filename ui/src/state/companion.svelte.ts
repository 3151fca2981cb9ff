/** What is open beside the text: the preview, the checks or the history, and the way to what they point at. */
import { tick } from 'svelte';
import type { Choice } from '../editor';
import { texts } from '../texts';
import { History } from './history.svelte';
import type { Room } from './room.svelte';

export type Pane = 'preview' | 'checks' | 'history' | 'details';

/** The panes in their order, each with its name and its key. */
export const panes: { pane: Pane; name: string; key: string }[] = [
  { pane: 'preview', name: texts.preview, key: 'Ctrl+3' },
  { pane: 'checks', name: texts.checks, key: 'Ctrl+4' },
  { pane: 'history', name: texts.history, key: 'Ctrl+5' },
  { pane: 'details', name: texts.details, key: 'Ctrl+6' },
];

export class Companion {
  pane = $state<Pane>('preview');
  readonly history: History;
  /** Brings the keyboard to the list of earlier texts, or to the conflict in hand; set by the pane. */
  focusList: () => void = () => {};
  focusConflict: () => void = () => {};

  constructor(private readonly room: Room) {
    this.history = new History(room);
  }

  /** Opens a pane and brings the keyboard there; asked for again, it goes back to the text. */
  async toggle(pane: Pane): Promise<void> {
    if (this.pane === pane && this.room.overlay === 'companion') return this.close();
    await this.open(pane);
    if (pane === 'history') this.focusList();
    if (pane === 'checks') this.room.checks.focusList();
    if (pane === 'details') this.room.details.focus();
  }

  /** Opens a pane; in a narrow window over the text. */
  async open(pane: Pane): Promise<void> {
    await this.put(pane);
    await tick();
  }

  /** Puts a pane there at once; what it shows may come later. */
  private async put(pane: Pane): Promise<void> {
    this.room.overlay = 'companion';
    if (this.pane !== pane) this.history.leave();
    this.pane = pane;
    if (pane === 'history') await this.history.load();
  }

  /** Back to the text, with the preview beside it. */
  close(): void {
    this.pane = 'preview';
    void this.room.backToText();
  }

  /** How much in a pane wants a look. */
  wanting(pane: Pane): number {
    const { draft } = this.room;
    if (pane === 'history') return draft?.conflicts.length ?? 0;
    return pane === 'checks' ? (draft?.findings.count ?? 0) : 0;
  }

  /** Takes an earlier text away that lies in the place of the text, so that something can be shown there. */
  async bare(): Promise<void> {
    if (!this.history.shown) return;
    this.history.leave();
    await tick();
  }

  /** Another draft has been opened. */
  begin(): void {
    this.history.forget();
    if (this.pane === 'history') void this.history.load();
  }

  /** On to the next conflict, or back; around the ends. */
  async nextConflict(step: 1 | -1 = 1): Promise<void> {
    const { draft, notices } = this.room;
    if (!draft || draft.conflicts.length === 0) return;
    notices.taken(texts.showThem);
    // The next key is meant for the conflict: it must not wait for the list of earlier texts, and go into the text.
    void this.put('history');
    const count = draft.conflicts.length;
    const at = draft.inHand + step;
    await this.hold(at < 0 ? count - 1 : at);
  }

  /** Takes a conflict in hand, by its place in the list, and brings it into sight and the keyboard to it. */
  async hold(at: number): Promise<void> {
    await this.bare();
    this.room.draft?.hold(at);
    await tick();
    this.focusConflict();
  }

  /** Decides the conflict in hand; after the last one the keyboard goes back to the text. */
  async settle(choice: Choice): Promise<void> {
    await this.bare();
    this.room.draft?.settle(choice);
    await this.settled();
  }

  async settleAll(choice: Choice): Promise<void> {
    await this.bare();
    this.room.draft?.settleAll(choice);
    await this.settled();
  }

  private async settled(): Promise<void> {
    const left = this.room.draft?.conflicts.length ?? 0;
    this.room.notices.taken(texts.showThem);
    this.room.notices.spoken = left > 0 ? texts.placesLeft(left) : texts.allChosen;
    await tick();
    if (left > 0) this.focusConflict();
    else this.room.focusText();
  }

  /** Opens what came out of the journal, beside the text as it is. */
  async showRecovered(drafts: string[]): Promise<void> {
    this.room.notices.taken(texts.showRecovered);
    const here = this.room.draft?.draft;
    const draft = here !== undefined && drafts.includes(here) ? here : drafts[0];
    if (draft !== undefined && draft !== here) await this.room.open(draft);
    await this.open('history');
    const newest = this.history.snapshots?.find(({ why }) => why === 'recovered');
    if (newest) await this.history.show(newest.id);
    this.focusList();
  }
}
