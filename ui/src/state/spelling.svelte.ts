/** What the person does with words that are in no dictionary. */
import type { Word } from '../editor';
import { texts } from '../texts';
import type { Room } from './room.svelte';

export class Spelling {
  constructor(private readonly room: Room) {
    room.host.on('draftSpelt', ({ draft, spelt }) => {
      if (draft === room.draft?.draft) room.draft.spelt(spelt);
    });
  }

  /** The misspelt word at the caret. */
  get here(): Word | null {
    return this.room.draft?.wordHere() ?? null;
  }

  /** On to the next misspelt word, or back; around the ends. */
  async next(step: 1 | -1): Promise<void> {
    const { draft, notices } = this.room;
    if (!draft) return;
    await this.room.toText();
    const word = draft.goToWord(step);
    this.room.focusText();
    if (word) notices.spoken = texts.misspelt(word.text);
    else notices.tell(texts.noMisspelt(draft.spelledBy));
  }

  /** What could be meant by a word; nothing where nobody knows. */
  async suggestions(word: Word): Promise<string[]> {
    const { draft, host } = this.room;
    let meant: string[] = [];
    await this.room.attempt(async () => {
      if (draft) meant = await host.suggestions(draft.draft, word.text);
    });
    return meant;
  }

  /** Writes a word as it was meant. */
  take(word: Word, meant: string): void {
    const { draft, companion, notices } = this.room;
    if (!draft) return;
    const done = draft.respell(word, meant);
    companion.history.refresh();
    if (done) notices.spoken = texts.respelt(word.text, meant);
    else notices.tell(texts.touched);
  }

  /** Puts a word among the person's own: it is right in every draft. */
  add(word: string): Promise<void> {
    const { host } = this.room;
    return this.settle(word, texts.wordAdded(word), (on) => host.ownWord(word, on));
  }

  /** Lets a word pass in this draft. */
  ignore(word: string): Promise<void> {
    const { draft, host } = this.room;
    const pass = async (on: boolean) => {
      if (draft) await host.passWord(draft.draft, word, on);
    };
    return this.settle(word, texts.ignoredOne(`“${word}”`), pass);
  }

  /** Marks a word again that was let pass in this draft. */
  takeUp(word: string): Promise<void> {
    return this.room.attempt(async () => {
      const { draft, host } = this.room;
      if (draft) await host.passWord(draft.draft, word, false);
    });
  }

  private settle(word: string, sentence: string, keep: (on: boolean) => Promise<void>): Promise<void> {
    const { draft, notices } = this.room;
    return this.room.attempt(async () => {
      draft?.passWord(word);
      const takeBack = () => {
        notices.taken(texts.undo);
        void this.room.attempt(() => keep(false));
      };
      notices.tell(sentence, { label: texts.undo, run: takeBack });
      await keep(true);
    });
  }
}
