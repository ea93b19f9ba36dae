import { hash } from '#core/chance/chance.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { Prompt, StepPrompt } from '#core/prompts/prompt.ts';
import type { ModelChoice } from '#core/models/model-choice.ts';

/**
 * Equal for runs that draw from the same lot: the same prompt, on the same model and seed, for the same cases judged by the
 * same checks. Their samples are pooled. A changed exercise starts anew, because its old results no longer hold.
 */
export function fingerprint(
  { exercise, simulation, learnt }: ExerciseBundle,
  prompt: Prompt,
  model: ModelChoice,
): string {
  const text = JSON.stringify([
    [exercise.id, exercise.cases, exercise.checks, exercise.meanings, exercise.threshold, simulation],
    partsOf(prompt),
    [model.id, model.seed],
    // only a chain has these: the fingerprints of all others stay as they were
    ...(learnt === undefined ? [] : [learnt]),
    ...(exercise.steps ? [exercise.steps, (prompt.later ?? []).map(partsOf)] : []),
  ]);
  const half = (salt: string) => hash(salt, text).toString(16).padStart(8, '0');
  return half('one') + half('two');
}

function partsOf({ system, turns, user, parameters }: StepPrompt): unknown[] {
  const { temperature = null, topP = null, maxTokens = null, stop = [], reasoningEffort } = parameters;
  const parts = [system, turns.map(({ role, content }) => [role, content]), user, temperature, topP, maxTokens, stop];
  return reasoningEffort ? [...parts, reasoningEffort] : parts; // so that older fingerprints stay as they were
}
