import { connect } from 'node:net';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveCandor, type CandorServer } from '../support/candor-server.ts';

/** A real `candor serve`, driven by the client that most tools are built on. */
let server: CandorServer;
let client: OpenAI;

beforeAll(async () => {
  server = await serveCandor('--exercises', 'tests/fixtures/exercises', '--seed', '3');
  client = new OpenAI({ baseURL: server.url, apiKey: 'any', maxRetries: 0 });
}, 60_000);
afterAll(async () => {
  await server.stop();
});

const ask = 'Write two paragraphs about bicycles for an adult who never rode one.';
const messages = [{ role: 'user' as const, content: ask }];
const model = 'simulated-medium';
const completions = () => client.chat.completions;
const textOf = (completion: OpenAI.ChatCompletion, index = 0) => completion.choices[index]!.message.content!;

describe('the official client against candor serve', { timeout: 30_000 }, () => {
  it('lists the models and finds one by its name', async () => {
    const listed: string[] = [];
    for await (const one of client.models.list()) listed.push(one.id);
    expect(listed).toEqual(['simulated-small', 'simulated-medium', 'simulated-large']);
    expect((await client.models.retrieve('simulated-large+slow')).id).toBe('simulated-large+slow');
    await expect(client.models.retrieve('simulated-huge')).rejects.toBeInstanceOf(OpenAI.NotFoundError);
  });

  it('answers whole, the same again for the same seed', async () => {
    const one = await completions().create({ model, messages, seed: 5 });
    expect(one).toMatchObject({ object: 'chat.completion', model, choices: [{ index: 0, finish_reason: 'stop' }] });
    expect(textOf(one).length).toBeGreaterThan(40);
    expect(one.usage!.total_tokens).toBe(one.usage!.prompt_tokens + one.usage!.completion_tokens);
    expect(textOf(await completions().create({ model, messages, seed: 5 }))).toBe(textOf(one));
    expect(textOf(await completions().create({ model, messages, seed: 6 }))).not.toBe(textOf(one));
  });

  it('uses the seed of the server where a request brings none', async () => {
    const unsaid = await completions().create({ model, messages });
    expect(textOf(unsaid)).toBe(textOf(await completions().create({ model, messages, seed: 3 })));
  });

  it('streams the same text, and the usage when asked for', async () => {
    const whole = await completions().create({ model, messages, seed: 5 });
    const stream = await completions().create({
      model,
      messages,
      seed: 5,
      stream: true,
      stream_options: { include_usage: true },
    });
    const chunks: OpenAI.ChatCompletionChunk[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    expect(chunks[0]!.choices[0]!.delta).toEqual({ role: 'assistant', content: '' });
    expect(chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('')).toBe(textOf(whole));
    expect(chunks.at(-2)!.choices[0]!.finish_reason).toBe('stop');
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: whole.usage });
    expect(chunks.slice(0, -1).every((chunk) => chunk.usage === null)).toBe(true);
  });

  it('gives two answers, whole and streamed', async () => {
    const whole = await completions().create({ model, messages, n: 2 });
    expect(whole.choices.map(({ index }) => index)).toEqual([0, 1]);
    expect(textOf(whole, 0)).not.toBe(textOf(whole, 1));
    const texts = ['', ''];
    for await (const { choices } of await completions().create({ model, messages, n: 2, stream: true })) {
      for (const { index, delta } of choices) texts[index] += delta.content ?? '';
    }
    expect(texts).toEqual([textOf(whole, 0), textOf(whole, 1)]);
  });

  it('stops before a text, given alone or in a list', async () => {
    const whole = textOf(await completions().create({ model, messages }));
    const before = whole.slice(0, whole.indexOf('.'));
    for (const stop of ['.', ['\u0000', '.']]) {
      const cut = await completions().create({ model, messages, stop });
      expect([textOf(cut), cut.choices[0]!.finish_reason]).toEqual([before, 'stop']);
    }
  });

  it('keeps to the most tokens, under either name', async () => {
    for (const limit of [{ max_tokens: 7 }, { max_completion_tokens: 7 }]) {
      const cut = await completions().create({ model, messages, ...limit });
      expect(cut.choices[0]!.finish_reason).toBe('length');
      expect(cut.usage!.completion_tokens).toBeLessThanOrEqual(7);
    }
  });

  it('reads content parts and developer messages', async () => {
    const parts = [
      { type: 'text' as const, text: 'Write two paragraphs about bicycles' },
      { type: 'text' as const, text: 'for an adult.' },
    ];
    const developed = await completions().create({
      model,
      messages: [
        { role: 'developer', content: 'Answer in French.' },
        { role: 'user', content: parts },
      ],
    });
    const joined = await completions().create({
      model,
      messages: [
        { role: 'system', content: 'Answer in French.' },
        { role: 'user', content: 'Write two paragraphs about bicycles\nfor an adult.' },
      ],
    });
    expect(textOf(developed)).toBe(textOf(joined));
  });

  it.each(['simulated-small', 'simulated-medium', 'simulated-large'])('keeps to a JSON Schema (%s)', async (size) => {
    const schema = {
      type: 'object',
      properties: {
        sender: { type: 'string' },
        mood: { enum: ['calm', 'angry'] },
        amount: { type: ['number', 'null'] },
        items: { type: 'array', items: { $ref: '#/$defs/item' } },
      },
      required: ['sender', 'mood', 'amount', 'items'],
      additionalProperties: false,
      $defs: { item: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] } },
    };
    const email = 'Read this e-mail:\n"""\nHello, Ana Ruiz here. I paid $12 for two lamps and I am furious.\n"""';
    for (const seed of [1, 2, 3, 4]) {
      const completion = await completions().create({
        model: size,
        seed,
        messages: [{ role: 'user', content: email }],
        response_format: { type: 'json_schema', json_schema: { name: 'mail', strict: true, schema } },
      });
      const value = JSON.parse(textOf(completion)) as Record<string, unknown>;
      expect(Object.keys(value).sort()).toEqual(['amount', 'items', 'mood', 'sender']);
      expect(['calm', 'angry']).toContain(value['mood']);
      expect(value['items']).toSatisfy((items: { name: unknown }[]) =>
        items.every(({ name }) => typeof name === 'string'),
      );
    }
  });

  it('answers with a JSON object where that is the format', async () => {
    const format = { type: 'json_object' as const };
    const completion = await completions().create({ model, messages, response_format: format });
    expect(JSON.parse(textOf(completion))).toBeTypeOf('object');
  });

  it('is not disturbed by a client that leaves midway', async () => {
    const stream = await completions().create({ model: 'simulated-medium+slow', messages, stream: true });
    const seen: string[] = [];
    for await (const chunk of stream) {
      seen.push(chunk.choices[0]!.delta.content ?? '');
      if (seen.length === 3) stream.controller.abort();
    }
    expect(seen).toHaveLength(3);
    expect((await completions().create({ model, messages })).choices).toHaveLength(1);
  });
});

describe('errors and faults, as the client sees them', { timeout: 30_000 }, () => {
  const failed = (name: string, stream = false) =>
    completions()
      .create({ model: name, messages, stream })
      .then(async (answer) => {
        if (Symbol.asyncIterator in answer) for await (const _ of answer);
        return undefined;
      })
      .catch((error: unknown) => error);

  it('says when there is no such model', async () => {
    expect(await failed('gpt-none')).toMatchObject({ status: 404, code: 'model_not_found', param: 'model' });
  });

  it('says what is wrong with a request', async () => {
    const error = await completions()
      .create({ model, messages, temperature: 9 })
      .catch((one: unknown) => one);
    expect(error).toBeInstanceOf(OpenAI.BadRequestError);
    expect(error).toMatchObject({ param: 'temperature', code: 'invalid_value' });
  });

  it('limits the rate and says when to come again', async () => {
    const error = await failed(`${model}+429`);
    expect(error).toBeInstanceOf(OpenAI.RateLimitError);
    expect((error as { headers?: Headers }).headers?.get('retry-after')).toBe('1');
  });

  it('fails inside', async () => {
    expect(await failed(`${model}+500`)).toBeInstanceOf(OpenAI.InternalServerError);
    expect(await failed(`${model}+500`, true)).toBeInstanceOf(OpenAI.InternalServerError);
  });

  it('breaks the connection, of an answer and of a stream', async () => {
    expect(await failed(`${model}+drop`)).toBeInstanceOf(Error);
    const texts: string[] = [];
    const stream = await completions().create({ model: `${model}+drop`, messages, stream: true });
    const reading = (async () => {
      for await (const chunk of stream) texts.push(chunk.choices[0]!.delta.content ?? '');
    })();
    await expect(reading).rejects.toThrow();
    expect(texts.join('')).not.toBe(''); // midway, not at once
  });

  it('sends garbage, in an answer and in a stream', async () => {
    expect(await failed(`${model}+garbage`)).toBeInstanceOf(SyntaxError);
    expect(await failed(`${model}+garbage`, true)).toBeInstanceOf(SyntaxError);
  });

  it('is slow enough to run into a time limit', async () => {
    const error = await completions()
      .create({ model: `${model}+slow`, messages }, { timeout: 300 })
      .catch((one: unknown) => one);
    expect(error).toBeInstanceOf(OpenAI.APIConnectionTimeoutError);
  });
});

describe('the wire', { timeout: 30_000 }, () => {
  const post = (body: unknown) =>
    fetch(`${server.url}/chat/completions`, { method: 'POST', body: JSON.stringify(body) });

  it('lets pages of any origin ask, and read when to come again', async () => {
    const preflight = await fetch(`${server.url}/chat/completions`, {
      method: 'OPTIONS',
      headers: { Origin: 'https://page.example', 'Access-Control-Request-Headers': 'authorization,x-stainless-os' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization,x-stainless-os');
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
    const limited = await post({ model: `${model}+429`, messages });
    expect(limited.headers.get('access-control-allow-origin')).toBe('*');
    expect(limited.headers.get('access-control-expose-headers')).toContain('Retry-After');
  });

  it('streams in order: role, text, reason, usage, end', async () => {
    const response = await post({ model, messages, stream: true, stream_options: { include_usage: true } });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const events = (await response.text()).split('\n\n').filter(Boolean);
    expect(events.every((event) => event.startsWith('data: '))).toBe(true);
    expect(events.at(-1)).toBe('data: [DONE]');
    type Chunk = { choices: { delta: Record<string, string>; finish_reason: string | null }[]; usage: object | null };
    const kinds = events.slice(0, -1).map((event) => {
      const [choice] = (JSON.parse(event.slice('data: '.length)) as Chunk).choices;
      return !choice ? 'usage' : choice.finish_reason ? 'reason' : choice.delta['role'] ? 'role' : 'text';
    });
    expect(kinds.filter((kind, at) => kind !== kinds[at - 1])).toEqual(['role', 'text', 'reason', 'usage']);
  });

  it('reads characters that the network cut in two', async () => {
    const { hostname, port } = new URL(server.url);
    const body = Buffer.from(
      JSON.stringify({ model, messages: [{ role: 'user', content: 'Répète après moi : « été 🎉 ».' }], stream: true }),
    );
    const head = `POST /v1/chat/completions HTTP/1.1\r\nHost: ${hostname}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`;
    const whole = await (await fetch(`${server.url}/chat/completions`, { method: 'POST', body })).text();
    const raw = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, async () => {
        socket.setNoDelay(true);
        socket.write(head);
        for (const byte of body) {
          socket.write(Buffer.of(byte));
          await new Promise((next) => setImmediate(next));
        }
      });
      const chunks: Buffer[] = [];
      socket.on('data', (data: Buffer) => chunks.push(data));
      socket.on('error', reject);
      socket.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    });
    const said = (text: string) =>
      [...text.matchAll(/"content":"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]).join('');
    expect(said(whole)).toMatch(/[à-ÿ]/);
    expect(said(raw)).toBe(said(whole));
  });

  it.each([
    ['GET', '/chat/completions', 405, 'method_not_supported'],
    ['DELETE', '/models', 405, 'method_not_supported'],
    ['GET', '/nothing', 404, 'unknown_url'],
  ])('%s %s is %i', async (method, path, status, code) => {
    const response = await fetch(server.url + path, { method });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error', code } });
  });

  it('refuses a body that is too large or no JSON', async () => {
    const large = await post({ model, messages: [{ role: 'user', content: 'a'.repeat(9 * 1024 * 1024) }] });
    expect(large.status).toBe(413);
    const broken = await fetch(`${server.url}/chat/completions`, { method: 'POST', body: '{"model":' });
    expect(broken.status).toBe(400);
    expect(await broken.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
  });
});

describe('its end', { timeout: 60_000 }, () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('stops at once on %s, even midway', async (signal) => {
    const other = await serveCandor('--exercises', 'tests/fixtures/exercises');
    const response = await fetch(`${other.url}/chat/completions`, {
      method: 'POST',
      body: JSON.stringify({ model: `${model}+slow`, messages, stream: true }),
    });
    const ended = response.text().catch(() => 'cut');
    expect(await other.stop(signal)).toBe(0);
    expect(await ended).toBe('cut');
  });

  it('says in a sentence that the port is in use', async () => {
    const { port } = new URL(server.url);
    await expect(serveCandor('--port', port)).rejects.toThrow('ended with 2');
  });
});
