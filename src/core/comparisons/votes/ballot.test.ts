import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyPrompt } from '#core/prompts/prompt.ts';
import type { Comparison, ComparisonOutput, Vote } from '../comparison.ts';
import { outputFingerprint } from '../fingerprints.ts';
import { ballotsOf, nextBallot, voteSide } from './ballot.ts';

function comparisonOf(panes: number, cases: number, id = 'c'): Comparison {
  return {
    id,
    title: '',
    createdAt: 0,
    updatedAt: 0,
    subject: {
      kind: 'scratch',
      cases: Array.from({ length: cases }, (_, index) => ({ id: `k${index}`, values: { name: `n${index}` } })),
    },
    case: 'k0',
    panes: Array.from({ length: panes }, (_, index) => ({
      id: `v${index}`,
      prompt: { ...emptyPrompt, user: `${index}: {{name}}` },
      model: { id: 'simulated-medium', seed: 0 },
    })),
    linked: { prompt: false, parameters: false, model: true },
    samples: 1,
  };
}

function outputsOf(comparison: Comparison, samples = 1): ComparisonOutput[] {
  const cases = comparison.subject.kind === 'scratch' ? comparison.subject.cases : [];
  return comparison.panes.flatMap((pane) =>
    cases.flatMap(({ id, values }) =>
      Array.from({ length: samples }, (_, sample): ComparisonOutput => ({
        id: `${comparison.id}/${pane.id}/${id}/${sample}`,
        owner: comparison.id,
        variant: pane.id,
        case: id,
        sample,
        fingerprint: outputFingerprint(pane, values),
        at: 0,
        status: 'whole',
        text: `${pane.id} on ${id}, ${sample}`,
        results: [],
      })),
    ),
  );
}

/** Votes until there is nothing left, always for the left one. */
function voteOnAll(comparison: Comparison, outputs: ComparisonOutput[]): Vote[] {
  const { matchups } = ballotsOf(comparison, outputs);
  const votes: Vote[] = [];
  for (;;) {
    const ballot = nextBallot(comparison, matchups, votes);
    if (!ballot) return votes;
    expect(ballot.number).toBe(votes.length + 1);
    votes.push({
      id: String(ballot.number),
      comparison: comparison.id,
      case: ballot.left.case,
      at: 0,
      left: voteSide(ballot.left, comparison.panes)!,
      right: voteSide(ballot.right, comparison.panes)!,
      verdict: 'left',
      criteria: [],
    });
  }
}

describe('ballots', () => {
  it('show every pair of panes over all cases and samples in both orders, and then end', () => {
    const sizes = fc.record({
      panes: fc.integer({ min: 2, max: 5 }),
      cases: fc.integer({ min: 1, max: 3 }),
      samples: fc.integer({ min: 1, max: 2 }),
      id: fc.string({ minLength: 1, maxLength: 8 }),
    });
    fc.assert(
      fc.property(sizes, ({ panes, cases, samples, id }) => {
        const comparison = comparisonOf(panes, cases, id);
        const votes = voteOnAll(comparison, outputsOf(comparison, samples));
        expect(votes).toHaveLength(panes * (panes - 1) * cases * samples);
        const orders = new Set(votes.map(({ left, right }) => `${left.output} | ${right.output}`));
        expect(orders.size).toBe(votes.length);
        for (const { left, right } of votes) expect(orders.has(`${right.output} | ${left.output}`)).toBe(true);
      }),
    );
  });

  it('take the pair with the fewest votes first', () => {
    const comparison = comparisonOf(4, 3);
    const votes = voteOnAll(comparison, outputsOf(comparison));
    const counts = new Map<string, number>();
    for (const { left, right } of votes) {
      const pair = [left.variant, right.variant].sort().join();
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
      expect(Math.max(...counts.values()) - Math.min(...counts.values(), counts.size < 6 ? 0 : 99)).toBeLessThan(2);
    }
  });

  it('draw who stands left, the same after a reload, and not by turns', () => {
    const sides = Array.from({ length: 40 }, (_, index) => {
      const comparison = comparisonOf(2, 1, `comparison ${index}`);
      const { matchups } = ballotsOf(comparison, outputsOf(comparison));
      const ballot = nextBallot(comparison, matchups, [])!;
      expect(nextBallot(comparison, [...matchups].reverse(), [])).toEqual(ballot);
      return ballot.left.variant;
    });
    const first = sides.filter((variant) => variant === 'v0').length;
    expect(first).toBeGreaterThan(8);
    expect(first).toBeLessThan(32);
  });

  it('turn a pair round after an undo as before it', () => {
    const comparison = comparisonOf(2, 2);
    const outputs = outputsOf(comparison);
    const votes = voteOnAll(comparison, outputs);
    const again = nextBallot(comparison, ballotsOf(comparison, outputs).matchups, votes.slice(0, -1))!;
    expect(again.left.id).toBe(votes.at(-1)!.left.output);
  });

  it('leave out what is partial, failed, empty, stale or the same', () => {
    const comparison = comparisonOf(2, 5);
    const outputs = outputsOf(comparison);
    const change = (index: number, to: Partial<ComparisonOutput>) => Object.assign(outputs[index]!, to);
    change(0, { status: 'partial' });
    change(1, { error: { kind: 'internal', retryable: true } });
    change(2, { text: ' ' });
    change(3, { fingerprint: 'older' });
    expect(ballotsOf(comparison, outputs).matchups.map(({ one }) => one.case)).toEqual(['k4']);
    change(4, { text: `${outputs[9]!.text}\n` });
    expect(ballotsOf(comparison, outputs)).toEqual({ matchups: [], identical: 1 });
  });

  it('begin anew for a pane that was edited', () => {
    const comparison = comparisonOf(2, 1);
    const votes = voteOnAll(comparison, outputsOf(comparison));
    const pane = comparison.panes[1]!;
    const edited: Comparison = {
      ...comparison,
      panes: [comparison.panes[0]!, { ...pane, prompt: { ...pane.prompt, user: 'Other {{name}}' } }],
    };
    const { matchups } = ballotsOf(edited, outputsOf(edited));
    expect(nextBallot(edited, matchups, votes)?.number).toBe(3);
  });
});
