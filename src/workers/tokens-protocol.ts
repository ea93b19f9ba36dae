import type { TokenEncoding } from '#core/models/token-count.ts';

/** What the worker that counts tokens does, and what comes of it. */
export interface TokenJobs {
  count: { input: { encoding: TokenEncoding; texts: readonly string[] }; output: number[] };
}
