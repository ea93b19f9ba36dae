import { describe, expect, it } from 'vitest';
import { faults, refusalOf, servedModel } from './faults.ts';

describe('names of models', () => {
  it('names a size, with or without a fault', () => {
    expect(servedModel('simulated-large')).toEqual({ id: 'simulated-large', size: 'large' });
    for (const fault of faults) {
      expect(servedModel(`simulated-small+${fault}`)).toEqual({ id: `simulated-small+${fault}`, size: 'small', fault });
    }
  });

  it.each(['', 'simulated', 'simulated-huge', 'simulated-small+', 'simulated-small+fire', 'simulated-small+drop+slow'])(
    'knows no model "%s"',
    (id) => expect(servedModel(id)).toBeUndefined(),
  );
});

it('refuses only for the faults that are a status', () => {
  expect(faults.map((fault) => refusalOf(fault)?.status)).toEqual([429, 500, undefined, undefined, undefined]);
  expect(refusalOf('429')?.details.headers).toEqual({ 'Retry-After': '1' });
  expect(refusalOf(undefined)).toBeUndefined();
});
