import { hash } from '#core/chance/chance.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { Prompt } from '#core/prompts/prompt.ts';
import type { ModelChoice } from './attempt.ts';

/**
 * Equal for runs that draw from the same lot: the same prompt, on the same model and seed, for the same cases judged by the
 * same checks. Their samples are pooled. A changed exercise starts anew, because its old results no longer hold.
 */
export function fingerprint({ exercise, simulation }: ExerciseBundle, prompt: Prompt, model: ModelChoice): string {
  const { system, turns, user, parameters } = prompt;
  const { temperature = null, topP = null, maxTokens = null, stop = [] } = parameters;
  const text = JSON.stringify([
    [exercise.id, exercise.cases, exercise.checks, exercise.meanings, exercise.threshold, simulation],
    [system, turns.map(({ role, content }) => [role, content]), user, temperature, topP, maxTokens, stop],
    [model.id, model.seed],
  ]);
  const half = (salt: string) => hash(salt, text).toString(16).padStart(8, '0');
  return half('one') + half('two');
}
