import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTexts } from '#core/comparisons/diff/text-diff.ts';
import { placePairs } from './place-pairs.ts';
import { matchingTop, rising } from './scroll-map.ts';

describe('matchingTop', () => {
  const paragraph = (name: string) => `${name} `.repeat(20).trim();
  const a = ['first', 'second', 'third'].map(paragraph).join('\n\n');
  const b = ['an opening that is new', 'first', 'second', 'third'].map(paragraph).join('\n\n');
  /** A pane in which each character is a pixel. */
  const pane = (text: string) => [
    { at: 0, top: 0 },
    { at: text.length, top: text.length },
  ];

  it('goes to the paragraph that says the same, not to the same height', () => {
    const pairs = placePairs(diffTexts(a, b), b.length, a.length);
    const left = { landmarks: pane(a), pairs: [] };
    const right = { landmarks: pane(b), pairs };
    expect(matchingTop(a.indexOf('second'), left, right)).toBe(b.indexOf('second'));
    expect(matchingTop(b.indexOf('third'), right, left)).toBe(a.indexOf('third'));
  });

  it('goes as far into a paragraph as the other is', () => {
    const from = {
      landmarks: [
        { at: 0, top: 0 },
        { at: 100, top: 200 },
      ],
      pairs: [],
    };
    const to = {
      landmarks: [
        { at: 0, top: 10 },
        { at: 100, top: 60 },
      ],
      pairs: [],
    };
    expect(matchingTop(100, from, to)).toBe(35);
  });

  it('never goes up when one goes down', () => {
    const text = fc.array(fc.constantFrom('one two three', 'four five', 'six seven eight nine'), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, text, fc.nat(1000), fc.nat(1000), (one, other, x, y) => {
        const [left, right] = [one.join('\n\n'), other.join('\n\n')];
        const from = { landmarks: pane(left), pairs: [] };
        const to = { landmarks: pane(right), pairs: placePairs(diffTexts(left, right), right.length, left.length) };
        const [low, high] = x < y ? [x, y] : [y, x];
        expect(matchingTop(low, from, to)).toBeLessThanOrEqual(matchingTop(high, from, to) + 1e-9);
      }),
    );
  });
});

describe('rising', () => {
  it('leaves out what stands out of order', () => {
    const marks = [
      { at: 0, top: 0 },
      { at: 5, top: 50 },
      { at: 4, top: 60 },
      { at: 9, top: 40 },
      { at: 9, top: 70 },
    ];
    expect(rising(marks)).toEqual([
      { at: 0, top: 0 },
      { at: 5, top: 50 },
      { at: 9, top: 70 },
    ]);
  });
});
