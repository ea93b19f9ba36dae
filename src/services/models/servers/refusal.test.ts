import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact, textOfPage } from './redact.ts';
import { errorOf, streamedError } from './refusal.ts';
import { retryAfter } from './retry-after.ts';

const now = Date.UTC(2026, 0, 1);
const refused = (status: number, body: unknown) =>
  errorOf({ status, headers: new Headers(), body: typeof body === 'string' ? body : JSON.stringify(body) }, now);

describe('a refusal, in whichever words', () => {
  it.each<[string, number, unknown, string]>([
    [
      'Ollama knows no such model',
      404,
      { error: { message: 'model "x" not found, try pulling it first' } },
      'model-not-found',
    ],
    ['Mistral knows no such model', 400, { message: 'Invalid model: x', code: '1500' }, 'model-not-found'],
    [
      'OpenRouter knows no such model',
      400,
      { error: { message: 'x is not a valid model ID', code: 400 } },
      'model-not-found',
    ],
    ['a wrong path', 404, { detail: 'Not Found' }, 'bad-request'],
    ['a wrong path without words', 404, '', 'bad-response'],
    [
      'llama.cpp finds it too long',
      400,
      {
        error: {
          code: 400,
          type: 'exceed_context_size_error',
          message: 'the request exceeds the available context size',
        },
      },
      'request-too-large',
    ],
    [
      'vLLM finds it too long',
      400,
      { object: 'error', message: "This model's maximum context length is 4096 tokens." },
      'request-too-large',
    ],
    [
      'Anthropic finds it too long',
      400,
      { error: { type: 'invalid_request_error', message: 'prompt is too long: 9 tokens > 8' } },
      'request-too-large',
    ],
    [
      'Google finds it too long',
      400,
      [{ error: { message: 'The input token count (9) exceeds the maximum number of tokens allowed (8).' } }],
      'request-too-large',
    ],
    [
      'Google does not take the key',
      400,
      [
        {
          error: { code: 400, message: 'API key not valid. Please pass a valid API key.', status: 'INVALID_ARGUMENT' },
        },
      ],
      'unauthorized',
    ],
    [
      'Anthropic wants money',
      400,
      { error: { message: 'Your credit balance is too low to access the API.' } },
      'quota-exceeded',
    ],
    ['OpenRouter wants money', 402, { error: { message: 'Insufficient credits', code: 402 } }, 'quota-exceeded'],
    [
      'OpenAI wants money',
      429,
      { error: { code: 'insufficient_quota', message: 'You exceeded your current quota' } },
      'quota-exceeded',
    ],
    ['FastAPI', 422, { detail: [{ loc: ['body', 'messages'], msg: 'Field required' }] }, 'bad-request'],
    ['a gateway that waited', 504, '<html><title>504 Gateway Time-out</title></html>', 'timed-out'],
    ['a cloud that waited', 524, 'error code: 524', 'timed-out'],
    ['a server that cannot', 501, { error: 'not implemented' }, 'bad-response'],
  ])('%s', (_, status, body, kind) => {
    expect(refused(status, body).kind).toBe(kind);
  });

  it('in the middle of a stream has no status, or one in its code', () => {
    expect(streamedError({ error: { message: 'Overloaded', type: 'overloaded_error' } }, now).kind).toBe('overloaded');
    expect(streamedError({ error: { message: 'Slow down', code: 429 } }, now).kind).toBe('rate-limited');
    expect(streamedError({ error: { message: 'maximum context length' } }, now)).toMatchObject({
      kind: 'request-too-large',
      retryable: false,
    });
    expect(streamedError({ error: 'whatever' }, now)).toEqual({
      kind: 'broken-stream',
      retryable: true,
      detail: 'whatever',
    });
  });

  it('of any form gives an error and a short detail', () => {
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 599 }), fc.oneof(fc.json(), fc.string()), (status, body) => {
        const error = refused(status, body);
        expect(error.detail?.length ?? 0).toBeLessThanOrEqual(400);
        expect(error.retryable).toBe(['timed-out', 'rate-limited', 'overloaded'].includes(error.kind));
      }),
    );
  });
});

describe('how long to wait', () => {
  const wait = (headers: Record<string, string>, body: unknown = {}) => retryAfter(new Headers(headers), body, now);
  it.each<[string, Record<string, string>, number | undefined]>([
    ['seconds', { 'Retry-After': '7' }, 7000],
    ['parts of a second', { 'Retry-After': '0.5' }, 500],
    ['milliseconds first', { 'Retry-After': '7', 'retry-after-ms': '1500' }, 1500],
    ['a date', { 'Retry-After': 'Thu, 01 Jan 2026 00:01:00 GMT' }, 60_000],
    ['a date that has passed', { 'Retry-After': 'Thu, 01 Jan 2015 00:01:00 GMT' }, 0],
    ['nonsense', { 'Retry-After': 'soon' }, undefined],
    ['less than nothing', { 'Retry-After': '-5' }, undefined],
    ['nothing', {}, undefined],
  ])('%s', (_, headers, expected) => {
    expect(wait(headers)).toBe(expected);
  });

  it.each<[string, unknown, number | undefined]>([
    ['Please try again in 20ms. Visit', { error: { message: 'Please try again in 20ms. Visit' } }, 20],
    ['1.2s', { error: { message: 'try again in 1.2s.' } }, 1200],
    ['6m0s', { error: { message: 'try again in 6m0s' } }, 360_000],
    ['1h2m3s', { error: { message: 'try again in 1h2m3s' } }, 3_723_000],
    [
      'Google',
      [{ error: { details: [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '34s' }] } }],
      34_000,
    ],
    ['in words only', { error: { message: 'try again in a while' } }, undefined],
  ])('in the body: %s', (_, body, expected) => {
    expect(wait({}, body)).toBe(expected);
  });
});

describe('a server’s own words', () => {
  it.each([
    ['the key itself', 'no such key: abc-123!', 'abc-123!', 'no such key: …'],
    [
      'a masked key',
      'Incorrect API key provided: sk-abcd********wxyz. You can',
      undefined,
      'Incorrect API key provided: … You can',
    ],
    ['a header', 'got "Bearer eyJhbGciOi.x" here', undefined, 'got "… here'],
    ['lines', 'one\n\n  two\u0000', undefined, 'one two'],
  ])('hold %s no more', (_, text, key, expected) => {
    expect(redact(text, key)).toBe(expected);
  });

  it('are text, of whole pages too, even broken ones', () => {
    expect(textOfPage('<html><script>x()</script><h1>Bad</h1> gateway<')).toMatch(/^Bad\s+gateway$/);
    expect(textOfPage('<title>502 Bad Gateway</title>')).toBe('502 Bad Gateway');
    const long = '<'.repeat(100_000);
    expect(redact(textOfPage(long)).length).toBeLessThanOrEqual(400);
  });
});
