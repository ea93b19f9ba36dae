import type { ModelError, ModelErrorKind } from '#core/models/model-error.ts';
import { redact, textOfPage } from './redact.ts';
import { retryAfter } from './retry-after.ts';

/** An answer with a status that is no success. */
export interface Refusal {
  status: number;
  headers: Headers;
  /** As text, cut where it grew too long. */
  body: string;
}

/** What a server says of an error, in whichever of the usual shapes. */
export interface ErrorWords {
  message: string;
  code: string;
  type: string;
  /** The setting that the error is about. */
  param: string;
}

const record = (value: unknown): Record<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** Reads `{error: {…}}`, `{error: "…"}`, Google's list of one, FastAPI's `{detail}`, and flat bodies. */
export function errorWords(value: unknown): ErrorWords {
  const body = record(Array.isArray(value) ? value[0] : value) ?? {};
  const error = record(body['error']) ?? body;
  const details: unknown[] = Array.isArray(body['detail']) ? body['detail'] : [];
  const first = record(details[0]);
  const place = Array.isArray(first?.['loc']) ? first['loc'].filter((step) => step !== 'body') : [];
  const detail = first ? text(first['msg']) : text(body['detail']);
  return {
    message: text(error['message']) || text(body['error']) || detail || text(record(body['message'])?.['detail']),
    code: text(error['code']) || text(error['status']),
    type: text(error['type']),
    param: text(error['param']) || text(place[0]),
  };
}

/** The body of a refusal as a value; `undefined` when it is not JSON. */
export function refusalBody({ body }: Refusal): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const tooLong =
  /context.?(?:length|window|size)|maximum context|prompt is too long|too many tokens|exceeds? the maximum number of tokens|input is too long/i;
const noModel =
  /model[^.]{0,120}\b(?:not found|does not exist|not exist|not a valid|unknown|no longer|not supported)|(?:invalid|unknown|no such) model|not a valid model/i;
const noMoney = /insufficient.?(?:quota|balance|credit|funds)|credit balance|billing|exceeded your current quota/i;

function kindOf(status: number, words: ErrorWords): [ModelErrorKind, retryable: boolean] {
  const codes = `${words.code} ${words.type}`;
  const said = `${codes} ${words.message}`;
  const about = (pattern: RegExp) => pattern.test(said);
  if (status === 401) return ['unauthorized', false];
  if (status === 402) return ['quota-exceeded', false];
  if (status === 403) return ['forbidden', false];
  if (status === 404 && (words.param === 'model' || about(/model/i))) return ['model-not-found', false];
  if (status === 413) return ['request-too-large', false];
  if (status === 408 || status === 504 || status === 524) return ['timed-out', true];
  if (status === 429) return about(noMoney) ? ['quota-exceeded', false] : ['rate-limited', true];
  if (status >= 500 && status !== 501 && status !== 505) return ['overloaded', true];
  if (status === 400 || status === 422) {
    if (about(tooLong)) return ['request-too-large', false];
    if (about(noMoney)) return ['quota-exceeded', false];
    if (/api.?key.?(?:not.?valid|invalid)|invalid.?api.?key/i.test(said)) return ['unauthorized', false];
    if (words.param === 'model' || about(noModel)) return ['model-not-found', false];
    return ['bad-request', false];
  }
  return [status >= 400 && status < 500 && words.message ? 'bad-request' : 'bad-response', false];
}

/** A refusal in our terms, with the server's words as detail. */
export function errorOf(refusal: Refusal, nowInMs: number, key?: string): ModelError {
  const body = refusalBody(refusal);
  const words = errorWords(body);
  const [kind, retryable] = kindOf(refusal.status, words);
  const error: ModelError = { kind, retryable };
  const wait = retryable ? retryAfter(refusal.headers, body, nowInMs) : undefined;
  if (wait !== undefined) error.retryAfterInMs = wait;
  error.detail = redact(`${refusal.status} ${words.message || textOfPage(refusal.body)}`, key);
  return error;
}

/** An error that arrives in the middle of a stream, where no status is left to tell. */
export function streamedError(value: unknown, nowInMs: number, key?: string): ModelError {
  const words = errorWords(value);
  const status = /^\d{3}$/.test(words.code) ? Number(words.code) : statusOfCode(`${words.code} ${words.type}`);
  const body = JSON.stringify(value) ?? '';
  if (status !== undefined) {
    const error = errorOf({ status, headers: new Headers(), body }, nowInMs, key);
    return { ...error, detail: redact(words.message || body, key) };
  }
  const tooLarge = tooLong.test(words.message);
  return {
    kind: tooLarge ? 'request-too-large' : 'broken-stream',
    retryable: !tooLarge,
    detail: redact(words.message || body, key),
  };
}

function statusOfCode(codes: string): number | undefined {
  if (/overloaded|unavailable/i.test(codes)) return 503;
  if (/rate.?limit|resource.?exhausted|insufficient.?quota/i.test(codes)) return 429;
  if (/server.?error|internal/i.test(codes)) return 500;
  return undefined;
}
