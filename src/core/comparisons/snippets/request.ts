import { renderPrompt } from '#core/prompts/template.ts';
import type { Variant } from '../comparison.ts';

/** Where `candor serve` listens unless told otherwise. */
export const localAddress = 'http://127.0.0.1:4870/v1';

/** What a pane asks a model, in the chat completions protocol. */
export interface RequestBody {
  model: string;
  messages: { role: string; content: string }[];
  temperature?: number;
  top_p?: number;
  max_tokens?: number;
  stop?: string[];
  seed: number;
}

/** The request of a pane for one case, its variables filled. */
export function requestOf(variant: Variant, values: Readonly<Record<string, string>>): RequestBody {
  const { temperature, topP, maxTokens, stop } = variant.prompt.parameters;
  return {
    model: variant.model.id,
    messages: renderPrompt(variant.prompt, values).map(({ role, content }) => ({ role, content })),
    ...(temperature === undefined ? {} : { temperature }),
    ...(topP === undefined ? {} : { top_p: topP }),
    ...(maxTokens === undefined ? {} : { max_tokens: maxTokens }),
    ...(stop === undefined ? {} : { stop }),
    seed: variant.model.seed,
  };
}

/** A sentence as the comment lines of a program. */
export function comment(mark: string, sentence: string): string {
  return sentence
    .split(/[\r\n\u0085\u2028\u2029]+/)
    .map((line) => `${mark} ${line}`.trimEnd())
    .join('\n');
}
