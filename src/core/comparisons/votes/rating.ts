import { fitBradleyTerry, type Strength } from './bradley-terry.ts';
import type { Duel } from './duels.ts';

/**
 * How many votes a rating takes before it means something. A Bradley–Terry model is a logistic regression with one parameter
 * fewer than there are contenders. Peduzzi et al. 1996 (J. Clin. Epidemiol. 49:1373) found estimates biased and 90 %
 * intervals too narrow below ten events a parameter; as either side of a vote can stand first, at best half of the votes are
 * "events", hence twenty votes a parameter. Vittinghoff and McCulloch 2007 (Am. J. Epidemiol. 165:710) and van Smeden et al.
 * 2016 (BMC Med. Res. Methodol. 16:163) call the rule of ten rough; it is kept here as the cautious end.
 */
export const votesPerParameter = 20;
/** Fewest votes of a contender that is rated: the same ten, for its own parameter. */
export const votesPerContender = 10;
/** With two contenders the rating is their win share over again. */
export const fewestContenders = 3;

/** A rating, or why there is none yet. */
export type Rating =
  | { status: 'rated'; strengths: Strength[]; votes: number }
  /** So many contenders have enough votes among each other; three must. */
  | { status: 'too-few-contenders'; contenders: number }
  | { status: 'too-few-votes'; votes: number; needed: number }
  /** Somebody won or lost everything, or two groups never met: the estimate would be infinite (Ford 1957). */
  | { status: 'unbounded' };

export function rate(duels: readonly Duel[]): Rating {
  const met = meetOften(duels);
  const contenders = [...new Set(met.flatMap(({ one, other }) => [one, other]))].sort();
  if (contenders.length < fewestContenders) return { status: 'too-few-contenders', contenders: contenders.length };
  const needed = votesPerParameter * (contenders.length - 1);
  if (met.length < needed) return { status: 'too-few-votes', votes: met.length, needed };
  const strengths = fitBradleyTerry(met);
  return strengths ? { status: 'rated', strengths, votes: met.length } : { status: 'unbounded' };
}

/** Leaves out contenders with too few votes, until all that are left have enough among themselves. */
function meetOften(duels: readonly Duel[]): readonly Duel[] {
  const votes = new Map<string, number>();
  for (const id of duels.flatMap(({ one, other }) => [one, other])) votes.set(id, (votes.get(id) ?? 0) + 1);
  const left = duels.filter(({ one, other }) => [one, other].every((id) => (votes.get(id) ?? 0) >= votesPerContender));
  return left.length === duels.length ? left : meetOften(left);
}
