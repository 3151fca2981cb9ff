/** How a picture travels to the backend: as bytes, by the app's own protocol. */
import type { Trouble } from './bindings';
import { Refused } from './host';

/** Has a picture kept beside a draft, and gives its path from the draft's folder. */
export async function keepPicture(draft: string, picture: File): Promise<string> {
  const path = `${encodeURIComponent(draft)}/${encodeURIComponent(picture.name || 'picture')}`;
  const answer = await fetch(`lede://localhost/picture/${path}`, {
    method: 'POST',
    body: await picture.arrayBuffer(),
  });
  if (!answer.ok) throw new Refused((await answer.json()) as Trouble);
  return (await answer.json()) as string;
}
