import { expect, it } from 'vitest';
import { inOrder } from './in-order.ts';

/** Items that a test lets in, and work that it lets end. */
function setup() {
  const ends = new Map<number, (error?: Error) => void>();
  const begun: number[] = [];
  const work = (item: number) =>
    new Promise<string>((resolve, reject) => {
      begun.push(item);
      ends.set(item, (error) => (error ? reject(error) : resolve(`done ${item}`)));
    });
  return { ends, begun, work };
}
const turns = () => new Promise((resolve) => setTimeout(resolve, 0));

async function* numbers(count: number, error?: Error) {
  for (let i = 0; i < count; i++) yield i;
  if (error) throw error;
}

it('works on so many at once and keeps their order', async () => {
  const { ends, begun, work } = setup();
  const results: string[] = [];
  const all = (async () => {
    for await (const result of inOrder(numbers(5), 2, work)) results.push(result);
  })();
  await turns();
  expect(begun).toEqual([0, 1]);
  ends.get(1)!();
  await turns();
  expect([begun, results]).toEqual([[0, 1, 2], []]);
  ends.get(0)!();
  await turns();
  expect([begun, results]).toEqual([
    [0, 1, 2, 3],
    ['done 0', 'done 1'],
  ]);
  for (const item of [3, 2]) ends.get(item)!();
  await turns();
  ends.get(4)!();
  await all;
  expect(results).toEqual([0, 1, 2, 3, 4].map((item) => `done ${item}`));
});

it('gives a result before the next item is there', async () => {
  let next: (item: number) => void = () => {};
  async function* asked() {
    yield 1;
    yield await new Promise<number>((resolve) => (next = resolve));
  }
  const results = inOrder(asked(), 4, (item) => Promise.resolve(item * 10));
  expect((await results.next()).value).toBe(10);
  await turns();
  next(2);
  expect((await results.next()).value).toBe(20);
  expect((await results.next()).done).toBe(true);
});

it('gives what came before an item that cannot be read', async () => {
  const results: number[] = [];
  const all = (async () => {
    for await (const one of inOrder(numbers(3, new Error('line 4')), 2, (item) => Promise.resolve(item)))
      results.push(one);
  })();
  await expect(all).rejects.toThrow('line 4');
  expect(results).toEqual([0, 1, 2]);
});

it('does not read far ahead of a slow one', async () => {
  const { ends, begun, work } = setup();
  const all = inOrder(numbers(1000), 2, (item) => (item === 0 ? work(item) : Promise.resolve(`done ${item}`)));
  const first = all.next();
  for (let turn = 0; turn < 50; turn++) await turns();
  let read = 0;
  ends.get(0)!();
  expect((await first).value).toBe('done 0');
  expect(begun).toEqual([0]);
  for await (const _ of all) read += 1;
  expect(read).toBe(999);
});
