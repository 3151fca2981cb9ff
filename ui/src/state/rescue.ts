/** Ways into safety for a text that is not in its file. */
import type { Action } from '../host/host';
import { texts } from '../texts';
import type { Room } from './room.svelte';

/** What the status line offers to do. */
export type Rescue = 'retry' | 'saveElsewhere' | 'chooseFolder' | 'copyText';

/** The offers for a trouble; a text at risk can always be copied. */
export function rescues(action: Action): Rescue[] {
  if (action === 'retry') return ['retry', 'copyText'];
  if (action === 'saveElsewhere') return ['saveElsewhere', 'copyText'];
  if (action === 'chooseFolder') return ['saveElsewhere', 'chooseFolder', 'copyText'];
  return ['copyText'];
}

/** Goes one of these ways with the open draft, all that was typed included. */
export function rescue(room: Room, how: Rescue): Promise<void> {
  if (how === 'retry') return room.save();
  if (how === 'chooseFolder') return room.chooseLibrary();
  return room.attempt(async () => {
    const { draft, host, notices } = room;
    if (!draft) return;
    await draft.settled();
    if (how === 'copyText') {
      await host.copyText(draft.draft);
      notices.tell(texts.textCopied);
      return;
    }
    const path = await host.saveElsewhere(draft.draft);
    if (path) notices.tell(texts.savedAs(path));
  });
}
