/**
 * The kinds of failure a person can act on; each has one sentence in the interface. `bad-request`: the server did not
 * take the request as it was put; `bad-response`: what it answered is no answer; `blocked-by-policy`: this copy of Candor was built not to
 * ask that server.
 */
export const modelErrorKinds = [
  'unauthorized',
  'forbidden',
  'model-not-found',
  'bad-request',
  'request-too-large',
  'rate-limited',
  'overloaded',
  'quota-exceeded',
  'unreachable',
  'cross-origin',
  'mixed-content',
  'private-network',
  'blocked-by-policy',
  'key-missing',
  'key-locked',
  'unavailable',
  'out-of-memory',
  'timed-out',
  'broken-stream',
  'bad-response',
  'internal',
] as const;
export type ModelErrorKind = (typeof modelErrorKinds)[number];

/** A failed model call as data; it crosses worker boundaries and is stored with an attempt. */
export interface ModelError {
  kind: ModelErrorKind;
  retryable: boolean;
  retryAfterInMs?: number;
  /** The provider's own words, for the curious; never decided upon. */
  detail?: string;
}
