/** Sentences as the backend would say them, for its twin and for tests. */
import type { Code, Sentence } from './host';
import { Refused } from './host';

export function said(code: Code, english: string, ...about: string[]): Sentence {
  return { code, about, english };
}

/** A no that offers nothing to do. */
export function refused(code: Code, english: string, ...about: string[]): Refused {
  return new Refused({ said: said(code, english, ...about), action: 'none' });
}
