/**
 * Which rows of a long list are drawn. The web view walks over each row with every frame, also over one out
 * of sight, so that a thousand of them would slow every key; those that are far are as high and empty.
 */

/** As many rows as are all drawn. */
const FEW = 100;
/** How many rows are drawn beyond those that are seen, on either side. */
const BEYOND = 30;

/** The rows from `first` up to `end`, which is left out. */
export interface Near {
  first: number;
  end: number;
}

/** The first rows, before anybody has scrolled. */
export const TOP: Near = { first: 0, end: FEW };

/** Whether a row is drawn, of so many. */
export function isNear({ first, end }: Near, at: number, count: number): boolean {
  return count <= FEW || (first <= at && at < end);
}

/**
 * Which rows are drawn where those from `top` to `bottom` are seen, in pixels from the first; the rows that are
 * drawn `now`, as long as they are enough. `heights` are those of all rows.
 */
export function near(now: Near, heights: readonly number[], top: number, bottom: number): Near {
  let [first, end, reached] = [0, 0, 0];
  for (const height of heights) {
    if (reached >= bottom) break;
    reached += height;
    end++;
    if (reached <= top) first = end;
  }
  if (now.first <= first && end <= now.end) return now;
  return { first: Math.max(first - BEYOND, 0), end: end + BEYOND };
}
