/** The menu at a place of the window: what can be done there, each entry with the key that does it too. */
import { tick } from 'svelte';
import type { Word } from '../editor';
import { texts } from '../texts';
import { commands, keyOf } from './commands';
import type { Room } from './room.svelte';

/** What a menu offers. */
export interface Item {
  label: string;
  run: () => unknown;
  /** The key that does the same, as it is written for the person. */
  key?: string;
  /** What it is about, in small. */
  about?: string;
  /** Whether it is what one hardly ever wants. */
  soft?: boolean;
  /** Whether it can do nothing now. */
  off?: boolean;
}

/** Items that belong together, below what they are about. */
export interface Section {
  says?: string;
  why?: string;
  items: Item[];
}

/** Where the menu has its place: below or above this line. */
export interface Place {
  left: number;
  top: number;
  bottom: number;
}

/** What the menu is asked for. */
interface Asked {
  /** What a screen reader calls it. */
  name: string;
  place: Place;
  /** What it offers, as of now. */
  sections: () => Section[];
  /** Brings the keyboard back to where it was. */
  back: () => void;
}

/** Milliseconds that a menu waits for what could be meant by a word; it can come later too. */
const SOON = 150;

/** The deeds of the text's menu, by the ids of their commands. */
const EDITS = [['cut', 'copy', 'paste', 'pastePlain'], ['bold', 'italic', 'link', 'footnote'], ['selectAll']];

export class Menu {
  asked = $state.raw<Asked | null>(null);
  readonly sections: Section[] = $derived(
    (this.asked?.sections() ?? []).filter(({ items, says }) => items.length > 0 || says),
  );
  /** What could be meant by the word that it is about; null while nobody has said. */
  private meant = $state.raw<string[] | null>(null);
  private opening = false;
  /** So many menus have been asked for: what is said late belongs to an older one. */
  private times = 0;

  constructor(private readonly room: Room) {}

  /** Opens what can be done about the words at the caret, or closes it. */
  mend(): Promise<void> {
    return this.atCaret(async () => {
      const { draft, spelling, notices } = this.room;
      const word = spelling.here;
      const finding = word ? (draft?.findings.now ?? -1) : (draft?.findingHere() ?? -1);
      if (!word && finding < 0) return notices.tell(texts.nothingHere);
      if (!word) draft?.holdFinding(finding);
      await this.show(word, finding, () => []);
    });
  }

  /** Opens all that can be done with the text at the caret; below `left` where a pointer asked for it. */
  ofText(left?: number): Promise<void> {
    return this.atCaret(async () => {
      const { draft, spelling } = this.room;
      await this.show(spelling.here, draft?.findings.now ?? -1, () => this.edits(), left);
    });
  }

  /** Opens what a row of a list offers. */
  ofRow(name: string, items: Item[], place: Place, back: () => void): void {
    this.asked = { name, place, sections: () => [{ items }], back };
  }

  /** Closes the menu; the keyboard is back where it was. */
  close(): void {
    const back = this.asked?.back;
    this.asked = null;
    back?.();
  }

  /** Does what an item offers, with the menu gone. */
  choose({ run }: Item): void {
    this.close();
    run();
  }

  private async atCaret(open: () => Promise<void>): Promise<void> {
    if (this.asked) return this.close();
    if (!this.room.draft || this.opening) return;
    this.opening = true;
    try {
      await this.room.toText();
      await open();
    } finally {
      this.opening = false;
    }
  }

  private async show(
    word: Word | null,
    finding: number,
    edits: () => Section[],
    left?: number,
  ): Promise<void> {
    const { draft, spelling } = this.room;
    const mine = ++this.times;
    this.meant = null;
    if (word) {
      const meant = spelling.suggestions(word).then((said) => {
        if (mine === this.times) this.meant = said;
      });
      await Promise.race([meant, new Promise((resolve) => setTimeout(resolve, SOON))]);
      // The person has gone on meanwhile.
      if (draft !== this.room.draft || spelling.here?.from !== word.from) return;
    }
    const line = draft?.caretBox(word?.from);
    if (!line) return;
    const found = draft?.findings.get(finding);
    const says = word ? texts.misspelt(word.text) : found && texts.finding(found.message, found.kind);
    this.asked = {
      name: says ?? texts.menuOfText,
      // Never over the words that it is about.
      place: { ...line, left: left ?? line.left },
      sections: () => [...this.about(word), ...this.of(finding), ...edits()],
      back: () => this.room.focusText(),
    };
    await tick();
  }

  /** What can be done about a misspelt word. */
  private about(word: Word | null): Section[] {
    if (!word) return [];
    const { spelling } = this.room;
    const says = this.meant === null ? texts.lookingFor : texts.nothingLike(word.text);
    const meant = (this.meant ?? []).map((label): Item => ({ label, run: () => spelling.take(word, label) }));
    return [
      { ...(meant.length === 0 ? { says } : {}), items: meant },
      {
        items: [
          { ...this.command('addWord'), soft: true, run: () => spelling.add(word.text) },
          { ...this.command('passWord'), soft: true, run: () => spelling.ignore(word.text) },
        ],
      },
    ];
  }

  /** What can be done about a finding; nothing once its words have been touched. */
  private of(id: number): Section[] {
    const { draft, checks } = this.room;
    const finding = draft?.findings.get(id);
    if (!finding) return [];
    const fixes = finding.fixes.map(
      ({ label }, which): Item => ({ label, run: () => checks.mend(id, which) }),
    );
    const ignore = { label: texts.ignore, soft: true, run: () => checks.ignore(finding) };
    const { rule } = finding;
    const heedRule = () => checks.heedRule(rule, false);
    const ignoreRule = { label: texts.ignoreRule, about: rule, soft: true, run: heedRule };
    return [{ says: finding.message, why: finding.reason, items: [...fixes, ignore, ignoreRule] }];
  }

  private edits(): Section[] {
    return EDITS.map((ids) => ({ items: ids.map((id) => this.command(id)) }));
  }

  /** A command of the table as an item. */
  private command(id: string): Item {
    const command = commands.find((one) => one.id === id);
    if (!command) throw new Error(`there is no command ${id}`);
    const { name, ready } = command;
    const key = keyOf(this.room, command);
    const off = ready?.(this.room) === false;
    // The sheet of keys says more of a key than an entry needs.
    const label = name.replace(/:.*/, '');
    return { label, key, off, run: () => command.run(this.room) };
  }
}
