import type { ModelChoice } from '#core/attempts/attempt.ts';
import type { Estimate } from '#core/comparisons/estimate.ts';
import {
  agreedVerdict,
  opinionMessages,
  opinionOrders,
  readOpinion,
  type Opinion,
  type OpinionQuestion,
  type OpinionRound,
} from '#core/grading/opinion.ts';
import type { ChatModel } from '#core/models/chat-model.ts';
import type { ModelError } from '#core/models/model-error.ts';
import { costOf, type ModelOffer } from '#core/models/model-offer.ts';
import { ask } from '#services/models/ask.ts';
import { countMessageTokens } from '#services/models/simulated/tokens.ts';

/** Room for the reason and the verdict, and for the thoughts of a model that thinks. */
const mostTokens = 1_024;
/** A reason of three sentences and a verdict. */
const usualReply = 120;

export type OpinionReport = { ok: true; opinion: Opinion } | { ok: false; error?: ModelError };

/** What both rounds will take. */
export function estimateOpinion(question: OpinionQuestion, offer: ModelOffer | undefined): Estimate {
  const tokens = opinionOrders.map((order) => countMessageTokens(opinionMessages(question, order)));
  const inputTokens = tokens.reduce((sum, one) => sum + one, 0);
  const outputTokens = usualReply * opinionOrders.length;
  return { calls: opinionOrders.length, inputTokens, outputTokens, cost: costOf(offer, { inputTokens, outputTokens }) };
}

/**
 * Asks a real model for its opinion, in both orders. A simulated model has none, and is refused. Without an error, and not
 * `ok`, it was stopped.
 */
export async function askOpinion(
  model: ChatModel,
  choice: ModelChoice,
  question: OpinionQuestion,
  { now, signal }: { now: () => number; signal: AbortSignal },
): Promise<OpinionReport> {
  if (model.simulated) throw new Error('a simulated model has no opinion');
  const rounds: OpinionRound[] = [];
  for (const [index, order] of opinionOrders.entries()) {
    const messages = opinionMessages(question, order);
    const parameters = { temperature: 0, maxTokens: mostTokens };
    const request = { messages, parameters, sample: index, seed: choice.seed, signal };
    const { text, finishReason, error } = await ask(model, request, () => {});
    if (error) return { ok: false, error };
    if (!finishReason) return { ok: false };
    rounds.push(readOpinion(question.kind, order, text));
  }
  const both: [OpinionRound, OpinionRound] = [rounds[0]!, rounds[1]!];
  const { kind, rubric } = question;
  return { ok: true, opinion: { kind, verdict: agreedVerdict(both), rounds: both, rubric, model: choice, at: now() } };
}
