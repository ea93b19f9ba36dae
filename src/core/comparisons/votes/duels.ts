import type { Side, Vote } from '../comparison.ts';

/** A vote as arithmetic sees it: who met whom, and what the first one got of it. */
export interface Duel {
  one: string;
  other: string;
  /** 1 won, 0 lost, ½ for a tie; "both bad" is a tie too, as between these two. */
  result: 0 | 0.5 | 1;
}

/** What is weighed: the panes of one comparison, prompt versions, or models. */
export type Contender = 'variant' | 'prompt' | 'model';

export interface Duels {
  duels: Duel[];
  /** Votes between two prompts on two models: which of the two made the difference, nobody can say. */
  confounded: number;
}

/**
 * The votes that say something of a kind of contender. Prompts are weighed only where both sides were on the same model,
 * and models only where both had the same prompt: one thing varies at a time.
 */
export function duelsOf(votes: readonly Vote[], kind: Contender): Duels {
  const duels: Duel[] = [];
  let confounded = 0;
  for (const { left, right, verdict } of votes) {
    if (left[kind] === right[kind]) continue;
    if (kind !== 'variant' && differs(left, right, kind === 'prompt' ? 'model' : 'prompt')) {
      confounded++;
      continue;
    }
    duels.push({
      one: left[kind],
      other: right[kind],
      result: verdict === 'left' ? 1 : verdict === 'right' ? 0 : 0.5,
    });
  }
  return { duels, confounded };
}

const differs = (left: Side, right: Side, by: 'prompt' | 'model') => left[by] !== right[by];
