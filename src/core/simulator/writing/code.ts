import type { Content, Fact } from './content.ts';
import type { Piece } from './draft.ts';

/** The fact that is a piece of code, where the answer has one. */
export function codeIn({ facts }: Content): (Fact & { value: string; code: string }) | undefined {
  return facts.find((fact): fact is Fact & { value: string; code: string } => {
    return fact.code !== undefined && typeof fact.value === 'string';
  });
}

/** Code stands in a block of its own, to the letter; what else there is to say comes after it. */
export function codePieces(code: Fact & { value: string; code: string }, after: readonly Piece[]): Piece[] {
  const block = [
    { text: `\`\`\`${code.code}\n`, because: [] },
    { text: code.value, because: code.because },
    { text: '\n```', because: [] },
  ];
  return after.length > 0 ? [...block, { text: '\n\n', because: [] }, ...after] : block;
}
