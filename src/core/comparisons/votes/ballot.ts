import { luck } from '#core/chance/chance.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import { caseValues } from '../case-values.ts';
import type { Comparison, ComparisonOutput, Side, Variant, Vote } from '../comparison.ts';
import { outputFingerprint, promptFingerprint } from '../fingerprints.ts';

/** Two outputs for the same case and sample, in the order of their panes: what can be voted on. */
export interface Matchup {
  one: ComparisonOutput;
  other: ComparisonOutput;
}

/** What there is to vote on, and how much of it could be voted on but is not worth it. */
export interface Ballots {
  matchups: Matchup[];
  /** Pairs whose texts are the same to the letter. */
  identical: number;
}

/** A vote to be cast: who stands left was drawn, and nothing else in it tells. */
export interface Ballot {
  /** From 1, over all votes of the comparison. */
  number: number;
  left: ComparisonOutput;
  right: ComparisonOutput;
}

/** Each matchup is shown twice, the second time the other way round. */
export const showings = 2;

/**
 * Every pair of panes over the cases and samples that both have a whole output for. Outputs that were drawn before their
 * pane was edited take no part: a vote on them would count for a prompt that is gone.
 */
export function ballotsOf(
  comparison: Comparison,
  outputs: readonly ComparisonOutput[],
  bundle?: ExerciseBundle,
): Ballots {
  const votable = outputs.filter((output) => isVotable(output, comparison, bundle));
  const found = new Map(votable.map((output) => [placeOf(output, output.variant), output]));
  const matchups: Matchup[] = [];
  let identical = 0;
  comparison.panes.forEach((pane, index) => {
    for (const rival of comparison.panes.slice(index + 1)) {
      for (const one of votable) {
        const other = one.variant === pane.id ? found.get(placeOf(one, rival.id)) : undefined;
        if (!other) continue;
        if (one.text.trim() === other.text.trim()) identical++;
        else matchups.push({ one, other });
      }
    }
  });
  return { matchups, identical };
}

/**
 * The next vote, or nothing when each matchup has been seen both ways. The pair of panes with the fewest votes comes first,
 * then its least seen matchup. Who stands left is drawn with luck that belongs to the comparison and the number of the vote,
 * so that a reload changes nothing and the last reveal tells nothing of the next vote; a matchup that is seen again is
 * turned round.
 */
export function nextBallot(
  comparison: Comparison,
  matchups: readonly Matchup[],
  votes: readonly Vote[],
): Ballot | undefined {
  const own = votes.filter((vote) => vote.comparison === comparison.id);
  const number = own.length + 1;
  const sides = new Map(comparison.panes.map((pane) => [pane.id, sideOf(pane)]));
  const cast = own.filter((vote) => [vote.left, vote.right].every((side) => isCurrent(side, sides)));
  const ofPair = tally(cast.map(({ left, right }) => pairKey(left.variant, right.variant)));
  const ofMatchup = tally(cast.map(({ left, right }) => pairKey(left.output, right.output)));
  const ranked = matchups
    .map((matchup) => ({
      matchup,
      pair: ofPair.get(pairKey(matchup.one.variant, matchup.other.variant)) ?? 0,
      seen: ofMatchup.get(pairKey(matchup.one.id, matchup.other.id)) ?? 0,
      luck: luck('matchup', comparison.id, number, matchup.one.id, matchup.other.id),
    }))
    .filter(({ seen }) => seen < showings)
    .sort((a, b) => a.pair - b.pair || a.seen - b.seen || a.luck - b.luck);
  const next = ranked[0]?.matchup;
  if (!next) return undefined;
  const before = cast.find(
    ({ left, right }) => pairKey(left.output, right.output) === pairKey(next.one.id, next.other.id),
  );
  const oneIsLeft = before ? before.left.output !== next.one.id : luck('left', comparison.id, number) < 0.5;
  return oneIsLeft ? { number, left: next.one, right: next.other } : { number, left: next.other, right: next.one };
}

/** What a vote keeps of an output: whose it was, by prompt version and model. */
export function voteSide(output: ComparisonOutput, panes: readonly Variant[]): Side | undefined {
  const pane = panes.find(({ id }) => id === output.variant);
  return pane && { variant: pane.id, output: output.id, ...sideOf(pane) };
}

function isVotable(output: ComparisonOutput, { panes, subject }: Comparison, bundle?: ExerciseBundle): boolean {
  const pane = panes.find(({ id }) => id === output.variant);
  const values = caseValues(subject, output.case, bundle);
  if (!pane || !values || output.status !== 'whole' || output.error || output.text.trim() === '') return false;
  return output.fingerprint === outputFingerprint(pane, values);
}

function sideOf({ prompt, model }: Variant): Pick<Side, 'prompt' | 'model'> {
  return { prompt: promptFingerprint(prompt), model: model.id };
}

function isCurrent(side: Side, sides: ReadonlyMap<string, Pick<Side, 'prompt' | 'model'>>): boolean {
  const now = sides.get(side.variant);
  return now !== undefined && now.prompt === side.prompt && now.model === side.model;
}

const placeOf = (output: ComparisonOutput, variant: string) => JSON.stringify([variant, output.case, output.sample]);
const pairKey = (one: string, other: string) => JSON.stringify([one, other].sort());

function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
