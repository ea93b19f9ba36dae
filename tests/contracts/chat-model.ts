import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChatModel, ChatRequest, StreamPart } from '#core/models/chat-model.ts';

/** What a contract needs of a provider under test. */
export interface Subject {
  /** A model that answers `request` with some text of several tokens. */
  make(): ChatModel | Promise<ChatModel>;
  /** A model whose provider fails, when it can be made to. */
  makeFailing?(): ChatModel | Promise<ChatModel>;
  /** A model that waits between tokens, for tests of stopping. */
  makeSlow?(): ChatModel | Promise<ChatModel>;
  /** Whether the same seed and sample give the same text. */
  repeatable?: boolean;
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

export const textOf = (parts: readonly StreamPart[]) =>
  parts.map((part) => (part.type === 'text-delta' ? part.text : '')).join('');

/** Every provider passes these tests. */
export function chatModelContract(name: string, subject: Subject): void {
  describe(`${name} keeps the contract of a chat model`, () => {
    it('streams start, warnings, deltas and one finish, in this order', async () => {
      const parts = await collect((await subject.make()).stream(request()));
      const types = parts.map((part) => part.type);
      expect(types[0]).toBe('start');
      expect(types.at(-1)).toBe('finish');
      expect(types.filter((type) => type === 'start' || type === 'finish')).toHaveLength(2);
      expect(types.slice(1, -1).join(' ')).toMatch(/^(?:warning )*(?:text-delta ?)+$/);
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
    });

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
