import { flushSync } from 'svelte';
import { expect, onTestFinished, test, vi } from 'vitest';
import { outputsInOrder } from '#core/arbitration/order.ts';
import type { CaseVerdict } from '#core/arbitration/verdict.ts';
import { StoreError } from '#core/attempts/attempt-store.ts';
import { StoredDraftKeeper } from '#services/attempts/draft-keeper.ts';
import { MemoryAttemptStore } from '#services/attempts/memory-store.ts';
import { UnknownExerciseError } from '#services/exercises/library.ts';
import { FakeClock } from '#services/system/clock.ts';
import { countingIds } from '#services/system/ids.ts';
import { smallArbitration } from '../../tests/support/small-arbitration.ts';
import { Arbitration } from './arbitration.svelte.ts';

const exercise = smallArbitration();

function ground() {
  localStorage.clear();
  const store = new MemoryAttemptStore();
  const clock = new FakeClock();
  const newId = countingIds();
  const now = () => {
    clock.advance(1);
    return clock.now();
  };
  const open = async (id = exercise.id) => {
    const drafts = new StoredDraftKeeper({ attempts: store });
    const library = {
      loadArbitrate: (asked: string) =>
        asked === exercise.id ? Promise.resolve(exercise) : Promise.reject(new UnknownExerciseError(asked)),
    };
    const arbitration = new Arbitration({ library, attempts: store, drafts, newId, now }, id);
    const stop = $effect.root(() => {
      $effect(() => void [arbitration.attempts, arbitration.standing.passed]);
    });
    onTestFinished(stop);
    await vi.waitFor(() => expect(arbitration.loading.status).not.toBe('loading'));
    return { arbitration, drafts };
  };
  return { store, open };
}

/** What the key says of a case, as a learner would hand it in. */
function byKey(id: string): CaseVerdict {
  const { key, outputs } = exercise.cases.find((one) => one.id === id)!;
  const [flaw] = key.flaws;
  const start = outputs.find((one) => one.id === flaw?.output)?.text.indexOf(flaw?.quote ?? '') ?? 0;
  return {
    case: id,
    best: key.best,
    ...(flaw ? { mark: { output: flaw.output, quote: flaw.quote, start, end: start + flaw.quote.length } } : {}),
    ...(key.criteria[0] ? { criterion: key.criteria[0] } : {}),
  };
}

function judgeAll(arbitration: Arbitration, wrong: readonly string[] = []): void {
  for (const { id } of exercise.cases) {
    const { best, mark, criterion } = byKey(id);
    arbitration.draft.show(id);
    arbitration.draft.choose(wrong.includes(id) ? 'long' : best);
    if (mark && mark.output !== 'long') arbitration.draft.mark(mark);
    if (criterion) arbitration.draft.name(criterion);
  }
  flushSync();
}

test('judges case by case, goes back and changes, and keeps it across a reload', async () => {
  const { store, open } = ground();
  const { arbitration, drafts } = await open();
  expect(arbitration.case?.id).toBe('one');
  const order = arbitration.outputs.map(({ id }) => id);

  arbitration.draft.choose('long');
  arbitration.draft.mark(byKey('one').mark);
  expect(arbitration.draft.verdict('one')).toEqual({ case: 'one', best: 'long', mark: byKey('one').mark });
  arbitration.draft.show('two');
  arbitration.draft.choose('odd');
  arbitration.draft.show('one');
  arbitration.draft.choose('short');
  expect([arbitration.given, arbitration.complete]).toEqual([2, false]);
  expect(arbitration.withoutReasons).toEqual(['two', 'one']);
  await drafts.flush();
  expect(arbitration.draft.saved).toBe('saved');
  expect(await store.draft(exercise.id)).toMatchObject({ kind: 'arbitrate', case: 'one' });

  const { arbitration: later } = await open();
  expect(later.case?.id).toBe('one');
  expect([later.draft.verdict('one')?.best, later.draft.verdict('two')?.best]).toEqual(['short', 'odd']);
  expect(later.outputs.map(({ id }) => id)).toEqual(order);
});

test('a mark on what becomes the best goes with it', async () => {
  const { arbitration } = await ground().open();
  arbitration.draft.choose('short');
  arbitration.draft.mark({ output: 'odd', start: 0, end: 3, quote: 'Pay' });
  arbitration.draft.choose('odd');
  expect(arbitration.draft.verdict('one')).toEqual({ case: 'one', best: 'odd' });
});

test('hands in only what is complete, stores it before it shows it, and opens the key when it passes', async () => {
  const { store, open } = ground();
  const { arbitration } = await open();
  arbitration.draft.choose('short');
  await arbitration.handIn();
  expect(arbitration.viewed).toBeUndefined();

  judgeAll(arbitration);
  await arbitration.handIn();
  const [stored] = await store.list({ limit: 9 });
  expect(stored).toMatchObject({ kind: 'arbitrate', status: 'done', grade: { verdict: 'pass' } });
  expect(arbitration.viewed).toEqual(stored);
  expect(arbitration.standing.passed).toBe(true);
  expect(arbitration.judgement?.cases).toHaveLength(7);
  expect(await store.draft(exercise.id)).toBeUndefined();
  expect(await store.progress(exercise.id)).toMatchObject({ state: 'passed', attempts: 1 });
});

test('a verdict on a tie is handed in without reasons that were given before it was one', async () => {
  const { store, open } = ground();
  const { arbitration } = await open();
  judgeAll(arbitration);
  arbitration.draft.show('one');
  arbitration.draft.choose('tie');
  await arbitration.handIn();
  const [stored] = await store.list({ limit: 1 });
  expect(stored?.kind === 'arbitrate' && stored.verdicts.find((one) => one.case === 'one')).toEqual({
    case: 'one',
    best: 'tie',
  });
});

test('keeps the key of held-out cases shut until it is asked for', async () => {
  const { open } = ground();
  const { arbitration } = await open();
  judgeAll(arbitration, ['five', 'six']);
  await arbitration.handIn();
  expect(arbitration.judgement?.grade.verdict).toBe('fail');
  expect(arbitration.judgement?.cases.map((one) => one.case)).toEqual(['one', 'two', 'three', 'four']);
  await arbitration.standing.giveUp();
  expect(arbitration.judgement?.cases).toHaveLength(7);
});

test('judging again begins with nothing, in an order of its own; the report stays with its order', async () => {
  const { open } = ground();
  const { arbitration } = await open();
  judgeAll(arbitration);
  await arbitration.handIn();
  const first = arbitration.viewed!.id;
  const one = exercise.cases[0]!;
  arbitration.judgeAgain();
  expect(arbitration.given).toBe(0);
  arbitration.draft.choose('short');
  const { arbitration: later, drafts } = await open();
  await drafts.flush();
  await later.select(first);
  expect(later.outputsOf(one)).toEqual(outputsInOrder(one, first));
});

test('what cannot be stored is said, and stays to be handed in again', async () => {
  const { store, open } = ground();
  const { arbitration } = await open();
  judgeAll(arbitration);
  const end = vi.spyOn(store, 'end').mockRejectedValueOnce(new StoreError('full'));
  await arbitration.handIn();
  expect([arbitration.problem, arbitration.viewed, arbitration.complete]).toEqual(['full', undefined, true]);
  await arbitration.handIn();
  expect(end).toHaveBeenCalledTimes(2);
  expect(arbitration.viewed).toBeDefined();
});

test('an id that nobody knows is said to be unknown', async () => {
  const { arbitration } = await ground().open('everyone/nothing');
  expect(arbitration.loading).toEqual({ status: 'failed', reason: 'unknown' });
});
