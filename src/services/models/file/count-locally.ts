import type { Message } from '#core/prompts/prompt.ts';
import type { Runtime } from './local-engine.ts';
import { RuntimeFailure } from './wllama-runtime.ts';

const word = ' a';

/**
 * Tokens of questions, by the model's own vocabulary and template. The program has no call for that, but it refuses what
 * does not fit with the count of it, before any work: each question is asked with more words behind it than fit, and
 * those words are taken off again. Nothing when it did not refuse.
 */
export async function countLocally(
  runtime: Runtime,
  contextInTokens: number,
  requests: readonly (readonly Message[])[],
): Promise<number[] | undefined> {
  const filler = word.repeat(contextInTokens);
  const once = await refusedTokens(runtime, [{ role: 'user', content: `a${filler}` }]);
  const twice = await refusedTokens(runtime, [{ role: 'user', content: `a${filler}${filler}` }]);
  if (once === undefined || twice === undefined) return undefined;
  const counts: number[] = [];
  for (const messages of requests) {
    const filled = messages.map(({ role, content }, index) => ({
      role,
      content: index === messages.length - 1 ? content + filler : content,
    }));
    const tokens = await refusedTokens(runtime, filled);
    if (tokens === undefined) return undefined;
    counts.push(tokens - (twice - once));
  }
  return counts;
}

async function refusedTokens(runtime: Runtime, messages: Message[]): Promise<number | undefined> {
  const stop = new AbortController();
  try {
    await runtime.chat({ messages, max_tokens: 1 }, () => stop.abort(), stop.signal);
  } catch (failure) {
    if (failure instanceof RuntimeFailure) return failure.tokens;
  }
  return undefined;
}
