import Dexie from 'dexie';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { StoreError, type AttemptStore } from '#core/attempts/attempt-store.ts';
import { attemptStoreContract } from '../../../tests/contracts/attempt-store.ts';
import { ended, someAttempt, someOutput } from '../../../tests/support/attempts.ts';
import { databaseVersion, describeDatabase } from './database.ts';
import { GuardedDatabase } from '../storage/guarded-database.ts';
import { DexieAttemptStore } from './dexie-store.ts';
import { openStores } from '../storage/open-stores.ts';

let databases = 0;

/** The name of a database of its own, gone after the test. */
function freshName(): string {
  const name = `test-${Date.now()}-${++databases}`;
  onTestFinished(() => Dexie.delete(name).catch(() => {}));
  return name;
}

async function freshStore(): Promise<AttemptStore> {
  return new DexieAttemptStore(new GuardedDatabase(describeDatabase({ name: freshName() })));
}

async function failureOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreError);
  return (error as StoreError).failure;
}

describe('the store in IndexedDB', () => attemptStoreContract(freshStore));

test('attempts are there when the page is opened again', async () => {
  const name = freshName();
  const first = await openStores(() => {}, { name });
  expect(first.failure).toBeUndefined();
  await first.attempts.begin(someAttempt());
  await first.attempts.end(ended(someAttempt()));
  const second = await openStores(() => {}, { name });
  expect(await second.attempts.get('one')).toMatchObject({ status: 'done' });
});

test('a second tab with a newer version is let through, and this one says so', async () => {
  const name = freshName();
  const outdated = vi.fn();
  const { attempts: store } = await openStores(outdated, { name });
  await store.begin(someAttempt());
  const failures: string[] = [];
  onTestFinished(
    store.watchList({ limit: 5 })(
      () => {},
      ({ failure }) => failures.push(failure),
    ),
  );

  const newer = new Dexie(name);
  newer.version(databaseVersion + 1).stores({ attempts: 'id', another: 'id' });
  await newer.open(); // would hang if the old tab held on
  newer.close();

  expect(outdated).toHaveBeenCalledOnce();
  expect(await failureOf(store.end(ended(someAttempt())))).toBe('newer-version');
  expect(await failureOf(store.list({ limit: 1 }))).toBe('newer-version');
});

test('a database of a newer version is not touched: the page goes on in memory and says why', async () => {
  const name = freshName();
  const newer = new Dexie(name);
  newer.version(7).stores({ attempts: 'id' });
  await newer.open();
  newer.close();
  const opened = await openStores(() => {}, { name });
  expect(opened.failure).toBe('newer-version');
  await opened.attempts.begin(someAttempt());
  expect(await opened.attempts.get('one')).toBeDefined();
  expect((await new Dexie(name).open()).tables.map((table) => table.name)).toEqual(['attempts']);
});

describe('where IndexedDB is blocked', () => {
  const refusing = (error: Error): IDBFactory =>
    new Proxy(indexedDB, {
      get(target, key) {
        if (key !== 'open') return Reflect.get(target, key) as unknown;
        return () => {
          throw error;
        };
      },
    });

  test.each([
    ['by policy', refusing(new DOMException('denied', 'SecurityError'))],
    ['because there is none', undefined as unknown as IDBFactory],
    ['by something nobody foresaw', refusing(new TypeError('odd'))],
  ])('%s, practising goes on in memory', async (_, factory) => {
    const opened = await openStores(() => {}, { name: freshName(), indexedDB: factory });
    expect(opened.failure).toBe('blocked');
    await opened.attempts.begin(someAttempt());
    expect(await opened.attempts.list({ limit: 1 })).toHaveLength(1);
  });

  test('or never answers, it is not waited for', async () => {
    const silent = new Proxy(indexedDB, {
      get: (target, key) => (key === 'open' ? () => new EventTarget() : (Reflect.get(target, key) as unknown)),
    });
    const opened = await openStores(() => {}, { name: freshName(), indexedDB: silent }, 50);
    expect(opened.failure).toBe('blocked');
  });
});

test('a full disk is told apart, and what was stored before stays', async () => {
  const store = await freshStore();
  await store.begin(someAttempt());
  // The quota cannot be filled in a test; the browser's own error is thrown where it would come from.
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('no space', 'QuotaExceededError');
  });
  onTestFinished(() => put.mockRestore());
  expect(await failureOf(store.addOutputs([someOutput('one')]))).toBe('full');
  expect(await failureOf(store.end(ended(someAttempt())))).toBe('full');
  put.mockRestore();
  expect(await store.get('one')).toMatchObject({ status: 'running' });
});

test('the end of an attempt and its progress are written together or not at all', async () => {
  const store = await freshStore();
  await store.begin(someAttempt());
  const { put } = IDBObjectStore.prototype;
  const failing = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
    if (this.name === 'progress') throw new DOMException('no space', 'QuotaExceededError');
    return put.apply(this, row);
  });
  onTestFinished(() => failing.mockRestore());
  expect(await failureOf(store.end(ended(someAttempt())))).toBe('full');
  failing.mockRestore();
  expect(await store.get('one')).toMatchObject({ status: 'running' });
  expect(await store.progress('support/refund')).toBeUndefined();
});

test('a list of attempts reads no outputs', async () => {
  const database = describeDatabase({ name: freshName() });
  const store = new DexieAttemptStore(new GuardedDatabase(database));
  let read = 0;
  database.outputs.hook('reading', (row) => {
    read++;
    return row;
  });
  await store.begin(someAttempt());
  await store.addOutputs([someOutput('one')]);
  expect(await store.list({ limit: 10, exercise: 'support/refund' })).toHaveLength(1);
  expect(read).toBe(0);
  await store.outputs('one');
  expect(read).toBe(1);
});
