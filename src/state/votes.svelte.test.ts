import { flushSync } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import { StoreError } from '#core/attempts/attempt-store.ts';
import type { ComparisonOutput, Variant } from '#core/comparisons/comparison.ts';
import { MemoryComparisonStore } from '#services/comparisons/memory-store.ts';
import { FakeClock } from '#services/system/clock.ts';
import { countingIds } from '#services/system/ids.ts';
import { Votes } from './votes.svelte.ts';

const pane = (id: string): Variant => ({
  id,
  prompt: { system: '', turns: [], user: id, parameters: {} },
  model: { id: 'simulated-medium', seed: 0 },
});
const output = (variant: string) => ({ id: `c/${variant}/k/0`, variant, case: 'k' }) as ComparisonOutput;
const comparison = { id: 'c', panes: [pane('a'), pane('b')] };
const ballot = { number: 1, left: output('b'), right: output('a') };

class Refusing extends MemoryComparisonStore {
  refuses = false;
  override addVote(vote: Parameters<MemoryComparisonStore['addVote']>[0]): Promise<void> {
    return this.refuses ? Promise.reject(new StoreError('full')) : super.addVote(vote);
  }
}

function setup() {
  const comparisons = new Refusing();
  const votes = new Votes({ comparisons, now: new FakeClock(5).now, newId: countingIds() });
  onTestFinished(
    $effect.root(() => {
      $effect(() => void votes.all);
    }),
  );
  flushSync();
  return { comparisons, votes };
}

/** What another page would find. */
async function stored(comparisons: MemoryComparisonStore): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const stop = comparisons.watchVotes()((all) => {
      resolve(all.map(({ id }) => id));
      queueMicrotask(() => stop());
    }, reject);
  });
}

test('a vote keeps whose the sides were and is stored once', async () => {
  const { comparisons, votes } = setup();
  await votes.cast(comparison, ballot, 'left', ['clear']);
  await expect.poll(() => votes.status).toBe('ready');
  expect(votes.all).toHaveLength(1);
  expect(votes.all[0]).toMatchObject({ verdict: 'left', case: 'k', at: 5, criteria: ['clear'] });
  expect(votes.all[0]!.left).toMatchObject({ variant: 'b', model: 'simulated-medium', output: 'c/b/k/0' });
  expect(votes.all[0]!.left.prompt).not.toBe(votes.all[0]!.right.prompt);
  expect(await stored(comparisons)).toEqual(['id-1']);
});

test('undo takes back the last vote of this comparison alone', async () => {
  const { comparisons, votes } = setup();
  await votes.cast(comparison, ballot, 'left', []);
  await votes.cast({ ...comparison, id: 'other' }, ballot, 'tie', []);
  await votes.undo('c');
  expect(votes.all.map(({ comparison: of }) => of)).toEqual(['other']);
  expect(votes.last('c')).toBeUndefined();
  expect(await stored(comparisons)).toEqual(['id-2']);
});

test('a vote that storage refuses counts, is told, and is stored when it can be', async () => {
  const { comparisons, votes } = setup();
  comparisons.refuses = true;
  await votes.cast(comparison, ballot, 'right', []);
  expect(votes.problem).toBe('full');
  expect(votes.all).toHaveLength(1);
  expect(await stored(comparisons)).toEqual([]);
  comparisons.refuses = false;
  await votes.save();
  expect(votes.problem).toBeUndefined();
  expect(await stored(comparisons)).toEqual(['id-1']);
  await expect.poll(() => votes.all.length).toBe(1);
});
