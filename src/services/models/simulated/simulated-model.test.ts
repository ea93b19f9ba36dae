import { describe, expect, it, vi } from 'vitest';
import { simulate } from '#core/simulator/simulate.ts';
import { chatModelContract, collect, textOf } from '../../../../tests/contracts/chat-model.ts';
import { SimulatedModel, type Complete } from './simulated-model.ts';

const directly: Complete = (request) => Promise.resolve(simulate(request));

const saying = (text: string) =>
  new SimulatedModel({
    size: 'small',
    complete: () =>
      Promise.resolve({ text, finishReason: 'stop', explanation: { instructions: [], unread: [], decisions: [] } }),
  });

chatModelContract('the simulated model', {
  make: () => new SimulatedModel({ size: 'medium', complete: directly }),
  makeFailing: () => new SimulatedModel({ size: 'medium', complete: () => Promise.reject(new Error('worker gone')) }),
  makeSlow: () =>
    new SimulatedModel({ size: 'medium', complete: directly, pace: { beforeFirstToken: 20, perToken: 20 } }),
  makeSaying: (text) => saying(text),
  makeSilent(when) {
    let reach = () => {};
    const reached = new Promise<void>((resolve) => (reach = resolve));
    const complete: Complete = (request) => {
      reach();
      return directly(request);
    };
    const wait = 3_600_000;
    const pace = when === 'before' ? { beforeFirstToken: wait, perToken: 0 } : { beforeFirstToken: 0, perToken: wait };
    // Its timers are the global ones, which are counted with time running.
    return { model: new SimulatedModel({ size: 'medium', complete, pace }), reached, timers: () => 0 };
  },
  ignores: { topP: 0.5, reasoningEffort: 'high' },
  repeatable: true,
});

const request = { messages: [{ role: 'user' as const, content: 'Hello' }], parameters: {}, sample: 0, seed: 0 };

describe('the voice', () => {
  it('speaks every character of the answer, whatever its script', async () => {
    const text = '  Élan — 1 234,50 €\n\n- ﷽ שלום 👩‍👩‍👧 {"a": [1, 2]}\t\n';
    expect(textOf(await collect(saying(text).stream(request)))).toBe(text);
  });

  it('finishes an empty answer', async () => {
    expect((await collect(saying('').stream(request))).map((part) => part.type)).toEqual(['start', 'finish']);
  });

  it('warns that it does not sample from a nucleus', async () => {
    const parts = await collect(saying('Yes.').stream({ ...request, parameters: { topP: 0.5 } }));
    expect(parts[1]).toEqual({ type: 'warning', setting: 'topP', reason: 'ignored' });
  });

  it('takes the time it is told to take', async () => {
    vi.useFakeTimers();
    try {
      let clock = 0;
      const model = new SimulatedModel({
        size: 'large',
        pace: { beforeFirstToken: 100, perToken: 10 },
        now: () => clock,
        complete: () =>
          Promise.resolve({
            text: 'one two three',
            finishReason: 'stop',
            explanation: { instructions: [], unread: [], decisions: [] },
          }),
      });
      const done = collect(model.stream(request));
      for (let step = 0; step < 30; step++) {
        clock += 10;
        await vi.advanceTimersByTimeAsync(10);
      }
      const finish = (await done).at(-1);
      expect(finish).toMatchObject({
        type: 'finish',
        timings: { firstTokenInMs: expect.toSatisfy((ms: number) => ms >= 90 && ms <= 120) as number },
      });
    } finally {
      vi.useRealTimers();
    }
  });
});
