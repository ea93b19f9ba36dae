import { hash } from '#core/chance/chance.ts';
import type { ModelChoice } from '#core/attempts/attempt.ts';
import type { Prompt } from '#core/prompts/prompt.ts';
import { variablesOf } from '#core/prompts/template.ts';

/** Of a prompt alone, parameters included: two panes with the same one hold the same version of a prompt. */
export function promptFingerprint(prompt: Prompt): string {
  return fingerprintOf([partsOf(prompt)]);
}

/**
 * Of what was sent for one case: prompt, model, and the values the prompt uses. An output whose fingerprint is another one
 * than its variant has now was drawn before the variant was edited. A value that the prompt does not use changes nothing.
 */
export function outputFingerprint(
  { prompt, model }: { prompt: Prompt; model: ModelChoice },
  values: Readonly<Record<string, string>>,
): string {
  const used = variablesOf(prompt)
    .sort()
    .map((name) => [name, values[name] ?? null]);
  return fingerprintOf([partsOf(prompt), [model.id, model.seed], used]);
}

function partsOf({ system, turns, user, parameters }: Prompt): unknown[] {
  const { temperature = null, topP = null, maxTokens = null, stop = [] } = parameters;
  return [system, turns.map(({ role, content }) => [role, content]), user, temperature, topP, maxTokens, stop];
}

function fingerprintOf(parts: unknown[]): string {
  const text = JSON.stringify(parts);
  const half = (salt: string) => hash(salt, text).toString(16).padStart(8, '0');
  return half('one') + half('two');
}
