import type { ModelError } from '#core/models/model-error.ts';
import type { Timers } from '../../system/timers.ts';
import { isLoopback, isPrivate } from './address.ts';
import { redact } from './redact.ts';
import type { Surroundings } from './surroundings.ts';

/** How long a server may take to show that it is there at all. */
const patienceInMs = 5000;

/**
 * Whether something answers at an address, whatever it says. Without CORS a page may ask but not read, which is all
 * that is needed here. It carries no key and no cookies.
 */
export async function answers(
  address: URL,
  { fetch }: Surroundings,
  timers: Timers,
  waitInMs = patienceInMs,
): Promise<boolean> {
  const given = new AbortController();
  const cancel = timers.after(waitInMs, () => given.abort());
  try {
    const response = await fetch(`${address.origin}/`, {
      mode: 'no-cors',
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'follow',
      referrerPolicy: 'no-referrer',
      signal: given.signal,
    });
    await response.body?.cancel().catch(() => {});
    return true;
  } catch {
    return false;
  } finally {
    cancel();
  }
}

/**
 * Why a request failed before it was answered. A browser keeps that to itself, so it is worked out. A server that has
 * `answered` this page before lets it ask.
 */
export async function whyUnanswered(
  address: URL,
  thrown: unknown,
  surroundings: Surroundings,
  timers: Timers,
  answered = false,
): Promise<ModelError> {
  const { page } = surroundings;
  const host = address.hostname;
  const unreachable: ModelError = { kind: 'unreachable', retryable: true };
  if (!page) return { ...unreachable, detail: redact(causeOf(thrown)) };
  if (!page.online() && !isPrivate(host)) return { ...unreachable, detail: 'offline' };
  if (await page.stopped(address.origin)) return { kind: 'blocked-by-policy', retryable: false };
  const plain = address.protocol === 'http:';
  if (page.encrypted && plain && !isPrivate(host)) return { kind: 'mixed-content', retryable: false };
  if (answered) return unreachable;
  if (await answers(address, surroundings, timers)) return { kind: 'cross-origin', retryable: false };
  if (await page.stopped(address.origin)) return { kind: 'blocked-by-policy', retryable: false };
  if (isPrivate(host) && !page.private) {
    const permission = await page.localNetwork(isLoopback(host));
    if (permission === 'denied' || permission === 'prompt') return { kind: 'private-network', retryable: false };
  }
  // Browsers that know no such permission still refuse to mix.
  if (page.encrypted && plain && !isLoopback(host)) return { kind: 'mixed-content', retryable: false };
  return unreachable;
}

/** `ECONNREFUSED 127.0.0.1:9`: Node hides what happened inside "fetch failed". */
export function causeOf(thrown: unknown): string {
  const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
  if (!(cause instanceof Error)) return String(thrown);
  const { code } = cause as NodeJS.ErrnoException;
  return cause.message || code || 'fetch failed';
}
