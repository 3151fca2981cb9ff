/** The keys that are still on their way to the page when the window is to close. */
import type { Host } from '../host/host';

/** Milliseconds between two looks for them. */
const KEYS_ARRIVE = 20;
/** So many looks in a row must find none. */
const QUIET_LOOKS = 6;

/**
 * Waits until no more of them come; `heard` says how many did so far. The way to the backend and back leads
 * past the keys that wait there, however slow the machine is.
 */
export async function quiet(host: Host, heard: () => number): Promise<void> {
  for (let looks = 0; looks < QUIET_LOOKS; ) {
    const before = heard();
    await host.caughtUp();
    await new Promise((resolve) => setTimeout(resolve, KEYS_ARRIVE));
    looks = heard() === before ? looks + 1 : 0;
  }
}
