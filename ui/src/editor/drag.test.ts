import { expect, test } from 'vitest';
import { dropPlace } from './drag';

/** Three points of 100 pixels each. */
const edges = [0, 100, 200, 300];

test('dropped where it was, a point stays', () => expect(dropPlace(edges, 2, 150)).toBe(2));
test('above the middle of the first, it becomes the first', () => expect(dropPlace(edges, 3, 40)).toBe(1));
test('below the middle of the last, it becomes the last', () => expect(dropPlace(edges, 1, 260)).toBe(3));
test('short of the next one’s middle, it stays', () => expect(dropPlace(edges, 1, 140)).toBe(1));
