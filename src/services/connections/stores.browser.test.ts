import Dexie from 'dexie';
import { describe, expect, onTestFinished, test } from 'vitest';
import { connectionStoreContract } from '../../../tests/contracts/connection-store.ts';
import { keyVaultContract } from '../../../tests/contracts/key-vault.ts';
import { someConnection } from '../../../tests/support/connections.ts';
import { describeDatabase } from '../attempts/database.ts';
import { GuardedDatabase } from '../storage/guarded-database.ts';
import { DexieConnectionStore } from './dexie-store.ts';
import { DexieEnvelopeStore } from './envelope-stores.ts';
import { WebKeyVault } from './key-vault.ts';

let databases = 0;

function guarded(): GuardedDatabase {
  const name = `test-connections-${Date.now()}-${++databases}`;
  onTestFinished(() => Dexie.delete(name).catch(() => {}));
  return new GuardedDatabase(describeDatabase({ name }));
}

describe('the connections in IndexedDB', () =>
  connectionStoreContract(async () => new DexieConnectionStore(guarded())));
describe('the vault over IndexedDB', () => keyVaultContract(async () => new DexieEnvelopeStore(guarded())));

test('a row that cannot be read as a connection is left out', async () => {
  const door = guarded();
  const store = new DexieConnectionStore(door);
  await store.put(someConnection());
  await door.do(({ connections }) =>
    connections.bulkPut([
      { id: 'script', place: 2, connection: someConnection({ id: 'script', baseUrl: 'javascript:alert(1)' }) },
      { id: 'odd', place: 3, connection: { kind: 'telepathy' } as never },
    ]),
  );
  expect((await store.all()).map(({ id }) => id)).toEqual(['local']);
});

test('the passphrase is stretched as far as a page would have it', async () => {
  const store = new DexieEnvelopeStore(guarded());
  const vault = await WebKeyVault.over(store);
  vault.hold('one', 'https://llm.example.org', 'sk-secret');
  expect(await vault.keep('correct horse')).toBeUndefined();
  expect((await store.read())?.derivation.rounds).toBeGreaterThanOrEqual(600_000);
});
