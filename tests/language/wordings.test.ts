import { describe, expect, it } from 'vitest';
import { type Measured, measure } from './wordings.ts';

/** What holds today, of both halves, where a meaning counts as stated from the log odds that `meaning.ts` sets. */
const floors: Record<'tune' | 'test', Record<Measured, { recall: number; falsePositives: number }>> = {
  tune: {
    'need en': { recall: 0.9, falsePositives: 0.08 },
    'need fr': { recall: 0.87, falsePositives: 0.08 },
    'meaning en': { recall: 0.95, falsePositives: 0.07 },
    'meaning fr': { recall: 0.95, falsePositives: 0.07 },
  },
  test: {
    'need en': { recall: 0.89, falsePositives: 0.1 },
    'need fr': { recall: 0.88, falsePositives: 0.1 },
    'meaning en': { recall: 0.9, falsePositives: 0.18 },
    'meaning fr': { recall: 0.88, falsePositives: 0.1 },
  },
};

describe.each(['tune', 'test'] as const)('the matcher on the wordings of the half to %s', (half) => {
  it('finds as many as before, and no more that it should not', { timeout: 60_000 }, () => {
    for (const [key, { recall, falsePositives }] of measure(half).figures) {
      expect(recall, `recall of ${key}`).toBeGreaterThanOrEqual(floors[half][key].recall);
      expect(falsePositives, `false positives of ${key}`).toBeLessThanOrEqual(floors[half][key].falsePositives);
    }
  });
});
