import type { RequestSetting } from '#core/models/chat-model.ts';
import { errorWords, refusalBody, type Refusal } from './refusal.ts';
import type { Manner } from './request-body.ts';

const settings: readonly (readonly [name: string, setting: RequestSetting])[] = [
  // Of two that exclude each other the temperature stays.
  ['top_p', 'topP'],
  ['temperature', 'temperature'],
  ['stop', 'stop'],
  ['seed', 'seed'],
  ['random_seed', 'seed'],
  ['reasoning_effort', 'reasoningEffort'],
];

/**
 * What a refusal teaches about how to ask: the manner without the setting it names, or `undefined` when it names none
 * that was sent.
 */
export function learnManner(refusal: Refusal, body: Record<string, unknown>, manner: Manner): Manner | undefined {
  if (refusal.status !== 400 && refusal.status !== 422) return undefined;
  const words = errorWords(refusalBody(refusal));
  const named = (name: string) => body[name] !== undefined && names(words, name);
  if (named('stream_options')) return { ...manner, usage: false };
  if (named(manner.maxTokens)) {
    const other = manner.maxTokens === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens';
    // Too many tokens is not a wrong name; only where the other name is meant, or the name is not known, it is changed.
    if (mentions(words.message, other)) return { ...manner, maxTokens: other };
    return /unsupported|unknown|unrecogni[sz]ed|not (?:supported|permitted|allowed)|extra/i.test(
      `${words.code} ${words.message}`,
    )
      ? without(manner, 'maxTokens')
      : undefined;
  }
  if (named('response_format')) {
    if (manner.format === 'json_schema') return { ...manner, format: 'json_object' };
    return without({ ...manner, format: 'none' }, 'responseFormat');
  }
  const setting = settings.find(([name]) => named(name))?.[1];
  return setting && without(manner, setting);
}

const without = (manner: Manner, setting: RequestSetting): Manner => ({
  ...manner,
  refused: new Set([...manner.refused, setting]),
});

function names({ param, message }: { param: string; message: string }, name: string): boolean {
  // OpenAI names it; the others only write of it. Google: `Unknown name "seed"`.
  return param === '' ? mentions(message, name) : param.split(/[.[]/)[0] === name;
}

/** A name with an underscore speaks for itself; `stop` and `seed` are words too and need a sign that they are names. */
function mentions(message: string, name: string): boolean {
  if (name.includes('_')) return new RegExp(`\\b${name}\\b`).test(message);
  return new RegExp(
    `["'\`]${name}["'\`]|\\b(?:parameter|argument|field|property|supplied|setting)s?:? ${name}\\b|\\b${name}:? (?:is|are|parameter|extra|does)\\b`,
    'i',
  ).test(message);
}
