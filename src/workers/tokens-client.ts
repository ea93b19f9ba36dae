import type { TokenEncoding } from '#core/models/token-count.ts';
import { WorkerClient, type WorkerLike } from './client.ts';
import type { TokenJobs } from './tokens-protocol.ts';

const createWorker = (): WorkerLike =>
  new Worker(new URL('./tokens.worker.ts', import.meta.url), { type: 'module', name: 'candor-tokens' });

/** Counts that take longer than this are estimated instead: a text without any space takes the square of its length. */
const mostSilenceInMs = 5_000;

/** Exact counts, reached through a worker of their own. */
export function tokenWorker(
  create: () => WorkerLike = createWorker,
): (encoding: TokenEncoding, texts: readonly string[]) => Promise<number[]> {
  const client = new WorkerClient<TokenJobs>(create, () => {}, mostSilenceInMs);
  return (encoding, texts) => client.call('count', { encoding, texts });
}
