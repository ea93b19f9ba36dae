import { expect, test } from 'vitest';
import { StoreError } from '#core/attempts/attempt-store.ts';
import { linkPacker } from '#services/comparisons/link-packer.ts';
import { MemoryAttemptStore } from '#services/attempts/memory-store.ts';
import { MemoryComparisonStore } from '#services/comparisons/memory-store.ts';
import { someComparison, someComparisonOutput, someVote } from '../../tests/support/comparisons.ts';
import { smallExercise } from '../../tests/support/small-exercise.ts';
import { Sharing } from './sharing.ts';

const outputs = [
  someComparisonOutput('one', 'a'),
  someComparisonOutput('one', 'b', { case: 'eve', heldOut: true, text: 'covered' }),
];
const comparison = someComparison({ subject: { kind: 'exercise', exercise: 'everyone/greet' } });

function setup(load = async () => smallExercise()) {
  const attempts = new MemoryAttemptStore();
  const comparisons = new MemoryComparisonStore();
  let ids = 0;
  const newId = () => `new-${++ids}`;
  const sharing = new Sharing({ attempts, comparisons, library: { load }, packer: linkPacker, newId, now: () => 7 });
  return { attempts, comparisons, sharing };
}

test('gathers what an export is made of: stored outputs, own votes, the exercise, and what is open', async () => {
  const { attempts, comparisons, sharing } = setup();
  await comparisons.addOutputs(outputs);
  await comparisons.addVote(someVote());
  await comparisons.addVote(someVote({ id: 'elsewhere', comparison: 'other' }));
  const source = await sharing.source(comparison);
  expect(source).toEqual({
    row: comparison,
    outputs,
    votes: [someVote()],
    bundle: smallExercise(),
    heldOutOpen: false,
  });
  await attempts.giveUp('everyone/greet', 1);
  expect((await sharing.source(comparison)).heldOutOpen).toBe(true);
  expect((await sharing.source(comparison, { outputs: [] })).outputs).toEqual([]);
});

test('an exercise that is gone keeps nothing from being exported', async () => {
  const { sharing } = setup(() => Promise.reject(new Error('gone')));
  expect(await sharing.source(comparison)).toMatchObject({ row: comparison, heldOutOpen: false });
});

test('a link opens as what it was made of, and is stored only as a copy', async () => {
  const { comparisons, sharing } = setup();
  const opened = await sharing.open((await sharing.payload(comparison, outputs, false)) ?? '');
  if ('problem' in opened) throw new Error(opened.problem);
  expect(opened.outputs).toEqual([outputs[0]]);
  expect(await comparisons.get('one')).toBeUndefined();
  const id = await sharing.makeMine(opened);
  expect(await comparisons.get(id)).toMatchObject({ title: comparison.title, createdAt: 7, updatedAt: 7 });
  expect(await comparisons.outputs(id)).toMatchObject([{ text: outputs[0]?.text, variant: 'new-2' }]);
});

test('a link that would be longer than an address can be is not made', async () => {
  const { sharing } = setup();
  // Text that does not pack: otherwise it would fit.
  let state = 1;
  const noise = Array.from({ length: 1_500_000 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(32 + (state % 94));
  }).join('');
  const long = someComparisonOutput('one', 'a', { text: noise });
  expect(await sharing.payload(comparison, [long], false)).toBeUndefined();
  expect(await sharing.payload(comparison, [], false)).toBeDefined();
});

test('what storage refuses comes out as its error', async () => {
  const { comparisons, sharing } = setup();
  comparisons.watchVotes = () => (_, failed) => {
    failed(new StoreError('closed'));
    return () => {};
  };
  await expect(sharing.source(comparison)).rejects.toMatchObject({ failure: 'closed' });
});
