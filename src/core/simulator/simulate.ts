import { answer } from './answer.ts';
import type { SimulatedCompletion, SimulatedRequest } from './completion.ts';
import { materialIn } from './knowledge/place.ts';
import { read } from './reading/read.ts';
import type { Reading } from './reading/reading.ts';
import { cutOff } from './writing/cut-off.ts';

/** Answers a request as a typical model of that size would: pure, deterministic, and with the reasons. */
export function simulate(request: SimulatedRequest): SimulatedCompletion {
  const last = request.messages.at(-1);
  if (last?.role === 'assistant' && last.content !== '') return goOn(request, last.content);
  return answer(readingOf(request), request);
}

/** What is known to be the data of a case is told from what the person says, whether anything sets it apart or not. */
function readingOf({ messages, knowledge }: SimulatedRequest): Reading {
  const material = materialIn(messages, knowledge);
  const of = material?.recognised.knowledge ?? messages;
  const known = readings.get(messages) ?? new WeakMap<object, Reading>();
  const reading = known.get(of) ?? read(messages, material?.spans);
  readings.set(messages, known.set(of, reading));
  return reading;
}

/** Several samples of the very same messages are read once; by the exercise whose data they hold. */
const readings = new WeakMap<SimulatedRequest['messages'], WeakMap<object, Reading>>();

/**
 * Where the messages end with a beginning of the answer, a model goes on from it. This one makes up its mind before it
 * speaks: it says the rest of what it would have said, from where the two part.
 */
function goOn(request: SimulatedRequest, begun: string): SimulatedCompletion {
  const { maxTokens: _, ...unlimited } = request.parameters;
  const whole = simulate({ ...request, messages: request.messages.slice(0, -1), parameters: unlimited });
  let from = 0;
  while (from < begun.length && begun[from] === whole.text[from]) from++;
  const { stop: _stopped, ...limited } = request.parameters; // stop texts have cut the whole already
  const rest = cutOff([{ text: whole.text.slice(from), because: [] }], limited);
  const decisions = whole.explanation.decisions.map((decision) => ({
    ...decision,
    output: decision.output
      .map(({ start, end }) => ({ start: Math.max(0, start - from), end: Math.min(end - from, rest.text.length) }))
      .filter(({ start, end }) => start < end),
  }));
  return { ...rest, explanation: { ...whole.explanation, decisions } };
}
