/**
 * The hash of a text by which window and backend find out that they have parted: over its UTF-16
 * units, below 2^53. `WindowHash` in the store is the same on the other side, and has the formula.
 */
export function fingerprint(chunks: Iterable<string>): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at++) {
      const unit = chunk.charCodeAt(at);
      a = Math.imul(a ^ unit, 2654435761);
      b = Math.imul(b ^ unit, 1597334677);
    }
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
