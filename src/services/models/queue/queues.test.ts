import { describe, expect, it } from 'vitest';
import type { StreamPart } from '#core/models/chat-model.ts';
import type { ModelError } from '#core/models/model-error.ts';
import type { TrafficState } from '#core/models/traffic.ts';
import { chatModelContract, textOf } from '../../../../tests/contracts/chat-model.ts';
import { FakeTimers, settled } from '../../../../tests/support/fake-timers.ts';
import { ScriptedModel, type ScriptedCall } from '../../../../tests/support/scripted-model.ts';
import { ModelQueues, type QueueLimits } from './queues.ts';

const request = { messages: [{ role: 'user' as const, content: 'Hi' }], parameters: {}, sample: 0, seed: 0 };
const greets = (call: ScriptedCall) => void call.say('Hel').say('lo').finish();
const tooMany: ModelError = { kind: 'rate-limited', retryable: true };

function setup({ answer, ...limits }: { answer?: (call: ScriptedCall) => void } & Partial<QueueLimits> = {}) {
  const timers = new FakeTimers();
  const queues = new ModelQueues({ timers, luck: () => 0.5 });
  const scripted = new ScriptedModel({ id: 'c/m', ...(answer ? { answer } : {}) });
  const model = queues.wrap({ id: 'c', concurrency: 2, ...limits }, scripted);
  const ask = (signal?: AbortSignal) => {
    const parts: StreamPart[] = [];
    const done = (async () => {
      for await (const part of model.stream({ ...request, ...(signal ? { signal } : {}) })) parts.push(part);
      return parts;
    })();
    return { parts, done };
  };
  return { timers, queues, scripted, ask };
}

/** Fails so many times, then greets. */
function fails(times: number, error: Partial<ModelError>) {
  let left = times;
  return (call: ScriptedCall) => void (left-- > 0 ? call.fail(error) : greets(call));
}

chatModelContract('a queued model', {
  make: () => new ModelQueues().wrap({ id: 'c', concurrency: 2 }, new ScriptedModel({ answer: counts })),
  makeFailing: () =>
    new ModelQueues().wrap(
      { id: 'c', concurrency: 2 },
      new ScriptedModel({ answer: (call) => call.fail({ kind: 'unauthorized', retryable: false }) }),
    ),
});
function counts(call: ScriptedCall) {
  const most = call.request.parameters.maxTokens ?? 10;
  for (let i = 0; i < Math.min(most, 10); i++) call.say(`${i} `);
  call.finish(most < 10 ? 'length' : 'stop');
}

describe('the queue of a connection', () => {
  it('lets so many through at once, the others in their order', async () => {
    const { scripted, queues, ask } = setup();
    const asked = [ask(), ask(), ask(), ask()];
    await settled();
    expect(scripted.calls).toHaveLength(2);
    expect(queues.state('c')).toEqual({ active: 2, queued: 2, limit: 2 });
    greets(scripted.calls[1]!);
    await asked[1]!.done;
    await settled();
    expect(scripted.calls).toHaveLength(3);
    for (const call of [0, 2]) greets(scripted.calls[call]!);
    await settled();
    greets(scripted.calls[3]!);
    expect((await Promise.all(asked.map(({ done }) => done))).map(textOf)).toEqual(Array(4).fill('Hello'));
    expect(queues.state('c')).toEqual({ active: 0, queued: 0, limit: 2 });
  });

  it('lets so many through a minute', async () => {
    const { scripted, timers, ask } = setup({ answer: greets, requestsPerMinute: 2 });
    const asked = [ask(), ask(), ask()];
    await settled();
    expect(scripted.calls).toHaveLength(2);
    await timers.advance(59_999);
    expect(scripted.calls).toHaveLength(2);
    await timers.advance(1);
    expect(scripted.calls).toHaveLength(3);
    await Promise.all(asked.map(({ done }) => done));
    expect(timers.count).toBe(0);
  });

  it('lets go of whoever gives up, waiting or under way, and keeps no timer', async () => {
    const { scripted, queues, timers, ask } = setup({ concurrency: 1, answer: fails(1, tooMany) });
    const abort = new AbortController();
    const [one, two] = [ask(abort.signal), ask(abort.signal)];
    await settled();
    expect(queues.state('c')).toMatchObject({ active: 0, queued: 2, pause: { attempt: 2 } });
    abort.abort();
    expect((await one.done).at(-1)?.type).toBe('start');
    expect(await two.done).toEqual([]);
    expect(queues.state('c')).toMatchObject({ active: 0, queued: 0 });
    expect(timers.count).toBe(0);
    expect(scripted.calls).toHaveLength(1);
  });

  it('gives a place back when nobody reads on', async () => {
    const { queues, scripted } = setup({ answer: greets });
    const model = queues.wrap({ id: 'c', concurrency: 2 }, scripted);
    for await (const part of model.stream(request)) if (part.type === 'text-delta') break;
    expect(queues.state('c').active).toBe(0);
  });
});

describe('a call that fails before its first word', () => {
  it('is tried again after what the server asks for, and starts once', async () => {
    const { scripted, timers, ask } = setup({ answer: fails(1, { ...tooMany, retryAfterInMs: 7000 }) });
    const { done, parts } = ask();
    await settled();
    expect(parts.map(({ type }) => type)).toEqual(['start']);
    await timers.advance(6999);
    expect(scripted.calls).toHaveLength(1);
    await timers.advance(1);
    expect((await done).map(({ type }) => type)).toEqual(['start', 'text-delta', 'text-delta', 'finish']);
    expect(scripted.calls).toHaveLength(2);
  });

  it('waits longer each time where the server says nothing', async () => {
    const { scripted, timers, queues, ask } = setup({ answer: fails(3, tooMany) });
    const { done } = ask();
    const waits: (number | undefined)[] = [];
    for (let i = 0; i < 3; i++) {
      await settled();
      waits.push(timers.next);
      expect(queues.state('c').pause).toMatchObject({ error: tooMany, attempt: i + 2, attempts: 6 });
      await timers.advance(timers.next ?? 0);
    }
    expect(waits).toEqual([1000, 2000, 4000]); // half of 2, 4, 8 seconds
    expect(textOf(await done)).toBe('Hello');
    expect(scripted.calls).toHaveLength(4);
  });

  it('makes the others wait when there were too many, and none when it alone failed', async () => {
    for (const [error, waits] of [
      [tooMany, 2],
      [{ kind: 'overloaded', retryable: true } as const, 1],
    ] as const) {
      const { scripted, queues, timers, ask } = setup();
      const asked = [ask(), ask(), ask()];
      await settled();
      scripted.calls[0]!.fail(error);
      await settled();
      expect(queues.state('c').queued).toBe(waits);
      await timers.advance(10_000);
      for (let call = 1; call < 4; call++) {
        await settled();
        const next = scripted.calls[call];
        if (next) greets(next);
      }
      expect((await Promise.all(asked.map(({ done }) => done))).map(textOf)).toEqual(['Hello', 'Hello', 'Hello']);
    }
  });

  it('comes before those that have not had a turn yet', async () => {
    const { scripted, timers, ask } = setup({ concurrency: 1 });
    const asked = [ask(), ask()];
    await settled();
    scripted.calls[0]!.fail(tooMany);
    await settled();
    await timers.advance(1000);
    scripted.calls[1]!.say('again').finish();
    await settled();
    scripted.calls[2]!.say('first').finish();
    expect((await Promise.all(asked.map(({ done }) => done))).map(textOf)).toEqual(['again', 'first']);
  });

  it('is tried at once when the person says so', async () => {
    const { scripted, queues, timers, ask } = setup({ answer: fails(1, { ...tooMany, retryAfterInMs: 50_000 }) });
    const states: TrafficState[] = [];
    queues.watch('c', (state) => states.push(state));
    const { done } = ask();
    await settled();
    expect(states.at(-1)?.pause?.until).toBe(timers.now() + 50_000);
    queues.tryNow('c');
    expect(textOf(await done)).toBe('Hello');
    expect(scripted.calls).toHaveLength(2);
    expect(queues.state('c')).not.toHaveProperty('pause');
    expect(timers.count).toBe(0);
  });

  it('is given up when it has been tried often enough, with the last error', async () => {
    const { scripted, timers, ask } = setup({ answer: (call) => void call.fail({ ...tooMany, detail: 'no' }) });
    const { done } = ask();
    await settled();
    while (timers.count > 0) await timers.advance(timers.next ?? 0);
    expect((await done).at(-1)).toEqual({ type: 'error', error: { ...tooMany, detail: 'no' } });
    expect(scripted.calls).toHaveLength(6);
  });

  it.each<[string, Partial<ModelError>]>([
    ['nothing will change', { kind: 'unauthorized', retryable: false }],
    ['the wait would be too long to watch', { ...tooMany, retryAfterInMs: 86_400_000 }],
  ])('is not tried again when %s', async (_, error) => {
    const { scripted, timers, ask } = setup({ answer: (call) => void call.fail(error) });
    expect((await ask().done).at(-1)).toMatchObject({ type: 'error', error });
    expect(scripted.calls).toHaveLength(1);
    expect(timers.count).toBe(0);
  });

  it('says each warning once', async () => {
    let tries = 0;
    const { timers, ask } = setup({
      answer: (call) => {
        call.warn('topP');
        if (++tries === 1) call.fail(tooMany);
        else greets(call);
      },
    });
    const { done } = ask();
    await settled();
    await timers.advance(5000);
    expect((await done).filter(({ type }) => type === 'warning')).toHaveLength(1);
  });
});

describe('a call that fails after its first word', () => {
  it('keeps what it said and leaves the rest to the person', async () => {
    const error = { kind: 'broken-stream', retryable: true } as const;
    const { scripted, ask } = setup({ answer: (call) => void call.say('Hel').fail(error) });
    expect((await ask().done).slice(1)).toEqual([
      { type: 'text-delta', text: 'Hel' },
      { type: 'error', error },
    ]);
    expect(scripted.calls).toHaveLength(1);
  });
});

it('asks less at once after a spell of refusals', async () => {
  const { queues, scripted, timers, ask } = setup({ concurrency: 10 });
  const asked = Array.from({ length: 10 }, () => ask());
  await settled();
  for (const call of scripted.calls) call.fail(tooMany);
  await settled();
  expect(queues.state('c')).toMatchObject({ active: 0, queued: 10, limit: 8 });
  await timers.advance(1000);
  expect(queues.state('c')).toMatchObject({ active: 8, queued: 2 });
  for (let call = 10; call < 20; call++) {
    greets(scripted.calls[call]!);
    await settled();
  }
  expect((await Promise.all(asked.map(({ done }) => done))).map(textOf)).toEqual(Array(10).fill('Hello'));
});
