import { describe } from 'vitest';
import { attemptStoreContract } from '../../../tests/contracts/attempt-store.ts';
import { MemoryAttemptStore } from './memory-store.ts';

describe('the store in memory', () => attemptStoreContract(async () => new MemoryAttemptStore()));
