import { describe } from 'vitest';
import { comparisonStoreContract } from '../../../tests/contracts/comparison-store.ts';
import { MemoryComparisonStore } from './memory-store.ts';

describe('the comparisons in memory', () => comparisonStoreContract(async () => new MemoryComparisonStore()));
