import { expect, it } from 'vitest';
import { inTurn } from './inTurn';

it('sends one after the other, and of those that waited only the latest', async () => {
  const sent: string[] = [];
  const done: (() => void)[] = [];
  const send = inTurn(async (what: string) => {
    sent.push(`${what} goes`);
    await new Promise<void>((resolve) => done.push(resolve));
    sent.push(`${what} there`);
  });
  const all = ['one', 'two', 'three'].map(send);
  expect(sent).toEqual(['one goes']);
  done[0]?.();
  await new Promise((resolve) => setTimeout(resolve));
  expect(sent).toEqual(['one goes', 'one there', 'three goes']);
  done[1]?.();
  await Promise.all(all);
  expect(sent.at(-1)).toBe('three there');
  void send('four');
  expect(sent.at(-1)).toBe('four goes');
});
