/** What the backend says, in the language of the window. */
import type { Sentence } from '../host/host';
import { texts, type Wordings } from '../texts';

/** The language's own wording where it has one, else the English of the backend. */
export function worded({ code, about, english }: Sentence, wordings: Wordings = texts.said): string {
  return wordings[code]?.(...about) ?? english;
}
