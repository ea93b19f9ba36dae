import { describe, expect, it } from 'vitest';
import { Turns } from './turns.ts';

describe('turns', () => {
  it('are taken one after the other, in the order of asking', async () => {
    const turns = new Turns();
    const order: string[] = [];
    const first = await turns.take();
    const second = turns.take().then((end) => (order.push('second'), end!()));
    const third = turns.take().then((end) => (order.push('third'), end!()));
    order.push('first');
    first!();
    await Promise.all([second, third]);
    expect(order).toEqual(['first', 'second', 'third']);
  });

  it('are given up at once by those who stop waiting, and those behind them still wait for those before', async () => {
    const turns = new Turns();
    const first = await turns.take();
    const stop = new AbortController();
    const second = turns.take(stop.signal);
    let third = false;
    const behind = turns.take().then((end) => ((third = true), end!()));
    stop.abort();
    expect(await second).toBeUndefined();
    await Promise.resolve();
    expect(third).toBe(false);
    first!();
    await behind;
    expect(third).toBe(true);
  });

  it('are not given to one who has stopped before asking', async () => {
    const turns = new Turns();
    expect(await turns.take(AbortSignal.abort())).toBeUndefined();
    expect(await turns.take()).toBeTypeOf('function');
  });
});
