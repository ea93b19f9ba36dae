import type { TokenEncoding } from '#core/models/token-count.ts';

/** Counts the tokens of texts; each vocabulary weighs over a megabyte and comes when it is first used. */
export async function countWith(encoding: TokenEncoding, texts: readonly string[]): Promise<number[]> {
  const { countTokens } =
    encoding === 'o200k_base'
      ? await import('gpt-tokenizer/esm/encoding/o200k_base')
      : await import('gpt-tokenizer/esm/encoding/cl100k_base');
  // what looks like a control token in somebody's text is text, to the providers too
  const plain = { disallowedSpecial: new Set<string>() };
  return texts.map((text) => countTokens(text, plain));
}
