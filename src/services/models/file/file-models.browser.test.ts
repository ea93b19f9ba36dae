import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatRequest } from '#core/models/chat-model.ts';
import type { FileConnection } from '#core/models/connection.ts';
import type { LocalModelState } from '#core/models/local-models.ts';
import { chatModelContract, collect, textOf } from '../../../../tests/contracts/chat-model.ts';
import { tinyGguf } from '../../../../tests/support/tiny-gguf.ts';
import { FileModels } from './file-models.ts';
import type { Runtime } from './local-engine.ts';
import type { ChatChunk } from './wllama-runtime.ts';
import { KeptFiles } from './kept-files.ts';

const gguf = new File([tinyGguf({ endScore: 1 })], 'tiny.gguf');

const connection = (id = 'tiny', more: Partial<FileConnection> = {}): FileConnection => ({
  kind: 'file',
  id,
  name: 'Tiny',
  model: 'tiny',
  prices: {},
  file: { name: gguf.name, sizeInBytes: gguf.size },
  kept: false,
  threads: 1,
  contextInTokens: 512,
  ...more,
});

const request = (more: Partial<ChatRequest> = {}): ChatRequest => ({
  messages: [{ role: 'user', content: 'Say something.' }],
  parameters: {},
  sample: 0,
  seed: 0,
  ...more,
});

const models = new FileModels();
beforeAll(() => models.take('tiny', gguf));
afterAll(() => models.unload());

chatModelContract('a model from a file', {
  make: () => models.open(connection(), 'tiny'),
  makeFailing: () => models.open(connection('nowhere'), 'tiny'),
  ignores: { reasoningEffort: 'low' },
  reportsUsage: true,
  repeatable: true,
});

/** Its own program is asked through what is under test; only what it would say is the test's. */
function spoken(chat: Runtime['chat']) {
  const models = new FileModels({ load: () => Promise.resolve({ threads: 1, chat, exit: () => {} }) });
  models.take('tiny', gguf);
  return models.open(connection(), 'tiny');
}
const saying = (content: string): ChatChunk => ({ choices: [{ delta: { content } }] });

chatModelContract('a model from a file that says what a test tells it', {
  make: () =>
    spoken((question, onChunk) => {
      for (const word of ['One', ' two', ' three']) onChunk(saying(word));
      onChunk({ choices: [{ finish_reason: question.max_tokens ? 'length' : 'stop' }] });
      return Promise.resolve();
    }),
  makeSilent: (when) => {
    let arrived = () => {};
    const reached = new Promise<void>((resolve) => (arrived = resolve));
    const model = spoken((_, onChunk) => {
      if (when === 'after') onChunk(saying('One'));
      arrived();
      return new Promise(() => {});
    });
    return { model, reached, timers: () => 0 }; // it has none of its own
  },
  makeSaying: (text) =>
    spoken((_, onChunk) => {
      for (const unit of text.split('')) onChunk(saying(unit));
      onChunk({ choices: [{ finish_reason: 'stop' }] });
      return Promise.resolve();
    }),
  reportsUsage: false,
});

describe('reasoning of a model from a file', () => {
  const parts = (...chunks: ChatChunk[]) =>
    collect(
      spoken((_, onChunk) => {
        for (const chunk of chunks) onChunk(chunk);
        onChunk({ choices: [{ finish_reason: 'stop' }] });
        return Promise.resolve();
      }).stream(request()),
    );

  it('is kept apart from the answer, marked by tags or by a field', async () => {
    const apart = [
      { type: 'reasoning-delta', text: 'Hm.' },
      { type: 'text-delta', text: 'Yes.' },
    ];
    expect(await parts(saying('<think>Hm.</think>'), saying('\n\nYes.'))).toMatchObject([{}, ...apart, {}]);
    const field: ChatChunk = { choices: [{ delta: { reasoning_content: 'Hm.' } }] };
    expect(await parts(field, saying('Yes.'))).toMatchObject([{}, ...apart, {}]);
  });
});

describe('a model from a file', () => {
  it('counts with its own tokenizer', async () => {
    const finish = (await collect(models.open(connection(), 'tiny').stream(request()))).at(-1);
    expect(finish).toMatchObject({ type: 'finish', usage: { estimated: false } });
  });

  it('counts a question before it is asked as it counts it afterwards, without asking it', async () => {
    const model = models.open(connection(), 'tiny');
    const questions: ChatRequest['messages'][] = [
      [{ role: 'user', content: 'Say something.' }],
      [
        { role: 'system', content: 'Be brief: été 🍞' },
        { role: 'user', content: 'the and of where' },
        { role: 'assistant', content: 'a' },
        { role: 'user', content: 'the time' },
      ],
    ];
    const counted: number[] = [];
    for (const messages of questions) {
      const finish = (await collect(model.stream(request({ messages, parameters: { maxTokens: 1 } })))).at(-1);
      if (finish?.type === 'finish') counted.push(finish.usage.inputTokens);
    }
    expect(await models.countTokens('tiny', questions)).toEqual(counted);
    expect(await models.countTokens('another', questions)).toBeUndefined();
  });

  it('speaks whole characters only', async () => {
    const parts = await collect(
      models.open(connection(), 'tiny').stream(request({ seed: 9, parameters: { maxTokens: 120 } })),
    );
    expect(textOf(parts)).toMatch(/[é你🍞…—]/u);
    expect(textOf(parts)).not.toContain('\uFFFD');
    expect(parts.every((part) => part.type !== 'text-delta' || !/\p{Surrogate}/u.test(part.text))).toBe(true);
  });

  it('stops at a text it was told to stop at', async () => {
    const free = textOf(await collect(models.open(connection(), 'tiny').stream(request({ seed: 5 }))));
    const word = free.trim().split(' ')[2]!;
    const stopped = await collect(
      models.open(connection(), 'tiny').stream(request({ seed: 5, parameters: { stop: [word] } })),
    );
    expect(textOf(stopped)).toBe(free.slice(0, free.indexOf(word)));
    expect(stopped.at(-1)).toMatchObject({ type: 'finish', reason: 'stop' });
  });

  it('says in a warning what it does not follow', async () => {
    const parameters = { maxTokens: 3, reasoningEffort: 'low' as const };
    const parts = await collect(models.open(connection(), 'tiny').stream(request({ parameters })));
    expect(parts[1]).toEqual({ type: 'warning', setting: 'reasoningEffort', reason: 'ignored' });
  });

  it('says that a question is too long for its context, and answers the next', async () => {
    const model = models.open(connection(), 'tiny');
    const long = request({ messages: [{ role: 'user', content: 'word '.repeat(400) }] });
    expect((await collect(model.stream(long))).at(-1)).toMatchObject({
      type: 'error',
      error: { kind: 'request-too-large', retryable: false },
    });
    expect((await collect(model.stream(request()))).at(-1)).toMatchObject({ type: 'finish' });
  });

  it('answers several questions one after the other, and forgets those that are given up', async () => {
    const model = models.open(connection(), 'tiny');
    const stop = new AbortController();
    const alone = textOf(await collect(model.stream(request({ seed: 2 }))));
    const many = [request({ seed: 1 }), request({ signal: stop.signal }), request({ seed: 2 })];
    const answers = many.map((one) => collect(model.stream(one)));
    stop.abort();
    const [first, given, last] = await Promise.all(answers);
    expect(first!.at(-1)!.type).toBe('finish');
    expect(given!.some((part) => part.type === 'finish' || part.type === 'error')).toBe(false);
    expect(textOf(last!)).toBe(alone);
  });

  it('has one model in memory, shows it being read, and frees it', async () => {
    const states: LocalModelState[] = [];
    const unwatch = models.watch((state) => states.push(state));
    models.take('other', gguf);
    expect(await models.load(connection('other', { contextInTokens: 256 }))).toBeUndefined();
    const shares = states.flatMap((state) => (state.status === 'loading' ? [state.share] : []));
    expect(states[0]).toEqual({ status: 'empty' });
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(models.state).toEqual({ status: 'ready', connection: 'other', threads: 1, contextInTokens: 256 });
    models.unload();
    expect(models.state).toEqual({ status: 'empty' });
    unwatch();
  });

  it('breaks off what was being answered when it is unloaded, and loads again when it is asked again', async () => {
    const model = models.open(connection(), 'tiny');
    const parts = [];
    for await (const part of model.stream(request())) {
      parts.push(part);
      if (part.type === 'text-delta') models.unload();
    }
    expect(parts.at(-1)).toMatchObject({ type: 'error', error: { kind: 'unavailable', retryable: true } });
    expect((await collect(model.stream(request()))).at(-1)).toMatchObject({ type: 'finish' });
  });

  it('stops loading when it is told to', async () => {
    models.unload();
    const stop = new AbortController();
    const unwatch = models.watch((state) => void (state.status === 'loading' && stop.abort()));
    expect(await models.load(connection(), stop.signal)).toBeUndefined();
    expect(models.state).toEqual({ status: 'empty' });
    unwatch();
  });

  it('says so when the file is no model after all', async () => {
    const bytes = tinyGguf();
    models.take('broken', new File([bytes.subarray(0, bytes.length - 64)], 'broken.gguf'));
    const parts = await collect(models.open(connection('broken'), 'tiny').stream(request()));
    expect(parts.at(-1)).toMatchObject({ type: 'error', error: { kind: 'unavailable' } });
    expect(models.state).toEqual({ status: 'empty' });
  });

  it('is tried as every connection is', async () => {
    expect(await models.probe(connection(), 'tiny')).toMatchObject({ ok: true, streams: true, reportsUsage: true });
    expect(await models.probe(connection('nowhere'), 'tiny')).toMatchObject({
      ok: false,
      error: { kind: 'unavailable' },
    });
    expect(await models.models(connection())).toEqual({ models: ['tiny'] });
  });
});

describe('a file', () => {
  it('is looked into before it is loaded', async () => {
    expect(await models.inspect(gguf)).toMatchObject({
      ok: true,
      header: { name: 'Tiny Nonsense', architecture: 'llama' },
      contextInTokens: 1024,
      threads: { isolated: false, most: 1, suggested: 1 },
    });
    expect(await models.inspect(new File(['no'], 'no.gguf'))).toEqual({ ok: false, problem: 'not-gguf' });
  });

  it('can be kept in private storage and removed', async () => {
    const shares: number[] = [];
    expect(await models.keep('kept', gguf, (share) => shares.push(share))).toBeUndefined();
    expect(shares.at(-1)).toBe(1);
    const later = new FileModels(); // as after a reload
    expect(await later.whereabouts('kept')).toBe('kept');
    const parts = await collect(later.open(connection('kept'), 'tiny').stream(request()));
    expect(parts.at(-1)).toMatchObject({ type: 'finish' });
    await later.forget('kept');
    expect(await later.whereabouts('kept')).toBe('missing');
    expect(later.state).toEqual({ status: 'empty' });
  });

  it('is removed when its connection is gone, but not while one may be being set up', async () => {
    for (const id of ['there', 'gone']) await models.keep(id, gguf);
    const { lastModified } = (await new KeptFiles().open('gone'))!;
    await models.sweep(['there'], lastModified);
    expect(await new FileModels().whereabouts('gone')).toBe('kept');
    await models.sweep(['there'], lastModified + 1);
    expect(await new FileModels().whereabouts('gone')).toBe('missing');
    expect(await new FileModels().whereabouts('there')).toBe('kept');
    await models.forget('there');
  });

  it('is in hand until the page is left when it is not kept', async () => {
    models.take('held', gguf);
    expect(await models.whereabouts('held')).toBe('in-hand');
    expect(await new FileModels().whereabouts('held')).toBe('missing');
  });

  it('leaves nothing behind when keeping is stopped', async () => {
    const stop = new AbortController();
    await models.keep('half', gguf, () => stop.abort(), stop.signal);
    expect(await new KeptFiles().open('half')).toBeUndefined();
  });

  it('is refused before anything is copied when there is no room', async () => {
    const full = {
      estimate: () => Promise.resolve({ quota: 1000, usage: 900 }),
      getDirectory: () => navigator.storage.getDirectory(),
    } as StorageManager;
    expect(await new KeptFiles(full).keep('full', gguf)).toEqual({
      kind: 'no-room',
      neededInBytes: gguf.size,
      freeInBytes: 100,
    });
    expect(await new KeptFiles().open('full')).toBeUndefined();
    expect(await new KeptFiles({} as StorageManager).keep('none', gguf)).toEqual({ kind: 'unsupported' });
  });
});
