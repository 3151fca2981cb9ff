/** FNV-1a over UTF-16 units, 32 bits: what both sides compare after a second of quiet. */
export function fingerprint(chunks: Iterable<string>): number {
  let hash = 0x811c9dc5;
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at++) {
      hash = Math.imul(hash ^ chunk.charCodeAt(at), 0x01000193);
    }
  }
  return hash >>> 0;
}
