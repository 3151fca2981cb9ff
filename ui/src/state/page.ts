/** A copied page that is pasted into a draft without words. */
import { Refused } from '../host/host';
import { texts } from '../texts';
import type { OpenDraft } from './draft.svelte';
import type { Room } from './room.svelte';
import { worded } from './worded';

/** Makes the page the text of the open draft: whether it was one; null where there are words. */
export function pastePage(room: Room, html: string): Promise<boolean> | null {
  const { draft } = room;
  return draft && draft.words === 0 ? take(room, draft, html) : null;
}

async function take({ host, notices }: Room, draft: OpenDraft, html: string): Promise<boolean> {
  try {
    await draft.settled();
    const leftOut = await host.pastePage(draft.draft, html);
    if (leftOut.length > 0) notices.tell(texts.pageLeftOut(leftOut.map((what) => worded(what))));
    return true;
  } catch (error) {
    // What is no page is pasted as words; so is what cannot come in as one.
    if (error instanceof Refused) return false;
    throw error;
  }
}
