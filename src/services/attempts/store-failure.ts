import { StoreError, type StoreFailure } from '#core/attempts/attempt-store.ts';

const failures: Record<string, StoreFailure> = {
  QuotaExceededError: 'full',
  VersionError: 'newer-version',
  DatabaseClosedError: 'closed',
  // what browsers say when a person, a policy or private browsing keeps the database shut
  MissingAPIError: 'blocked',
  SecurityError: 'blocked',
  NotAllowedError: 'blocked',
  InvalidStateError: 'blocked',
  OpenFailedError: 'blocked',
  MissingApiError: 'blocked',
};

/** Finds out why storage failed. Dexie wraps the browser's error, sometimes twice; the innermost known one counts. */
export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  let failure: StoreFailure = 'unknown';
  let current: unknown = error;
  for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth++) {
    const { name, inner, failures: several, cause } = current as Record<string, unknown>;
    const known = typeof name === 'string' ? failures[name] : undefined;
    if (known) failure = known;
    current = inner ?? (Array.isArray(several) ? several[0] : undefined) ?? cause;
  }
  return new StoreError(failure, { cause: error });
}
