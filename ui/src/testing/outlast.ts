/** What an open draft does at its pauses is over before the page of a test file goes. */
import { afterAll } from 'vitest';

/** Milliseconds: a little more than the longest of those pauses that tests do not wait for themselves. */
const LONGEST = 150;

afterAll(() => new Promise((resolve) => setTimeout(resolve, LONGEST)));
