import type { ModelChoice } from '#core/models/model-choice.ts';
import type { ComparisonOutput } from '#core/comparisons/comparison.ts';
import type { Drawer, DrawEvent, DrawRequest } from '#core/comparisons/draw.ts';
import { outputFingerprint } from '#core/comparisons/fingerprints.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { Grader } from '#core/grading/grader.ts';
import type { ChatModel } from '#core/models/chat-model.ts';
import type { Message } from '#core/prompts/prompt.ts';
import { renderPrompt } from '#core/prompts/template.ts';
import { estimateTokens } from '#core/prompts/tokens.ts';
import { gradeOutput } from '#services/grading/grade-output.ts';
import { ask, type Answer } from '#services/models/ask.ts';

interface Services {
  /** The model that was chosen; with an exercise it is ready to answer in it. */
  model: (choice: ModelChoice, bundle?: ExerciseBundle) => ChatModel;
  grader: Grader;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Milliseconds on a clock that only goes forward. */
  elapsed?: () => number;
}

/** Draws through the model port. What a model does wrong is in the output, with the text that had arrived. */
export class StreamingDrawer implements Drawer {
  #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  async draw(request: DrawRequest, listen: (event: DrawEvent) => void, signal: AbortSignal): Promise<ComparisonOutput> {
    const { now, grader } = this.#services;
    const { owner, variant, case: one, sample, bundle } = request;
    const answer = await this.#ask(request, listen, signal);
    const whole = answer.finishReason !== undefined && !answer.error;
    const output: ComparisonOutput = {
      id: `${owner}/${variant.id}/${one.id}/${sample}`,
      owner,
      variant: variant.id,
      case: one.id,
      ...(bundle?.exercise.cases.find(({ id }) => id === one.id)?.heldOut ? { heldOut: true } : {}),
      sample,
      fingerprint: outputFingerprint(variant, one.values),
      at: now(),
      status: whole ? 'whole' : 'partial',
      ...answer,
      results: [],
    };
    if (!whole || !bundle) return output;
    listen({ type: 'answered' });
    const graded = await gradeOutput(grader, bundle, { case: one.id, sample, output: answer.text });
    const score = graded.score === null ? null : 100 * graded.score;
    return { ...output, at: now(), score, passed: graded.passed, results: graded.results };
  }

  async #ask(request: DrawRequest, listen: (event: DrawEvent) => void, signal: AbortSignal): Promise<Answer> {
    const { variant, case: one, sample, bundle, continueFrom = '' } = request;
    const { elapsed = () => performance.now() } = this.#services;
    const messages: Message[] = renderPrompt(variant.prompt, one.values).map(({ role, content }) => ({
      role,
      content,
    }));
    if (continueFrom !== '') messages.push({ role: 'assistant', content: continueFrom });
    const sentAt = elapsed();
    let firstTokenInMs: number | undefined;
    let model: ChatModel;
    try {
      model = this.#services.model(variant.model, bundle);
    } catch {
      return { text: continueFrom, error: { kind: 'model-not-found', retryable: false } };
    }
    const { parameters } = variant.prompt;
    const answer = await ask(model, { messages, parameters, sample, seed: variant.model.seed, signal }, (text) => {
      if (firstTokenInMs === undefined) {
        firstTokenInMs = elapsed() - sentAt;
        listen({ type: 'first-token', afterInMs: firstTokenInMs });
      }
      listen({ type: 'text', text: continueFrom + text });
    });
    // A model that broke off does not say how long it took or how much it said; the time is ours to tell.
    if (firstTokenInMs !== undefined) answer.timings ??= { firstTokenInMs, totalInMs: elapsed() - sentAt };
    if (continueFrom !== '') {
      answer.text = continueFrom + answer.text;
      if (answer.usage) {
        const outputTokens = answer.usage.outputTokens + estimateTokens(continueFrom);
        answer.usage = { ...answer.usage, outputTokens, estimated: true };
      }
    }
    return answer;
  }
}
