/**
 * How a key's call travels: in a way that the page waits for, so that the answer is there in the key's own
 * task and both halves of the window share one paint. An asynchronous answer lands when the page is already
 * painting, and the preview then waits for a second paint.
 *
 * WebKitGTK hands a page's prompt to the app, which answers it in the place of a person: two messages between
 * two processes. Elsewhere it is a synchronous request to a protocol of the app's own, which takes eight
 * messages and a third process.
 *
 * The page stands still until the backend answers; so nothing that is slow, and nothing that waits
 * for a disk, may go this way. The start is no exception: there is nothing to show before it.
 */

/** Whether the app is asked by a prompt; on other systems that would put up a dialog. */
const prompts = navigator.platform.startsWith('Linux');

/** A prompt is meant for sentences: what has more UTF-16 units than this, such as a whole text, is requested. */
const LONG = 65_536;

/** Sends `body` as JSON and gives the answer. Throws when there is none. */
export function call<T>(what: 'start' | 'change' | 'plan' | 'resync', body: unknown): T {
  const sent = JSON.stringify(body);
  // The start waits for a draft to be read, which a prompt cannot.
  const asked = prompts && what !== 'start' && sent.length <= LONG ? prompt(sent, what) : null;
  // A page on its way out may not ask, and gets nothing.
  return JSON.parse(asked || requested(what, sent)) as T;
}

function requested(what: string, body: string): string {
  const request = new XMLHttpRequest();
  request.open('POST', `lede://localhost/${what}`, false);
  request.send(body);
  if (request.status !== 200) throw new Error(`the backend did not answer ${what}`);
  return request.responseText;
}
