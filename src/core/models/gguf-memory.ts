import type { GgufHeader } from './gguf.ts';

/** Bytes that running a model takes, as far as its header tells. */
export interface MemoryEstimate {
  weights: number;
  /** What is remembered of the tokens read so far; grows with the context. */
  cache: number;
  /** Room to reckon in, and the program itself. */
  working: number;
  total: number;
}

/** `unknown` when the device does not say how much memory it has. */
export type MemoryVerdict = 'fits' | 'tight' | 'too-large' | 'unknown';

const bytesPerCached = 2; // half precision
/** Tokens worked on at a time; small, so that a stop is heard soon on a slow machine. */
export const batchInTokens = 128;
const programInBytes = 48 * 1024 * 1024;

export function estimateMemory(header: GgufHeader, contextInTokens: number): MemoryEstimate {
  const weights = header.weightsInBytes;
  const cache = header.cachePerToken * contextInTokens * bytesPerCached;
  // the last layer's scores for a batch, and a dozen rows of hidden state for each of its tokens
  const working = programInBytes + batchInTokens * 4 * (header.vocabulary + 12 * header.embedding);
  return { weights, cache, working, total: weights + cache + working };
}

/** Whether so many bytes find room on a device that reports so many gigabytes (browsers round it, and cap it). */
export function judgeMemory(bytes: number, deviceInGigabytes: number | undefined): MemoryVerdict {
  if (deviceInGigabytes === undefined) return 'unknown';
  const share = bytes / (deviceInGigabytes * 1024 ** 3);
  if (share <= 0.5) return 'fits';
  return share <= 0.8 ? 'tight' : 'too-large';
}

const smallestContext = 512;
const usualContext = 4096;

/** The context to offer: what exercises need, no more than the model was trained on, less where memory is short. */
export function suggestContext(header: GgufHeader, deviceInGigabytes: number | undefined): number {
  let context = Math.min(usualContext, header.contextInTokens || usualContext);
  while (
    context > smallestContext &&
    judgeMemory(estimateMemory(header, context).total, deviceInGigabytes) === 'too-large'
  )
    context = Math.max(smallestContext, Math.floor(context / 2));
  return context;
}
