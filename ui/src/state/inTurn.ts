/** Things that are sent one after the other, where only the latest counts. */

/**
 * Sends what it is given, never two at once, so that an older one cannot arrive last; what has been
 * overtaken before its turn is not sent. The promise is kept when nothing waits any more.
 */
export function inTurn<T>(send: (latest: T) => Promise<void>): (latest: T) => Promise<void> {
  let waiting: { latest: T } | null = null;
  let underWay: Promise<void> | null = null;

  async function go(): Promise<void> {
    try {
      while (waiting) {
        const { latest } = waiting;
        waiting = null;
        await send(latest);
      }
    } finally {
      underWay = null;
    }
  }

  return (latest) => {
    waiting = { latest };
    if (!underWay) underWay = go();
    return underWay;
  };
}
