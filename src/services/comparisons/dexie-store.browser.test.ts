import Dexie from 'dexie';
import { describe, expect, onTestFinished, test } from 'vitest';
import { comparisonStoreContract } from '../../../tests/contracts/comparison-store.ts';
import { ended, someAttempt, someOutput } from '../../../tests/support/attempts.ts';
import { someComparison, someComparisonOutput } from '../../../tests/support/comparisons.ts';
import { describeDatabase } from '../attempts/database.ts';
import { GuardedDatabase } from '../storage/guarded-database.ts';
import { openStores } from '../storage/open-stores.ts';
import { DexieComparisonStore } from './dexie-store.ts';

let databases = 0;

/** The name of a database of its own, gone after the test. */
function freshName(): string {
  const name = `test-comparisons-${Date.now()}-${++databases}`;
  onTestFinished(() => Dexie.delete(name).catch(() => {}));
  return name;
}

describe('the comparisons in IndexedDB', () =>
  comparisonStoreContract(
    async () => new DexieComparisonStore(new GuardedDatabase(describeDatabase({ name: freshName() }))),
  ));

test('a database from before comparisons is taken over with nothing lost', async () => {
  const name = freshName();
  const first = new Dexie(name);
  // as version 1 was released
  first.version(1).stores({
    attempts: 'id, createdAt, [exercise+createdAt], [exercise+fingerprint], status, deletedAt, *pooledFrom',
    outputs: 'id, attempt',
    progress: 'exercise',
    drafts: 'exercise',
  });
  await first.table('attempts').put(ended(someAttempt()));
  await first.table('outputs').put(someOutput('one'));
  const progress = {
    exercise: 'support/refund',
    state: 'passed',
    bestScore: 90,
    attempts: 1,
    lastAttemptAt: 1,
    hintsShown: 2,
    gaveUp: false,
    passedAt: 5,
  };
  await first.table('progress').put(progress);
  const draft = { exercise: 'support/refund', prompt: someAttempt().prompt, updatedAt: 7 };
  await first.table('drafts').put(draft);
  first.close();

  const opened = await openStores(() => {}, { name });
  expect(opened.failure).toBeUndefined();
  expect(await opened.attempts.get('one')).toEqual(ended(someAttempt()));
  expect(await opened.attempts.outputs('one')).toEqual([someOutput('one')]);
  expect(await opened.attempts.progress('support/refund')).toEqual(progress);
  expect(await opened.attempts.draft('support/refund')).toEqual(draft);
  await opened.comparisons.save(someComparison());
  expect(await opened.comparisons.get('one')).toEqual(someComparison());
});

test('comparisons are there when the page is opened again', async () => {
  const name = freshName();
  const first = await openStores(() => {}, { name });
  await first.comparisons.save(someComparison());
  await first.comparisons.addOutputs([someComparisonOutput('one', 'a')]);
  const second = await openStores(() => {}, { name });
  expect(await second.comparisons.get('one')).toEqual(someComparison());
  expect(await second.comparisons.outputs('one')).toHaveLength(1);
});

test('where IndexedDB is blocked, comparing goes on in memory', async () => {
  const { failure, comparisons } = await openStores(() => {}, {
    name: freshName(),
    indexedDB: undefined as unknown as IDBFactory,
  });
  expect(failure).toBe('blocked');
  await comparisons.save(someComparison());
  expect(await comparisons.get('one')).toEqual(someComparison());
});
