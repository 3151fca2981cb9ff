/** The bar that finds in the text: what is looked for, how, and what is known of it. */
import { tick } from 'svelte';
import type { Found, Sought } from '../editor';
import { texts } from '../texts';
import type { Room } from './room.svelte';

/** How a selection may look to be taken for what is looked for. */
const ONE_LINE = /^[^\n]{1,120}$/;

const NOTHING: Found = { count: 0, at: 0, bad: false };

/** What can be asked of a search beside its words. */
export type Option = 'matchCase' | 'wholeWord' | 'regexp';

/** Each with its sign, its name and the letter that it has with Alt. */
export const switches: { option: Option; sign: string; name: string; letter: string }[] = [
  { option: 'matchCase', sign: 'Aa', name: texts.matchCase, letter: 'c' },
  { option: 'wholeWord', sign: 'W', name: texts.wholeWord, letter: 'w' },
  { option: 'regexp', sign: '.*', name: texts.regexp, letter: 'r' },
];

/** Which of them a key event stands for. */
export function switched(event: KeyboardEvent): Option | undefined {
  const alone = event.altKey && !event.ctrlKey && !event.metaKey;
  const letter = event.key.toLowerCase();
  return alone ? switches.find((one) => one.letter === letter)?.option : undefined;
}

export class Find {
  open = $state(false);
  /** Whether the second line, with what comes instead, is there. */
  replacing = $state(false);
  words = $state('');
  by = $state('');
  options = $state<Record<Option, boolean>>({ matchCase: false, wholeWord: false, regexp: false });
  found = $state.raw<Found>(NOTHING);
  /** Brings the keyboard to the field, with its words selected; set by the bar. */
  focusField: () => void = () => {};

  /** What is said of it beside the field. */
  readonly says: string = $derived.by(() => {
    const { count, at, bad } = this.found;
    if (!this.open || this.words === '') return '';
    if (bad) return texts.notRegexp;
    return count > 0 ? texts.findAt(at, count) : texts.notInText;
  });

  constructor(private readonly room: Room) {}

  private get sought(): Sought {
    return { ...this.options, words: this.words };
  }

  /** Opens the bar, with the selected words if there are some on one line. */
  async show(replacing = false): Promise<void> {
    const { draft, companion } = this.room;
    if (!draft) return;
    await companion.bare();
    if (this.room.asking === 'everywhere') this.room.asking = null;
    // A selected match is not taken for new words: it may have been found by a pattern.
    if (this.found.at === 0 && ONE_LINE.test(draft.selected)) this.words = draft.selected;
    this.replacing = replacing || (this.open && this.replacing);
    this.open = true;
    this.again();
    await tick();
    this.focusField();
  }

  /** Looks again, after the words or the way have become others and, not to `go` there, the text. */
  again(go = true): void {
    if (!this.open) return;
    this.room.editor?.seek(this.sought, go);
    this.found = this.room.editor?.found() ?? this.found;
  }

  seek(words: string): void {
    this.words = words;
    this.again();
  }

  toggle(option: Option): void {
    this.options[option] = !this.options[option];
    this.again();
  }

  /** On to the next or back; without the bar it is opened first. */
  step(by: -1 | 1): void {
    if (this.open) this.room.editor?.step(by);
    else void this.show();
  }

  replace(): void {
    this.room.editor?.replace(this.by);
  }

  replaceAll(): void {
    const count = this.room.editor?.replaceAll(this.by) ?? 0;
    if (count > 0) this.room.notices.tell(texts.replaced(count));
  }

  /** Closes the bar; the caret stays on what was found last. */
  close(): true {
    this.open = false;
    this.replacing = false;
    this.room.editor?.seek(null);
    this.found = NOTHING;
    this.room.focusText();
    return true;
  }
}
