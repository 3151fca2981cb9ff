/** A draft of the list is dragged onto a folder, or onto a draft of one. */
import type { Room } from '../state/room.svelte';

/** Pixels before a press becomes a drag. */
const BEGINS = 6;

/** The folder of whatever lies at a place of the window: of a draft its own, of the list itself the top. */
function folderAt(room: Room, event: PointerEvent): string | null {
  const under = document.elementFromPoint(event.clientX, event.clientY);
  const draft = under?.closest<HTMLElement>('[data-draft]')?.dataset.draft;
  const entry = room.library.entry(draft);
  return entry?.folder ?? under?.closest<HTMLElement>('[data-folder]')?.dataset.folder ?? null;
}

/** Follows a press on a draft's row; `tell` hears over which folder it is, and null when it is over. */
export function dragToFolder(press: PointerEvent, room: Room, tell: (folder: string | null) => void): void {
  const row = (press.target as HTMLElement).closest<HTMLElement>('.row');
  const entry = room.library.entry(row?.closest<HTMLElement>('[data-draft]')?.dataset.draft);
  if (!row || !entry || press.button !== 0) return;
  const dropped = new AbortController();
  const { signal } = dropped;
  let to: string | null = null;
  let dragged = false;
  const move = (event: PointerEvent) => {
    dragged ||= Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) > BEGINS;
    if (!dragged) return;
    to = folderAt(room, event);
    tell(to ?? '');
  };
  const end = () => {
    dropped.abort();
    tell(null);
    if (!dragged) return;
    // The click that ends a drag must not also open the draft.
    const swallow = (click: MouseEvent) => click.stopPropagation();
    window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
    if (to !== null) void room.filing.move(entry, to);
  };
  const stop = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    to = null;
    event.stopPropagation();
    end();
  };
  window.addEventListener('pointermove', move, { signal });
  window.addEventListener('pointerup', end, { signal });
  window.addEventListener('pointercancel', end, { signal });
  window.addEventListener('keydown', stop, { signal, capture: true });
}
