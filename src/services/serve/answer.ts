import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import type { ChatModel, StreamPart, Usage } from '#core/models/chat-model.ts';
import type { ExerciseKnowledge } from '#core/exercises/simulation.ts';
import { atOnce } from '../models/simulated/pace.ts';
import { SimulatedModel } from '../models/simulated/simulated-model.ts';
import { chunkBody, completionBody, usageChunkBody, type Choice, type Delta, type Heading } from './bodies.ts';
import { completeAs } from './complete-as.ts';
import { failure, noSuchModel } from './errors.ts';
import { brokenEvent, deltasBeforeFault, firstHalf, refusalOf, servedModel, sluggish, type Fault } from './faults.ts';
import type { CompletionRequest } from './parse-request.ts';
import { sendJson } from './send-json.ts';
import { eventOf, eventStreamHead, lastEvent, send } from './sse.ts';

/** What the answers are made with. */
export interface Served {
  knowledge: readonly ExerciseKnowledge[];
  /** For requests that bring no seed of their own. */
  seed: number;
}

/** Answers a request for chat completions, whole or as a stream, or fails as the name of the model asks. */
export async function answer(asked: CompletionRequest, served: Served, response: ServerResponse): Promise<void> {
  const model = servedModel(asked.model);
  if (!model) throw noSuchModel(asked.model);
  const refusal = refusalOf(model.fault);
  if (refusal) throw refusal;

  const left = new AbortController();
  response.once('close', () => left.abort());
  const complete = completeAs(asked.format);
  const speaker = new SimulatedModel({
    size: model.size,
    complete: (request) => Promise.resolve().then(() => complete(request)),
    knowledge: served.knowledge,
    pace: model.fault === 'slow' ? sluggish : atOnce,
  });
  const streams = streamsOf(speaker, asked, served.seed, left.signal);
  const heading = { id: `chatcmpl-${randomUUID()}`, created: Math.floor(Date.now() / 1000), model: model.id };
  try {
    if (asked.stream) await speak(streams, asked, heading, model.fault, response, left.signal);
    else await hand(streams, heading, model.fault, response, left.signal);
  } catch (error) {
    if (!left.signal.aborted) throw error; // who has left needs no answer
  }
}

function streamsOf(model: ChatModel, asked: CompletionRequest, seed: number, signal: AbortSignal) {
  const { messages, parameters } = asked;
  return Array.from({ length: asked.count }, (_, sample) =>
    model.stream({ messages, parameters, sample, seed: (asked.seed ?? seed) >>> 0, signal })[Symbol.asyncIterator](),
  );
}

/** All choices at once, in one body. */
async function hand(
  streams: readonly AsyncIterator<StreamPart>[],
  heading: Heading,
  fault: Fault | undefined,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  const choices: Choice[] = streams.map(() => ({ text: '', reason: 'unknown' }));
  let usage = noUsage;
  for await (const { index, part } of inTurns(streams)) {
    const choice = choices[index]!;
    if (part.type === 'text-delta') choice.text += part.text;
    if (part.type !== 'finish') continue;
    choice.reason = part.reason;
    usage = together(usage, part.usage);
  }
  signal.throwIfAborted();
  const body = completionBody(heading, choices, usage);
  if (fault === 'garbage') return sendJson(response, 200, firstHalf(JSON.stringify(body)));
  if (fault !== 'drop') return sendJson(response, 200, JSON.stringify(body));
  const text = JSON.stringify(body);
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) });
  await send(response, firstHalf(text), signal);
  await drop(response);
}

/** Each choice's deltas as they come, the choices in turns. */
async function speak(
  streams: readonly AsyncIterator<StreamPart>[],
  asked: CompletionRequest,
  heading: Heading,
  fault: Fault | undefined,
  response: ServerResponse,
  signal: AbortSignal,
): Promise<void> {
  const chunk = (index: number, delta: Delta, reason: Choice['reason'] | null = null) =>
    send(response, eventOf(chunkBody(heading, index, delta, reason, asked.includeUsage)), signal);
  let usage = noUsage;
  let deltas = 0;
  const begin = () => {
    if (!response.headersSent) response.writeHead(200, eventStreamHead);
  };
  for await (const { index, part } of inTurns(streams)) {
    if (part.type === 'start') {
      begin();
      await chunk(index, { role: 'assistant', content: '' });
    } else if (part.type === 'text-delta') {
      await chunk(index, { content: part.text });
      deltas += 1;
    } else if (part.type === 'finish') {
      usage = together(usage, part.usage);
    }
    if (deltas === deltasBeforeFault || part.type === 'finish') {
      if (fault === 'drop') return drop(response);
      if (fault === 'garbage') return void response.end(brokenEvent);
    }
    if (part.type === 'finish') await chunk(index, {}, part.reason);
  }
  if (asked.includeUsage) await send(response, eventOf(usageChunkBody(heading, usage)), signal);
  response.end(lastEvent);
}

/** The parts of several streams, one of each in turn. An `error` part is thrown. */
async function* inTurns(
  streams: readonly AsyncIterator<StreamPart>[],
): AsyncGenerator<{ index: number; part: StreamPart }> {
  const open = new Map(streams.entries());
  while (open.size > 0) {
    for (const [index, stream] of open) {
      const { value: part, done } = await stream.next();
      if (done) open.delete(index);
      else if (part.type === 'error')
        throw failure(`The simulated model failed: ${part.error.detail ?? part.error.kind}.`);
      else yield { index, part };
    }
  }
}

const noUsage: Usage = { inputTokens: 0, outputTokens: 0, estimated: true };

/** The prompt is read once for all choices. */
function together(sum: Usage, { inputTokens, outputTokens, estimated }: Usage): Usage {
  return { inputTokens, outputTokens: sum.outputTokens + outputTokens, estimated };
}

/** Breaks the connection, once what was sent has had the time to arrive. */
async function drop(response: ServerResponse): Promise<void> {
  await setTimeout(50);
  response.socket?.resetAndDestroy();
}
