import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChatModel, ChatRequest, StreamPart } from '#core/models/chat-model.ts';
import type { Parameters } from '#core/prompts/prompt.ts';

/** What a contract needs of a provider under test. */
export interface Subject {
  /** A model that answers `request` with some text of several tokens. */
  make(): ChatModel | Promise<ChatModel>;
  /** A model whose provider fails, when it can be made to. */
  makeFailing?(): ChatModel | Promise<ChatModel>;
  /** A model that waits between tokens, for tests of stopping. */
  makeSlow?(): ChatModel | Promise<ChatModel>;
  /** A model that falls silent, before its first word or after it. */
  makeSilent?(when: 'before' | 'after'): Silent | Promise<Silent>;
  /** A model that says this text, cut into pieces wherever it hurts. */
  makeSaying?(text: string): ChatModel | Promise<ChatModel>;
  /** Parameters that it does not follow, and says so. */
  ignores?: Parameters;
  /** Whether its provider counts the tokens. */
  reportsUsage?: boolean;
  /** Whether the same seed and sample give the same text. */
  repeatable?: boolean;
}

/** A model that says no more until it is stopped. */
export interface Silent {
  model: ChatModel;
  /** Resolves when the request has arrived where it is not answered. */
  reached: Promise<void>;
  /** Timers of the provider that are running. */
  timers(): number;
}

const request = (more: Partial<ChatRequest> = {}): ChatRequest => ({
  messages: [{ role: 'user', content: 'Write five sentences about bread.' }],
  parameters: {},
  sample: 0,
  seed: 0,
  ...more,
});

export async function collect(stream: AsyncIterable<StreamPart>): Promise<StreamPart[]> {
  const parts: StreamPart[] = [];
  for await (const part of stream) parts.push(part);
  return parts;
}

/** Whether something happens in so few turns of the event loop that nothing can have been waited for. */
async function soon(happening: Promise<unknown>): Promise<boolean> {
  let happened = false;
  void happening.then(() => (happened = true));
  const begun = performance.now();
  // A connection that is closed takes some turns, and a browser some milliseconds.
  for (let turn = 0; !happened && (turn < 200 || performance.now() - begun < 100); turn++) {
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return happened;
}

export const textOf = (parts: readonly StreamPart[]) =>
  parts.map((part) => (part.type === 'text-delta' ? part.text : '')).join('');

/** Every provider passes these tests. */
export function chatModelContract(name: string, subject: Subject): void {
  // The first call loads what the provider stands on, which takes long where much else is going on.
  describe(`${name} keeps the contract of a chat model`, { timeout: 30_000 }, () => {
    it('streams start, warnings, deltas and one finish, in this order', async () => {
      const parts = await collect((await subject.make()).stream(request()));
      const types = parts.map((part) => part.type);
      expect(types[0]).toBe('start');
      expect(types.at(-1)).toBe('finish');
      expect(types.filter((type) => type === 'start' || type === 'finish')).toHaveLength(2);
      expect(types.slice(1, -1).join(' ')).toMatch(/^(?:warning )*(?:reasoning-delta )*(?:text-delta ?)+$/);
    });

    it('says something, in more than one piece, none of them empty', async () => {
      const parts = (await collect((await subject.make()).stream(request()))).filter(
        (part) => part.type === 'text-delta',
      );
      expect(parts.length).toBeGreaterThan(1);
      expect(parts.every((part) => part.text !== '')).toBe(true);
    });

    it('counts tokens and time', async () => {
      const finish = (await collect((await subject.make()).stream(request()))).at(-1);
      if (finish?.type !== 'finish') throw new Error('no finish');
      expect(finish.usage.inputTokens).toBeGreaterThan(0);
      expect(finish.usage.outputTokens).toBeGreaterThan(0);
      expect(finish.timings.totalInMs).toBeGreaterThanOrEqual(finish.timings.firstTokenInMs);
      expect(finish.timings.firstTokenInMs).toBeGreaterThanOrEqual(0);
      if (subject.reportsUsage !== undefined) expect(finish.usage.estimated).toBe(!subject.reportsUsage);
    });

    it.runIf(subject.ignores)('says which settings it does not follow, before it speaks', async () => {
      const parts = await collect((await subject.make()).stream(request({ parameters: subject.ignores! })));
      const warnings = parts.filter((part) => part.type === 'warning');
      expect(warnings.map(({ setting }) => setting)).toEqual(
        expect.arrayContaining(Object.keys(subject.ignores!)) as unknown,
      );
      expect(parts.slice(1, 1 + warnings.length)).toEqual(warnings);
    });

    it.runIf(subject.makeSaying)('speaks every character of any script, however it is cut', async () => {
      const text = 'Élan — 1 234,50 € — ﷽ שלום 👩‍👩‍👧 𝄞 日本語 e\u0301\n\n{"a": [1]}';
      expect(textOf(await collect((await subject.makeSaying!(text)).stream(request())))).toBe(text);
    });

    it.runIf(subject.makeSilent).for(['before', 'after'] as const)(
      'is stopped at once while it is silent (%s its first word), and leaves no timer behind',
      async (when) => {
        const { model, reached, timers } = await subject.makeSilent!(when);
        const controller = new AbortController();
        const parts: StreamPart[] = [];
        let spoke: () => void = () => {};
        const spoken = new Promise<void>((resolve) => (spoke = resolve));
        const done = (async () => {
          for await (const part of model.stream(request({ signal: controller.signal }))) {
            parts.push(part);
            if (part.type === 'text-delta') spoke();
          }
        })();
        await (when === 'before' ? reached : spoken);
        controller.abort();
        expect(await soon(done)).toBe(true);
        expect(parts.some((part) => part.type === 'finish' || part.type === 'error')).toBe(false);
        expect(timers()).toBe(0);
      },
    );

    it('stops at the most tokens and says so', async () => {
      const parts = await collect((await subject.make()).stream(request({ parameters: { maxTokens: 5 } })));
      expect(parts.at(-1)).toMatchObject({ type: 'finish', reason: 'length' });
    });

    it('says nothing when it is aborted before it begins', async () => {
      const controller = new AbortController();
      controller.abort();
      const parts = await collect((await subject.make()).stream(request({ signal: controller.signal })));
      expect(parts.some((part) => part.type === 'finish' || part.type === 'error' || part.type === 'text-delta')).toBe(
        false,
      );
    });

    it('ends without a finish and without an error when it is aborted in the middle', async () => {
      const controller = new AbortController();
      const parts: StreamPart[] = [];
      for await (const part of (await subject.make()).stream(request({ signal: controller.signal }))) {
        parts.push(part);
        if (part.type === 'text-delta') controller.abort();
      }
      expect(parts.filter((part) => part.type === 'text-delta')).toHaveLength(1);
      expect(parts.some((part) => part.type === 'finish' || part.type === 'error')).toBe(false);
    });

    it.runIf(subject.repeatable)(
      'gives the same text for the same seed and sample, and another for others',
      async () => {
        const model = await subject.make();
        const text = async (more: Partial<ChatRequest>) => textOf(await collect(model.stream(request(more))));
        expect(await text({ seed: 3, sample: 1 })).toBe(await text({ seed: 3, sample: 1 }));
        const several = await Promise.all([0, 1, 2, 3, 4].map((seed) => text({ seed })));
        expect(new Set(several).size).toBeGreaterThan(1);
      },
    );

    it.runIf(subject.makeFailing)('hands a failure over as data, and as the last part', async () => {
      const parts = await collect((await subject.makeFailing!()).stream(request()));
      expect(parts.at(-1)).toMatchObject({
        type: 'error',
        error: { kind: expect.any(String) as string, retryable: expect.any(Boolean) as boolean },
      });
    });

    describe.runIf(subject.makeSlow)('with time running', () => {
      beforeEach(() => void vi.useFakeTimers());
      afterEach(() => void vi.useRealTimers());

      it('leaves no timer behind when it is stopped', async () => {
        const controller = new AbortController();
        const done = collect((await subject.makeSlow!()).stream(request({ signal: controller.signal })));
        await vi.advanceTimersByTimeAsync(50);
        controller.abort();
        await done;
        expect(vi.getTimerCount()).toBe(0);
      });
    });
  });
}
