import type { ModelChoice } from '#core/models/model-choice.ts';
import {
  agreedVerdict,
  opinionMessages,
  opinionOrders,
  readOpinion,
  type OpinionQuestion,
  type OpinionReport,
  type OpinionRound,
} from '#core/grading/opinion.ts';
import type { ChatModel } from '#core/models/chat-model.ts';
import { ask } from '#services/models/ask.ts';

/** Room for the reason and the verdict, and for the thoughts of a model that thinks. */
const mostTokens = 1_024;
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
