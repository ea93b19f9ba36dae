import type { ModelError, ModelErrorKind } from '#core/models/model-error.ts';

/** What the exceptions of the Prompt API mean, by their names. */
const kinds: Readonly<Record<string, ModelErrorKind>> = {
  QuotaExceededError: 'request-too-large',
  NotAllowedError: 'forbidden', // switched off by the person, by a policy, or asked without a press of a button
  NotSupportedError: 'bad-request', // a language or shape that it cannot do
  InvalidStateError: 'unavailable',
  NetworkError: 'unreachable', // the model could not be fetched
  OperationError: 'unavailable',
  TimeoutError: 'timed-out',
};
const retryable: ReadonlySet<ModelErrorKind> = new Set(['unavailable', 'unreachable', 'timed-out', 'internal']);

export function browserError(thrown: unknown): ModelError {
  const kind = (isError(thrown) && kinds[thrown.name]) || 'internal';
  return { kind, retryable: retryable.has(kind), detail: isError(thrown) ? thrown.message : String(thrown) };
}

/** Output that the browser held back, which is an end and not a failure. */
export function isFiltered(thrown: unknown): boolean {
  return isError(thrown) && thrown.name === 'NotReadableError';
}

export function isUnsupported(thrown: unknown): boolean {
  return isError(thrown) && thrown.name === 'NotSupportedError';
}

// DOMException is an Error everywhere; the name tells them apart
function isError(thrown: unknown): thrown is Error {
  return thrown instanceof Error;
}
