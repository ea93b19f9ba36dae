import { answer } from './answer.ts';
import type { SimulatedCompletion, SimulatedRequest } from './completion.ts';
import { read } from './reading/read.ts';
import type { Reading } from './reading/reading.ts';

/** Answers a request as a typical model of that size would: pure, deterministic, and with the reasons. */
export function simulate(request: SimulatedRequest): SimulatedCompletion {
  const reading = readings.get(request.messages) ?? read(request.messages);
  readings.set(request.messages, reading);
  return answer(reading, request);
}

/** Several samples of the very same messages are read once. */
const readings = new WeakMap<SimulatedRequest['messages'], Reading>();
