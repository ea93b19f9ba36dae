import { readModelId } from '#core/models/connection.ts';
import {
  conversationTokens,
  encodingOf,
  type TokenCount,
  type TokenCounter,
  type TokenEncoding,
} from '#core/models/token-count.ts';
import type { Message } from '#core/prompts/prompt.ts';
import { countMessageTokens } from './simulated/tokens.ts';

interface CounterOptions {
  /** Counts with a published vocabulary; in the page through a worker. Rejects when it cannot. */
  countWith: (encoding: TokenEncoding, texts: readonly string[]) => Promise<number[]>;
  /** Counts with the vocabulary of the model in memory; nothing when that is another or none. */
  countLocally?: (connection: string, requests: readonly (readonly Message[])[]) => Promise<number[] | undefined>;
}

/** Counts what requests will take: exactly where the vocabulary is known, else by estimate, and says which. */
export class ModelTokenCounter implements TokenCounter {
  readonly #options: CounterOptions;

  constructor(options: CounterOptions) {
    this.#options = options;
  }

  async count(model: string, requests: readonly (readonly Message[])[]): Promise<TokenCount[]> {
    const counted = await this.#exactly(model, requests).catch(() => undefined);
    if (counted) return counted.map((tokens) => ({ tokens, exact: true }));
    return requests.map((messages) => ({ tokens: countMessageTokens(messages), exact: false }));
  }

  async #exactly(id: string, requests: readonly (readonly Message[])[]): Promise<number[] | undefined> {
    const read = readModelId(id);
    if (!read) return undefined; // the simulated models have no vocabulary
    const encoding = encodingOf(read.model);
    if (!encoding) return this.#options.countLocally?.(read.connection, requests);
    const texts = [
      ...new Set(requests.flatMap((messages) => messages.flatMap(({ role, content }) => [role, content]))),
    ];
    const counts = await this.#options.countWith(encoding, texts);
    const countOf = new Map(texts.map((text, index) => [text, counts[index] ?? 0]));
    return requests.map((messages) => conversationTokens(messages, (text) => countOf.get(text) ?? 0));
  }
}
