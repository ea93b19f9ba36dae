import { describe, expect, it } from 'vitest';
import { read } from '../reading/read.ts';
import { fateOf } from './fate.ts';
import { powerOf } from './load.ts';
import { weighInstructions } from './obey.ts';

const seeds = Array.from({ length: 200 }, (_, seed) => seed);
const outcomes = (content: string, size: 'small' | 'medium' | 'large', seed: number) => {
  const fate = fateOf({ seed, size, sample: 0, parameters: {} }, 'bread');
  return weighInstructions(read([{ role: 'user', content }]), fate).wishes;
};
const keptIn = (content: string, kind: string, size: 'small' | 'medium' | 'large') =>
  seeds.filter((seed) => outcomes(content, size, seed).find((one) => one.request.kind === kind)?.kept).length;

describe('weighInstructions', () => {
  it.each([
    ['All in capital letters.', 'casing', [0.18, 0.66, 0.91]],
    ['Use no commas.', 'ban', [0.14, 0.67, 0.91]],
    ['Wrap the whole answer in double quotation marks.', 'quotation', [0.4, 0.85, 0.93]],
    ['Add a postscript starting with P.S.', 'postscript', [0.78, 0.96, 0.99]],
  ] as const)('keeps "%s" as often as was counted, a little oftener by itself', (order, kind, counted) => {
    (['small', 'medium', 'large'] as const).forEach((size, index) => {
      const share = keptIn(`Write about bread. ${order}`, kind, size) / seeds.length;
      expect(Math.abs(share - counted[index]! ** powerOf(1))).toBeLessThan(0.09);
    });
  });

  it('draws once for what belongs together', () => {
    const content = 'Write four paragraphs about bread. The second paragraph starts with the word "Still".';
    for (const seed of seeds) {
      const [count, start] = ['count', 'start'].map((kind) =>
        outcomes(content, 'small', seed).find((one) => one.request.kind === kind),
      );
      if (start?.kept) expect(count?.kept).toBe(true);
    }
    expect(keptIn(content, 'count', 'small')).toBeGreaterThan(0);
  });

  it('turns no fate round by one instruction more', () => {
    const plain = 'Write about bread. All in capital letters.';
    const more = `${plain} Wrap the whole answer in double quotation marks.`;
    const kept = (content: string, seed: number) =>
      outcomes(content, 'medium', seed).find((one) => one.request.kind === 'casing')?.kept;
    for (const seed of seeds) if (kept(more, seed)) expect(kept(plain, seed)).toBe(true);
  });

  it('is helped by "only", and misses both or neither', () => {
    const bare = 'Give me the name and the date as JSON.\nJulia Hartmann wrote on 12 March 2024.';
    const only = bare.replace('JSON.', 'JSON. Output only the JSON, nothing else.');
    expect(keptIn(only, 'format', 'medium')).toBeGreaterThan(keptIn(bare, 'format', 'medium'));
    for (const seed of seeds) {
      const wishes = outcomes(only, 'medium', seed).filter(({ request }) => /^(?:format|only)$/.test(request.kind));
      expect(new Set(wishes.map((one) => one.kept)).size).toBe(1);
    }
  });
});
