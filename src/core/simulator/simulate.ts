import { answer } from './answer.ts';
import type { SimulatedCompletion, SimulatedRequest } from './completion.ts';
import { read } from './reading/read.ts';

/** Answers a request as a typical model of that size would: pure, deterministic, and with the reasons. */
export function simulate(request: SimulatedRequest): SimulatedCompletion {
  return answer(read(request.messages), request);
}
