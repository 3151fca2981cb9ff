/** Numbers from 0 up to 1 as if by chance, the same ones each time for a seed. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    // The minimal standard generator of Park and Miller.
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
