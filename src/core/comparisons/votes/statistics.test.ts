import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Side, Verdict, Vote } from '../comparison.ts';
import { fitBradleyTerry } from './bradley-terry.ts';
import { duelsOf, type Duel } from './duels.ts';
import { agreement, positionCheck, steadiness } from './habits.ts';
import { rate } from './rating.ts';
import { winShares } from './win-shares.ts';

const duel = (one: string, other: string, result: Duel['result']): Duel => ({ one, other, result });
const times = (n: number, of: Duel) => Array.from({ length: n }, () => of);
const side = (variant: string, prompt: string, model = 'm'): Side => ({ variant, output: variant, prompt, model });
const vote = (left: Side, right: Side, verdict: Verdict): Vote => ({
  id: '1',
  comparison: 'c',
  case: 'k',
  at: 0,
  left,
  right,
  verdict,
  criteria: [],
});

describe('win shares', () => {
  it('count ties as half, within the Wilson interval', () => {
    const [first, second] = winShares([
      ...times(6, duel('a', 'b', 1)),
      ...times(2, duel('b', 'a', 0.5)),
      duel('a', 'b', 0),
      duel('b', 'a', 1),
    ]);
    expect(first).toMatchObject({ id: 'a', votes: 10, wins: 6, ties: 2, losses: 2, share: 0.7 });
    expect(second).toMatchObject({ id: 'b', votes: 10, wins: 2, ties: 2, losses: 6 });
    // by hand, z² = 2.70554: centre (0.7 + 0.135277) / 1.270554 = 0.657411, half 1.294553 × √(0.021 + 0.006764) = 0.215704
    expect(first?.interval[0]).toBeCloseTo(0.4417, 3);
    expect(first?.interval[1]).toBeCloseTo(0.8731, 3);
  });

  it('stay within nought and one, around the share, and add up to the votes', () => {
    const result = fc.constantFrom<Duel['result']>(0, 0.5, 1);
    const contender = fc.constantFrom('a', 'b', 'c', 'd');
    const duels = fc.array(
      fc.record({ one: contender, other: contender, result }).filter(({ one, other }) => one !== other),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(duels, (all) => {
        const shares = winShares(all);
        expect(shares.reduce((sum, { share, votes }) => sum + share * votes, 0)).toBeCloseTo(all.length, 9);
        for (const { share, interval, wins, ties, losses, votes } of shares) {
          expect(wins + ties + losses).toBe(votes);
          expect(interval[0]).toBeGreaterThanOrEqual(0);
          expect(interval[1]).toBeLessThanOrEqual(1);
          expect(interval[0]).toBeLessThanOrEqual(share + 1e-12);
          expect(interval[1]).toBeGreaterThanOrEqual(share - 1e-12);
        }
      }),
    );
  });
});

describe('duels', () => {
  it('weigh prompts on one model only, and models under one prompt only', () => {
    const votes = [
      vote(side('a', 'p'), side('b', 'q'), 'left'),
      vote(side('a', 'p'), side('c', 'p', 'n'), 'right'),
      vote(side('a', 'p'), side('d', 'q', 'n'), 'both-bad'),
    ];
    expect(duelsOf(votes, 'prompt')).toEqual({ duels: [duel('p', 'q', 1)], confounded: 1 });
    expect(duelsOf(votes, 'model')).toEqual({ duels: [duel('m', 'n', 0)], confounded: 1 });
    expect(duelsOf(votes, 'variant').duels).toEqual([duel('a', 'b', 1), duel('a', 'c', 0), duel('a', 'd', 0.5)]);
  });
});

describe('the Bradley–Terry model', () => {
  /**
   * American League East 1987, wins of the row over the column: Agresti, Categorical Data Analysis, table 10.10. Estimates
   * and errors as printed by BradleyTerry2 for R (Turner and Firth 2012, J. Stat. Softw. 48(9)), Baltimore at nought.
   */
  const teams = ['Milwaukee', 'Detroit', 'Toronto', 'New York', 'Boston', 'Cleveland', 'Baltimore'];
  const wins = [
    [0, 7, 9, 7, 7, 9, 11],
    [6, 0, 7, 5, 11, 9, 9],
    [4, 6, 0, 7, 7, 8, 12],
    [6, 8, 6, 0, 6, 7, 10],
    [6, 2, 6, 7, 0, 7, 12],
    [4, 4, 5, 6, 6, 0, 6],
    [2, 4, 1, 3, 1, 7, 0],
  ];
  const league = wins.flatMap((row, i) => row.flatMap((won, j) => times(won, duel(teams[i]!, teams[j]!, 1))));

  it('finds what others found', () => {
    const strengths = fitBradleyTerry(league)!;
    const log = (id: string) => strengths.find((one) => one.id === id)!.log;
    const over = (id: string) => log(id) - log('Baltimore');
    expect(teams.map((team) => Number(over(team).toFixed(3)))).toEqual([1.581, 1.436, 1.294, 1.248, 1.108, 0.684, 0]);
    expect(strengths.reduce((sum, one) => sum + one.log, 0)).toBeCloseTo(0, 9);
    expect(strengths[0]!.id).toBe('Milwaukee');
  });

  it('has the error of a log-odds when there are two', () => {
    // ln(12 / 8) halved to each side; the error of the difference is √(1/12 + 1/8) = 0.456436, half of it on each side
    const [first] = fitBradleyTerry([...times(12, duel('a', 'b', 1)), ...times(8, duel('a', 'b', 0))])!;
    expect(first).toMatchObject({ id: 'a' });
    expect(first!.log).toBeCloseTo(Math.log(1.5) / 2, 8);
    expect(first!.standardError).toBeCloseTo(0.456436 / 2, 5);
    expect(first!.interval[0]).toBeLessThan(first!.share);
    expect(first!.interval[1]).toBeGreaterThan(first!.share);
  });

  it('has no maximum where somebody won everything, or groups never met', () => {
    expect(fitBradleyTerry(times(9, duel('a', 'b', 1)))).toBeUndefined();
    const apart = [duel('a', 'b', 1), duel('b', 'a', 1), duel('c', 'd', 1), duel('d', 'c', 1)];
    expect(fitBradleyTerry(apart)).toBeUndefined();
  });
});

describe('a rating', () => {
  const round = [duel('a', 'b', 1), duel('b', 'c', 1), duel('c', 'a', 1), duel('a', 'c', 1)] as const;

  it('is withheld until there are twenty votes a parameter', () => {
    const nine = Array.from({ length: 9 }, () => round).flat();
    expect(rate(nine)).toEqual({ status: 'too-few-votes', votes: 36, needed: 40 });
    const rating = rate([...nine, ...round]);
    expect(rating).toMatchObject({ status: 'rated', votes: 40 });
    expect(rating.status === 'rated' && rating.strengths[0]!.id).toBe('a');
  });

  it('leaves out who has hardly met anybody, and needs three others', () => {
    expect(rate(times(50, duel('a', 'b', 0.5)))).toEqual({ status: 'too-few-contenders', contenders: 2 });
    const ten = [...Array.from({ length: 10 }, () => round).flat(), ...times(5, duel('d', 'a', 0.5))];
    const rating = rate(ten);
    expect(rating.status === 'rated' && rating.strengths.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
  });

  it('is withheld where one never lost', () => {
    const swept = [...times(20, duel('a', 'b', 1)), ...times(20, duel('a', 'c', 1)), ...times(20, duel('b', 'c', 0.5))];
    expect(rate(swept)).toEqual({ status: 'unbounded' });
  });
});

describe('habits', () => {
  const verdicts = (left: number, right: number) => [
    ...Array.from({ length: left }, () => ({ verdict: 'left' as const })),
    ...Array.from({ length: right }, () => ({ verdict: 'right' as const })),
    { verdict: 'tie' as const },
  ];

  it('lean when chance alone would seldom do it', () => {
    expect(positionCheck(verdicts(9, 0))).toEqual({ left: 9, decided: 9 });
    expect(positionCheck(verdicts(11, 7))).toEqual({ left: 11, decided: 18 });
    expect(positionCheck(verdicts(14, 4))).toEqual({ left: 14, decided: 18, leans: 'left' });
    expect(positionCheck(verdicts(3, 15))).toEqual({ left: 3, decided: 18, leans: 'right' });
  });

  it('are steady when the same answer wins both ways round', () => {
    const [a, b] = [side('a', 'p'), side('b', 'q')];
    expect(steadiness([vote(a, b, 'left'), vote(b, a, 'right')])).toEqual({ both: 1, same: 1 });
    expect(steadiness([vote(a, b, 'left'), vote(b, a, 'left')])).toEqual({ both: 1, same: 0 });
    expect(steadiness([vote(a, b, 'left'), vote(a, b, 'left')])).toEqual({ both: 0, same: 0 });
  });

  it('are held against the checks', () => {
    const [good, poor] = [
      { score: 90, passed: true },
      { score: 40, passed: false },
    ];
    expect(agreement('left', good, poor)).toBe('agree');
    expect(agreement('right', good, poor)).toBe('disagree');
    expect(agreement('tie', good, poor)).toBe('keener');
    expect(agreement('left', good, good)).toBe('indifferent');
    expect(agreement('tie', good, good)).toBe('agree');
    expect(agreement('both-bad', poor, poor)).toBe('agree');
    expect(agreement('both-bad', good, poor)).toBe('disagree');
    expect(agreement('left', { score: null }, poor)).toBe('ungraded');
  });
});
