import { describe, expect, it } from 'vitest';
import { trials } from './__fixtures__/meanings.ts';
import { compileMeaning, findMeaning } from './meaning.ts';

const verdict = (trial: (typeof trials)[number], text: string) =>
  findMeaning(compileMeaning(trial.meaning), text, trial.mood);
const isFrench = (text: string) => /[éèàçùêôœ’]|\b(?:le|la|les|un|une|de|du|pas|par|aucun|ne|sans)\b/i.test(text);

describe('findMeaning on wordings the examples do not use', () => {
  it('finds at least nine in ten, in English and in French', () => {
    for (const french of [false, true]) {
      const all = trials.flatMap((trial) =>
        trial.same.filter((text) => isFrench(text) === french).map((text) => ({ trial, text })),
      );
      const missed = all.filter(({ trial, text }) => verdict(trial, text).verdict !== 'yes');
      expect(
        1 - missed.length / all.length,
        missed.map(({ trial, text }) => `${trial.name}: ${text}`).join('\n'),
      ).toBeGreaterThanOrEqual(0.9);
    }
  });

  it('finds at most three in a hundred of those that say something else, of its own trial or another', () => {
    const all = trials.flatMap((trial) => [
      ...trial.other.map((text) => ({ trial, text })),
      ...trials
        .filter((other) => other !== trial && !kin(other.name, trial.name))
        .flatMap((other) => other.same.map((text) => ({ trial, text }))),
    ]);
    const wrong = all.filter(({ trial, text }) => verdict(trial, text).verdict === 'yes');
    expect(
      wrong.length / all.length,
      wrong.map(({ trial, text }) => `${trial.name}: ${text}`).join('\n'),
    ).toBeLessThanOrEqual(0.03);
  });
});

/** Trials whose meanings may hold of one sentence. */
function kin(a: string, b: string): boolean {
  return [a, b].every((name) => /refund/.test(name));
}
