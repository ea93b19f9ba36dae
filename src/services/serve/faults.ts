import { simulatedSizes, type SimulatedSize } from '#core/simulator/completion.ts';
import type { Pace } from '../models/simulated/pace.ts';
import { ApiError, failure } from './errors.ts';

/** Ways in which a server can fail its clients, each asked for by the end of a model's name: `simulated-medium+drop`. */
export const faults = ['429', '500', 'drop', 'slow', 'garbage'] as const;
export type Fault = (typeof faults)[number];

export interface ServedModel {
  /** As the client wrote it. */
  id: string;
  size: SimulatedSize;
  fault?: Fault;
}

/** The model of that name, with the fault that the name asks for; nothing when there is no such model. */
export function servedModel(id: string): ServedModel | undefined {
  const [name, ending, ...more] = id.split('+');
  const size = simulatedSizes.find((one) => name === `simulated-${one}`);
  if (!size || more.length > 0) return undefined;
  if (ending === undefined) return { id, size };
  const fault = faults.find((one) => one === ending);
  return fault && { id, size, fault };
}

/** Answers that say at once that there will be none. */
export function refusalOf(fault: Fault | undefined): ApiError | undefined {
  if (fault === '429') {
    return new ApiError(429, 'Rate limit reached, because the name of the model asks for it. Please try again in 1s.', {
      type: 'requests',
      code: 'rate_limit_exceeded',
      headers: { 'Retry-After': '1' },
    });
  }
  if (fault === '500') return failure('The server had an error, because the name of the model asks for it.');
  return undefined;
}

/** Slow enough to watch, to stop and to run into a short time limit; no slower. */
export const sluggish: Pace = { beforeFirstToken: 1000, perToken: 40 };

/** So many deltas of an answer arrive before its connection breaks or its stream turns to nonsense. */
export const deltasBeforeFault = 3;

/** What a broken proxy might leave of an event. */
export const brokenEvent = 'data: {"id":"chatcmpl-","choices":[{"index":0,"delta":{"content":\n\n<html>502</html>\n\n';

/** The first half of a body: JSON that ends too early. */
export function firstHalf(body: string): string {
  return body.slice(0, Math.ceil(body.length / 2));
}
