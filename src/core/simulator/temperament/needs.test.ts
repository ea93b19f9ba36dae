import { describe, expect, it } from 'vitest';
import type { Decision } from '../explanation.ts';
import { read } from '../reading/read.ts';
import { fateOf } from './fate.ts';
import { needsShown, weighNeeds } from './needs.ts';

const polite = {
  polarity: 'require' as const,
  positive: { en: ['Be polite to the customer.', 'Stay courteous.'], fr: [] },
  negative: { en: ['The customer was polite.'], fr: [] },
  metBy: [],
};
const fate = fateOf({ seed: 1, size: 'large', sample: 0, parameters: {}, temperament: 'off' }, '');
const decided = (need: string, outcome: Decision['outcome']): Decision => ({
  id: `need:${need}`,
  outcome,
  topic: 'need',
  params: { need },
  output: [],
});

describe('needs', () => {
  it('are read in every sentence that says them, and become of all the same', () => {
    const reading = read([{ role: 'user', content: 'Be polite to the customer. Answer the mail. Stay courteous.' }]);
    const { met, instructions, decisions } = weighNeeds(reading, { polite } as never, fate);
    expect([...met]).toEqual(['polite']);
    expect(instructions.map(({ span }) => span.start)).toEqual([0, 44]);
    expect(decisions.map(({ instruction, outcome }) => [instruction, outcome])).toEqual([
      ['need:polite', 'obeyed'],
      ['need:polite:2', 'obeyed'],
    ]);
  });

  it('are held against an answer only where something went wrong for want of them', () => {
    const decisions = [decided('rule', 'forgotten'), decided('tone', 'forgotten'), decided('form', 'obeyed')];
    expect(needsShown(decisions, new Set(['rule'])).map(({ outcome }) => outcome)).toEqual([
      'forgotten',
      'obeyed',
      'obeyed',
    ]);
  });
});
