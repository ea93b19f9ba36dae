import { describe, expect, it } from 'vitest';
import type { Parameters } from '#core/prompts/prompt.ts';
import { collect } from '../../../../tests/contracts/chat-model.ts';
import type { Fault } from '../../../../tests/support/fault-server.ts';
import { greeting, refusal, ScriptedServer } from '../../../../tests/support/scripted-server.ts';

const server = new ScriptedServer();

describe('what is learnt from refusals', () => {
  const openai = (param: string, message: string, code = 'unsupported_parameter') =>
    refusal(400, { error: { message, type: 'invalid_request_error', param, code } });
  const parameters: Parameters = {
    temperature: 0.2,
    topP: 0.5,
    maxTokens: 50,
    stop: ['x'],
    reasoningEffort: 'low',
  };

  it.each<[string, Fault, string, string]>([
    [
      'OpenAI',
      openai(
        'temperature',
        "Unsupported value: 'temperature' does not support 0.2 with this model.",
        'unsupported_value',
      ),
      'temperature',
      'temperature',
    ],
    [
      'OpenAI, of old',
      openai('', 'Unrecognized request argument supplied: reasoning_effort'),
      'reasoning_effort',
      'reasoningEffort',
    ],
    [
      'Google',
      refusal(400, [
        { error: { code: 400, message: 'Invalid JSON payload received. Unknown name "seed": Cannot find field.' } },
      ]),
      'seed',
      'seed',
    ],
    [
      'FastAPI',
      refusal(422, {
        detail: [{ type: 'extra_forbidden', loc: ['body', 'top_p'], msg: 'Extra inputs are not permitted' }],
      }),
      'top_p',
      'topP',
    ],
    ['others', refusal(400, { message: 'Parameter `stop` is not supported by this model' }), 'stop', 'stop'],
    [
      'one of two',
      refusal(400, { error: { message: '`temperature` and `top_p` cannot both be specified for this model.' } }),
      'top_p',
      'topP',
    ],
  ])('a setting that is not taken is left out and said so (%s)', async (_, fault, name, setting) => {
    const { sent, parts } = await server.does(fault).asked({ parameters });
    expect(sent.map((body) => name in body)).toEqual([true, false]);
    expect(Object.keys(sent[1]!)).toHaveLength(Object.keys(sent[0]!).length - 1);
    expect(parts.map(({ type }) => type)).toEqual(['start', 'warning', 'text-delta', 'text-delta', 'finish']);
    expect(parts[1]).toEqual({ type: 'warning', setting, reason: 'ignored' });
  });

  it('the name for the most tokens is exchanged, without a warning', async () => {
    const fault = openai(
      'max_tokens',
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
    );
    const { sent, parts } = await server.does(fault).asked({ parameters });
    expect(sent[1]).toMatchObject({ max_completion_tokens: 50 });
    expect(sent[1]).not.toHaveProperty('max_tokens');
    expect(parts.some(({ type }) => type === 'warning')).toBe(false);
  });

  it('too many tokens are an error and no reason to send none', async () => {
    const fault = openai('max_tokens', 'max_tokens is too large: 50. This model supports at most 16.', 'invalid_value');
    const { sent, parts } = await server.does(fault).asked({ parameters });
    expect(sent).toHaveLength(1);
    expect(parts.at(-1)).toMatchObject({ error: { kind: 'bad-request' } });
  });

  it('the usage is not asked for where that is refused, and is estimated where it does not come', async () => {
    const fault = refusal(422, {
      detail: [{ loc: ['body', 'stream_options'], msg: 'Extra inputs are not permitted' }],
    });
    const { sent, parts } = await server.does(fault, 'usage missing').asked({ parameters });
    expect(sent[1]).not.toHaveProperty('stream_options');
    expect(parts.at(-1)).toMatchObject({ type: 'finish', usage: { estimated: true } });
    const finish = parts.at(-1);
    expect(finish?.type === 'finish' && finish.usage.outputTokens).toBeGreaterThan(0);
  });

  it('a form of answer is asked for as well as the server can', async () => {
    const responseFormat = { name: 'mail', schema: { type: 'object', properties: { a: {} } } };
    const fault = openai(
      'response_format',
      "'response_format' of type 'json_schema' is not supported with this model.",
    );
    const one = await server.does(fault).asked({ responseFormat });
    expect(one.sent.map((body) => (body['response_format'] as { type: string } | undefined)?.type)).toEqual([
      'json_schema',
      'json_object',
    ]);
    expect(one.parts[1]).toEqual({ type: 'warning', setting: 'responseFormat', reason: 'clamped' });
    const two = await server.does(fault, fault).asked({ responseFormat });
    expect(two.sent[2]).not.toHaveProperty('response_format');
    expect(two.parts[1]).toEqual({ type: 'warning', setting: 'responseFormat', reason: 'ignored' });
  });

  it('a schema is strict where OpenAI could hold a model to it', async () => {
    const strict = async (schema: Record<string, unknown>) =>
      (
        (await server.asked({ responseFormat: { name: 'x', schema } })).sent[0]!['response_format'] as {
          json_schema: { strict: boolean };
        }
      ).json_schema.strict;
    const closed = {
      type: 'object',
      properties: { a: { type: 'string' } },
      required: ['a'],
      additionalProperties: false,
    };
    expect(await strict(closed)).toBe(true);
    expect(await strict({ ...closed, required: [] })).toBe(false);
    expect(await strict({ ...closed, properties: { a: { type: 'object', properties: {} } } })).toBe(false);
  });

  it('is remembered, and the next call warns at once', async () => {
    server.does(openai('temperature', "'temperature' is not supported"));
    const model = server.model();
    await collect(model.stream({ ...greeting, parameters }));
    const before = server.faults.requests.length;
    const parts = await collect(model.stream({ ...greeting, parameters }));
    expect(server.faults.requests).toHaveLength(before + 1);
    expect(parts[1]).toEqual({ type: 'warning', setting: 'temperature', reason: 'ignored' });
  });

  it('nothing, from a refusal that names no setting that was sent', async () => {
    for (const fault of [openai('tools', "'tools' is not supported"), refusal(400, { error: 'Stop it. No seed.' })]) {
      const { sent, parts } = await server.does(fault).asked({ parameters });
      expect(sent).toHaveLength(1);
      expect(parts.at(-1)).toMatchObject({ error: { kind: 'bad-request', retryable: false } });
    }
  });

  it('ends when a server refuses everything', async () => {
    const all = Array.from({ length: 50 }, () =>
      refusal(400, { error: 'temperature top_p `stop` `seed` reasoning_effort max_tokens unsupported stream_options' }),
    );
    const { sent, parts } = await server.does(...all).asked({ parameters });
    expect(sent.length).toBeLessThan(12);
    expect(parts.at(-1)?.type).toBe('error');
  });
});
