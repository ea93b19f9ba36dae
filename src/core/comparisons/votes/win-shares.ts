import { wilsonInterval } from '#core/grading/statistics.ts';
import type { Duel } from './duels.ts';

/** How often a contender was preferred. */
export interface WinShare {
  id: string;
  votes: number;
  wins: number;
  /** Both-bad included. */
  ties: number;
  losses: number;
  /** Wins and half the ties, of all its votes: 0 to 1. */
  share: number;
  /** 90 % Wilson interval of the share. */
  interval: [low: number, high: number];
}

/**
 * Shares of the votes, the highest first. A tie counts half for each side. With halves the Wilson interval is a little wider
 * than need be (a tie varies less than a win and a loss), which errs on the candid side.
 */
export function winShares(duels: readonly Duel[]): WinShare[] {
  const results = new Map<string, Duel['result'][]>();
  const add = (id: string, result: Duel['result']) => void results.set(id, [...(results.get(id) ?? []), result]);
  for (const { one, other, result } of duels) {
    add(one, result);
    add(other, (1 - result) as Duel['result']);
  }
  return [...results]
    .map(([id, of]) => shareOf(id, of))
    .sort((a, b) => b.share - a.share || b.votes - a.votes || (a.id < b.id ? -1 : 1));
}

function shareOf(id: string, results: readonly Duel['result'][]): WinShare {
  const votes = results.length;
  const wins = results.filter((result) => result === 1).length;
  const ties = results.filter((result) => result === 0.5).length;
  const share = (wins + ties / 2) / votes;
  return { id, votes, wins, ties, losses: votes - wins - ties, share, interval: wilsonInterval(share, votes) };
}
