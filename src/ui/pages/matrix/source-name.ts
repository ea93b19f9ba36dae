import type { PromptSource } from '#core/comparisons/matrix/set-up.ts';

interface Words {
  starter: string;
  draft: string;
  reference: (values: { number: number }) => string;
  attemptName: (values: { moment: string }) => string;
  attemptScore: (values: { moment: string; score: number }) => string;
}

/** How a prompt that can be taken into a matrix is called, there and afterwards. */
export function sourceName(source: PromptSource, words: Words, moment: (at: number) => string): string {
  switch (source.from) {
    case 'rung':
      return words.reference({ number: source.number });
    case 'attempt':
      return source.score === undefined
        ? words.attemptName({ moment: moment(source.at) })
        : words.attemptScore({ moment: moment(source.at), score: Math.round(source.score) });
    default:
      return words[source.from];
  }
}
