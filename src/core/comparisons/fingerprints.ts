import { hash } from '#core/chance/chance.ts';
import type { ModelChoice } from '#core/models/model-choice.ts';
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
  return new Fingerprints().output(prompt, model, values);
}

/**
 * The same for many cells at once: each prompt and each value is read once, however many cells they meet in. Holds for as
 * long as the prompts and values it has seen are not changed in place.
 */
export class Fingerprints {
  #prompts = new Map<Prompt, { own: string; variables: string[] }>();
  #values = new Map<string, string>();

  output(prompt: Prompt, model: ModelChoice, values: Readonly<Record<string, string>>): string {
    const { own, variables } = this.#prompts.get(prompt) ?? this.#read(prompt);
    const used = variables.map((name) => [name, this.#value(values[name])]);
    return fingerprintOf([own, model.id, model.seed, used]);
  }

  #read(prompt: Prompt): { own: string; variables: string[] } {
    const read = { own: promptFingerprint(prompt), variables: variablesOf(prompt).sort() };
    this.#prompts.set(prompt, read);
    return read;
  }

  #value(value: string | undefined): string | null {
    if (value === undefined) return null;
    const known = this.#values.get(value) ?? fingerprintOf([value]);
    this.#values.set(value, known);
    return known;
  }
}

function partsOf({ system, turns, user, parameters }: Prompt): unknown[] {
  const { temperature = null, topP = null, maxTokens = null, stop = [], reasoningEffort } = parameters;
  const parts = [system, turns.map(({ role, content }) => [role, content]), user, temperature, topP, maxTokens, stop];
  return reasoningEffort ? [...parts, reasoningEffort] : parts; // so that older fingerprints stay as they were
}

function fingerprintOf(parts: unknown[]): string {
  const text = JSON.stringify(parts);
  const half = (salt: string) => hash(salt, text).toString(16).padStart(8, '0');
  return half('one') + half('two');
}
