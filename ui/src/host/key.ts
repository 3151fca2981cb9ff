/**
 * How a key's call travels: a synchronous request to a protocol of the app's own, so that the answer
 * is there in the key's own task and both halves of the window share one paint. An asynchronous
 * answer lands when the page is already painting, and the preview then waits for a second paint.
 *
 * The page stands still until the backend answers; so nothing that is slow, and nothing that waits
 * for a disk, may go this way. The start is no exception: there is nothing to show before it.
 */

/** Sends `body` as JSON and gives the answer. Throws when there is none. */
export function call<T>(what: 'start' | 'change' | 'plan' | 'resync', body: unknown): T {
  const request = new XMLHttpRequest();
  request.open('POST', `lede://localhost/${what}`, false);
  request.send(JSON.stringify(body));
  if (request.status !== 200) throw new Error(`the backend did not answer ${what}`);
  return JSON.parse(request.responseText) as T;
}
