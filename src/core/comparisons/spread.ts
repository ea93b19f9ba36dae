import { countWords } from '#core/language/measure.ts';
import type { ComparisonOutput } from './comparison.ts';

/** How several samples of one pane and case lie: their scores, how many hold, and how different they are. */
export interface Spread {
  samples: number;
  /** Graded ones. */
  graded: number;
  passed: number;
  mean?: number;
  lowest?: number;
  highest?: number;
  /** Texts that are not the same to the letter. */
  distinct: number;
  words: { fewest: number; most: number };
}

/** `undefined` when there is nothing whole to speak of. */
export function spreadOf(
  outputs: readonly Pick<ComparisonOutput, 'status' | 'text' | 'score' | 'passed'>[],
): Spread | undefined {
  const whole = outputs.filter(({ status }) => status === 'whole');
  if (whole.length === 0) return undefined;
  const scores = whole.flatMap(({ score }) => (typeof score === 'number' ? [score] : []));
  const words = whole.map(({ text }) => countWords(text));
  return {
    samples: whole.length,
    graded: scores.length,
    passed: whole.filter(({ passed }) => passed).length,
    ...(scores.length
      ? {
          mean: scores.reduce((sum, score) => sum + score, 0) / scores.length,
          lowest: Math.min(...scores),
          highest: Math.max(...scores),
        }
      : {}),
    distinct: new Set(whole.map(({ text }) => text)).size,
    words: { fewest: Math.min(...words), most: Math.max(...words) },
  };
}
