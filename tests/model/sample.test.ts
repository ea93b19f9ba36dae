import { describe, expect, it } from 'vitest';
import { runTrial } from './run-trial.ts';
import { halfOf, trialSet } from './trial-set.ts';

/** Every language keeps at least this share; the bench measures the whole set. */
const floor = 0.9;

describe('the simulated model, its temperament off, on a sample of the trial set', () => {
  it.each(['en', 'fr'] as const)(
    'follows all instructions of most prompts in %s',
    (language) => {
      const tune = trialSet(language).filter((one) => halfOf(one.prompt) === 'tune');
      const sample = tune.filter((_, index) => index % Math.ceil(tune.length / 30) === 0);
      const kept = sample.filter((one) => runTrial(one, 'medium', 0, 'off').all);
      expect(sample.length).toBeGreaterThan(14);
      expect(kept.length / sample.length).toBeGreaterThanOrEqual(floor);
    },
    30_000,
  );

  it('reads every instruction of the set as one of the kinds it has a judge for', () => {
    for (const { prompt, instructions } of [...trialSet('en'), ...trialSet('fr')]) {
      expect(instructions.length, prompt).toBeGreaterThan(0);
      expect(instructions.length, prompt).toBeLessThanOrEqual(3);
    }
  });

  it('halves the set about evenly', () => {
    const all = [...trialSet('en'), ...trialSet('fr')];
    const tune = all.filter((one) => halfOf(one.prompt) === 'tune').length / all.length;
    expect(tune).toBeGreaterThan(0.42);
    expect(tune).toBeLessThan(0.58);
  });
});
