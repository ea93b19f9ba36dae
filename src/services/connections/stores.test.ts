import { describe, expect, test } from 'vitest';
import { connectionStoreContract } from '../../../tests/contracts/connection-store.ts';
import { keyVaultContract } from '../../../tests/contracts/key-vault.ts';
import { MemoryEnvelopeStore } from './envelope-stores.ts';
import { MemoryConnectionStore } from './memory-store.ts';
import { usualRounds } from './seal.ts';

describe('the connections in memory', () => connectionStoreContract(async () => new MemoryConnectionStore()));
describe('the vault over memory', () => keyVaultContract(async () => new MemoryEnvelopeStore()));

test('a passphrase is stretched at least as far as is advised', () => {
  expect(usualRounds).toBeGreaterThanOrEqual(600_000);
});
