/** The front matter of the open draft as a form. */
import type { Detail, Field, FieldValue, Details as Read } from '../host/host';
import type { Room } from './room.svelte';

/** What the form asks for, in its order. */
export const fields: Field[] = [
  'title',
  'subtitle',
  'date',
  'tags',
  'author',
  'lang',
  'slug',
  'canonicalUrl',
  'image',
  'state',
  'goal',
];

/** What a field says as one line. */
export function line(value: FieldValue | undefined): string {
  return typeof value === 'string' ? value : (value ?? []).join(', ');
}

/** What a line says in a field: tags are a list, parted by commas. */
export function value(field: Field, typed: string): FieldValue {
  if (field !== 'tags') return typed.trim();
  return typed
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}

export class Details {
  read = $state.raw<Read>({ fields: [], others: [], trouble: null });
  /** Brings the keyboard to the first field; set by the pane. */
  focus: () => void = () => {};
  private asked = 0;
  /** What stands in a field and is not written yet. */
  private typed: { draft: string; field: Field; text: string } | null = null;

  constructor(private readonly room: Room) {}

  /** The field as it stands, if it does. */
  of(field: Field): Detail | undefined {
    return this.read.fields.find((one) => one.field === field);
  }

  /** Reads the form of the open draft anew; an answer that another one has overtaken says nothing. */
  async load(): Promise<void> {
    const turn = ++this.asked;
    await this.room.attempt(async () => {
      const { draft, host } = this.room;
      if (!draft) return;
      const read = await host.details(draft.draft);
      if (turn === this.asked) this.read = read;
    });
  }

  /** A letter was typed into a field. */
  typing(field: Field, text: string): void {
    const { draft } = this.room;
    this.typed = draft && { draft: draft.draft, field, text };
  }

  /** Writes what was typed into the front matter, one undo; nothing where it says that already. */
  async set(field: Field, text: string): Promise<void> {
    this.typing(field, text);
    await this.keep();
    await this.load();
  }

  /** As `set`, with what was typed last: a field that goes away with its pane says no more of it. */
  async keep(): Promise<void> {
    const { typed } = this;
    this.typed = null;
    if (!typed) return;
    const wanted = value(typed.field, typed.text);
    if (line(wanted) === line(this.of(typed.field)?.value)) return;
    await this.room.attempt(async () => {
      await this.room.draft?.settled();
      await this.room.host.setDetail(typed.draft, typed.field, wanted);
    });
  }
}
