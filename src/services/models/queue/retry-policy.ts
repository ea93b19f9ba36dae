import type { ModelError, ModelErrorKind } from '#core/models/model-error.ts';

/** How often and how soon a failed call is tried again. */
export interface RetryPolicy {
  /** Calls at most, the first one included, by kind of failure; kinds that are not named are not tried again. */
  attempts: Partial<Record<ModelErrorKind, number>>;
  firstDelayInMs: number;
  mostDelayInMs: number;
}

export const usualPolicy: RetryPolicy = {
  attempts: {
    'rate-limited': 6,
    overloaded: 5,
    'timed-out': 2,
    'broken-stream': 3,
    'bad-response': 2,
    unreachable: 3,
  },
  firstDelayInMs: 1000,
  mostDelayInMs: 60_000,
};

/**
 * How long to wait before a call is tried again; `undefined` when it is given up. What the server asks for is honoured,
 * unless it is longer than anybody would sit and watch: then the person decides. Otherwise the delay is drawn between
 * nothing and twice as much each time ("full jitter"), so that many callers do not come back all at once.
 */
export function delayBeforeRetry(
  error: ModelError,
  attempt: number,
  luck: () => number,
  policy: RetryPolicy,
): number | undefined {
  if (!error.retryable || attempt >= (policy.attempts[error.kind] ?? 1)) return undefined;
  if (error.retryAfterInMs !== undefined) {
    return error.retryAfterInMs <= policy.mostDelayInMs ? error.retryAfterInMs : undefined;
  }
  return luck() * Math.min(policy.mostDelayInMs, policy.firstDelayInMs * 2 ** attempt);
}

/** Failures that say something of the server and not of the one call: all calls wait for them. */
export function concernsAll(error: ModelError): boolean {
  return error.kind === 'rate-limited' || error.retryAfterInMs !== undefined;
}

/** How many tries there are for such a failure. */
export function attemptsFor({ kind }: ModelError, { attempts }: RetryPolicy): number {
  return attempts[kind] ?? 1;
}
