import type { Meaning } from '#core/exercises/simulation.ts';
import type { Span } from './span.ts';
import { sentences, words } from './segment.ts';
import { fold } from './normalise.ts';

export interface CompiledMeaning {
  meaning: Meaning;
}

/** Whether people speak of what should be done (`instruction`) or of what is so (`statement`). */
export type Mood = 'instruction' | 'statement';

export interface Match {
  verdict: 'yes' | 'no' | 'unsure';
  score: number;
  span?: Span;
}

export function compileMeaning(meaning: Meaning): CompiledMeaning {
  return { meaning };
}

export function findMeaning(compiled: CompiledMeaning, text: string, _mood: Mood): Match {
  const bag = (one: string) => new Set(words(fold(one)).map((token) => token.text.slice(0, 6)));
  const positive = [...compiled.meaning.positive.en, ...compiled.meaning.positive.fr].map(bag);
  let best: Match = { verdict: 'no', score: 0 };
  for (const sentence of sentences(text)) {
    const own = bag(sentence.text);
    for (const example of positive) {
      let shared = 0;
      for (const word of example) if (own.has(word)) shared++;
      const score = shared / Math.max(4, example.size);
      if (score > best.score) best = { verdict: score > 0.5 ? 'yes' : 'no', score, span: sentence };
    }
  }
  return best;
}
