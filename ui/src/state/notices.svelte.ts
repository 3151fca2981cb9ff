/** What the window says in a line of its own, and what a screen reader is told. */

/** A sentence at the foot of the window, and what it offers to do. */
export interface Notice {
  sentence: string;
  action?: { label: string; run: () => void };
}

/** Milliseconds that a notice with nothing at stake stays. */
const NOTICE = 8000;

export class Notices {
  private passing = $state.raw<Notice | null>(null);
  private standing = $state.raw<Notice | null>(null);
  /** The one that is seen: what stands comes back when what passes has gone. */
  readonly shown: Notice | null = $derived(this.passing ?? this.standing);
  spoken = $state('');
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** The one that is seen beside the sentence of a text at risk: nothing that can wait, and nothing said twice. */
  beside(risk: string): Notice | null {
    return this.passing && this.passing.sentence === risk ? null : this.passing;
  }

  /** Says something that goes by itself. */
  tell(sentence: string, action?: Notice['action']): void {
    this.warn(sentence, action);
    this.timer = setTimeout(() => this.dismiss(), NOTICE);
  }

  /** Says what went wrong or wants a look: it stays until the person has seen it, or there is more to say. */
  warn(sentence: string, action?: Notice['action']): void {
    this.passing = action ? { sentence, action } : { sentence };
    this.spoken = sentence;
    clearTimeout(this.timer);
  }

  /** Says something that nothing else takes the place of. */
  stand(sentence: string, action: Notice['action']): void {
    this.standing = action ? { sentence, action } : { sentence };
    this.spoken = sentence;
  }

  /** What was offered under this label has been done: the notices that offer it go. */
  taken(label: string): void {
    if (this.passing?.action?.label === label) this.passing = null;
    if (this.standing?.action?.label === label) this.standing = null;
  }

  dismiss(): void {
    if (this.passing) this.passing = null;
    else this.standing = null;
  }
}
