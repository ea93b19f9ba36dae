import { describe, expect, it } from 'vitest';
import { ApiError } from './errors.ts';
import { parseRequest } from './parse-request.ts';

const least = { model: 'simulated-medium', messages: [{ role: 'user', content: 'Hello' }] };
const parsed = (more: object = {}) => parseRequest(JSON.stringify({ ...least, ...more }));
const problem = (body: string) => {
  try {
    parseRequest(body);
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, ...error.body.error };
  }
  return undefined;
};

describe('a request that can be read', () => {
  it('needs a model and a message', () => {
    expect(parsed()).toEqual({
      ...least,
      parameters: {},
      count: 1,
      format: { type: 'text' },
      stream: false,
      includeUsage: false,
    });
  });

  it('takes null for what is left out, as many clients send it', () => {
    const nothing = Object.fromEntries(
      [
        'n',
        'seed',
        'stop',
        'max_tokens',
        'max_completion_tokens',
        'temperature',
        'top_p',
        'response_format',
        'stream',
      ].map((name) => [name, null]),
    );
    expect(parsed({ ...nothing, stream_options: null })).toEqual(parsed());
  });

  it('lets keys through that it does not know, and a byte order mark', () => {
    expect(parsed({ user: 'me', metadata: {}, store: false, tools: [] })).toEqual(parsed());
    expect(parseRequest(`\uFEFF${JSON.stringify(least)}`)).toEqual(parsed());
  });

  it('takes one stop or several, and the most tokens under both names', () => {
    expect(parsed({ stop: 'END', max_tokens: 5 }).parameters).toEqual({ stop: ['END'], maxTokens: 5 });
    expect(parsed({ stop: ['a', 'b'], max_completion_tokens: 5 }).parameters).toEqual({
      stop: ['a', 'b'],
      maxTokens: 5,
    });
  });

  it('joins parts, and takes a developer for the system', () => {
    const messages = [
      { role: 'developer', content: 'Be brief.' },
      { role: 'assistant', content: null, tool_calls: [] },
      { role: 'assistant', content: [{ type: 'refusal', refusal: 'No.' }] },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'one' },
          { type: 'text', text: 'two' },
        ],
      },
    ];
    expect(parsed({ messages }).messages).toEqual([
      { role: 'system', content: 'Be brief.' },
      { role: 'assistant', content: '' },
      { role: 'assistant', content: 'No.' },
      { role: 'user', content: 'one\ntwo' },
    ]);
  });

  it('takes the schema out of a response format', () => {
    const response_format = {
      type: 'json_schema',
      json_schema: { name: 'x', strict: true, schema: { type: 'object' } },
    };
    expect(parsed({ response_format }).format).toEqual({ type: 'json_schema', schema: { type: 'object' } });
  });
});

describe('a request that cannot', () => {
  it.each([
    ['{"model":', null, null],
    ['[]', null, null],
    ['null', null, null],
    ['{}', 'model', 'missing_required_parameter'],
    [JSON.stringify({ model: 'm' }), 'messages', 'missing_required_parameter'],
    [JSON.stringify({ model: 'm', messages: [] }), 'messages', 'invalid_value'],
    [JSON.stringify({ model: 'm', messages: [{ role: 'user' }] }), 'messages[0].content', 'missing_required_parameter'],
    [JSON.stringify({ model: 'm', messages: [{ role: 'tool', content: '' }] }), 'messages[0].role', 'invalid_type'],
    [
      JSON.stringify({
        model: 'm',
        messages: [{ role: 'user', content: [{ type: 'text', text: 'a' }, { type: 'image_url' }] }],
      }),
      'messages[0].content[1].type',
      'invalid_type',
    ],
    [JSON.stringify({ ...least, temperature: 2.1 }), 'temperature', 'invalid_value'],
    [JSON.stringify({ ...least, top_p: '1' }), 'top_p', 'invalid_type'],
    [JSON.stringify({ ...least, n: 1.5 }), 'n', 'invalid_value'],
    [JSON.stringify({ ...least, stop: ['1', '2', '3', '4', '5'] }), 'stop', 'invalid_value'],
    [JSON.stringify({ ...least, max_tokens: 0 }), 'max_tokens', 'invalid_value'],
    [JSON.stringify({ ...least, max_tokens: 1, max_completion_tokens: 1 }), 'max_tokens', 'invalid_value'],
    [JSON.stringify({ ...least, stream_options: { include_usage: true } }), 'stream_options', 'invalid_value'],
    [JSON.stringify({ ...least, response_format: { type: 'xml' } }), 'response_format.type', 'invalid_type'],
    [JSON.stringify({ ...least, logprobs: true }), 'logprobs', 'invalid_type'],
  ])('%s', (body, param, code) => {
    expect(problem(body)).toMatchObject({ status: 400, type: 'invalid_request_error', param, code });
  });
});
