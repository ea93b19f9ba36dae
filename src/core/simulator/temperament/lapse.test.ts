import { describe, expect, it } from 'vitest';
import type { Request } from '../reading/reading.ts';
import { shows } from '../writing/verify.ts';
import { lapseOf } from './lapse.ts';

const all = { which: 'all' } as const;
const draws = [0, 0.05, 0.2, 0.35, 0.49, 0.55, 0.7, 0.85, 0.99];
const countOf = (op: '<=' | '>=' | '=' | '~', value: number): Request => ({
  kind: 'count',
  unit: 'word',
  op,
  value,
  scope: all,
});
const words = (n: number) => Array.from({ length: n }, () => 'word').join(' ');

describe('lapseOf', () => {
  it.each([
    ['at most 50 words', countOf('<=', 50)],
    ['at least 50 words', countOf('>=', 50)],
    ['exactly 50 words', countOf('=', 50)],
    ['about 50 words', countOf('~', 50)],
    ['exactly 3 words', countOf('=', 3)],
    ['at most 1 word', countOf('<=', 1)],
  ] as const)('asks for a length that breaks "%s"', (_, request) => {
    for (const draw of draws) {
      const lapse = lapseOf(request, draw);
      if (lapse?.kind !== 'count') throw new Error('no length');
      for (const size of [lapse.value, lapse.upTo ?? lapse.value]) {
        const wish = { request, polarity: 1, kept: true, decision: '' } as const;
        expect([draw, size, shows(wish, words(size))]).toEqual([draw, size, false]);
      }
    }
  });

  it('misses lengths by little more often than by much', () => {
    const sizes = draws
      .map((draw) => lapseOf(countOf('<=', 100), draw))
      .map((one) => (one?.kind === 'count' ? one.value : 0));
    expect(sizes.filter((size) => size <= 120).length).toBeGreaterThan(sizes.length / 2);
    expect(Math.max(...sizes)).toBeGreaterThan(140);
  });

  it('misses an exact number in both directions', () => {
    const sizes = draws
      .map((draw) => lapseOf(countOf('=', 100), draw))
      .map((one) => (one?.kind === 'count' ? one.value : 0));
    expect(sizes.some((size) => size < 100)).toBe(true);
    expect(sizes.some((size) => size > 100)).toBe(true);
  });

  it('leaves a least of one to be forgotten altogether', () => {
    expect(lapseOf(countOf('>=', 1), 0.1)).toBeUndefined();
  });

  it.each<[string, Request, Request | undefined]>([
    [
      'one item too long, where each has its length',
      { ...countOf('<=', 10), scope: { which: 'each', unit: 'item' } } as Request,
      { kind: 'count', unit: 'word', op: 'between', value: 11, upTo: 11, scope: { which: 'first', unit: 'item' } },
    ],
    [
      'one of the words missing',
      { kind: 'include', texts: ['a', 'b'], scope: all },
      { kind: 'include', texts: ['a'], scope: all },
    ],
    ['the only word left out', { kind: 'include', texts: ['a'], scope: all }, undefined],
    [
      'a word once too seldom',
      { kind: 'include', texts: ['a'], times: 3, op: '>=', scope: all },
      { kind: 'include', texts: ['a'], times: 2, op: '=', scope: all },
    ],
    [
      'a word once too often',
      { kind: 'include', texts: ['a'], times: 3, op: '<=', scope: all },
      { kind: 'include', texts: ['a'], times: 4, op: '>=', scope: all },
    ],
    [
      'a letter too often',
      { kind: 'letter', letter: 'q', op: '<=', value: 2 },
      { kind: 'letter', letter: 'q', op: '>=', value: 3 },
    ],
    [
      'a letter too seldom',
      { kind: 'letter', letter: 'q', op: '>=', value: 3 },
      { kind: 'letter', letter: 'q', op: '<=', value: 2 },
    ],
    ['too few words in capitals', { kind: 'capitals', op: '>=', value: 1 }, { kind: 'capitals', op: '<=', value: 0 }],
    ['one mark too few', { kind: 'highlight', count: 3 }, { kind: 'highlight', count: 2 }],
    ['one gap too few', { kind: 'placeholder', count: 3 }, { kind: 'placeholder', count: 2 }],
    ['a title in Markdown', { kind: 'title', brackets: '<<>>' }, { kind: 'title', brackets: '#' }],
    ['a section missing', { kind: 'sections', names: ['Risks', 'Costs'] }, { kind: 'sections', names: ['Risks'] }],
    ['another divider', { kind: 'separator', text: '***' }, { kind: 'separator', text: '---' }],
    [
      'versions with another divider',
      { kind: 'versions', count: 2, separator: '******' },
      { kind: 'versions', count: 2, separator: '---' },
    ],
    [
      'the word in the wrong paragraph',
      { kind: 'start', text: 'Still', scope: { which: 'nth', unit: 'paragraph', n: 3 } },
      { kind: 'start', text: 'Still', scope: { which: 'nth', unit: 'paragraph', n: 2 } },
    ],
    [
      'the last sentence not last',
      { kind: 'end', text: 'Goodbye.', scope: all },
      { kind: 'include', texts: ['Goodbye.'], scope: all },
    ],
    ['no quotation marks', { kind: 'quotation' }, undefined],
    ['no postscript', { kind: 'postscript', marker: 'P.S.' }, undefined],
  ])('makes it %s', (_, request, lapse) => {
    expect(lapseOf(request, 0)).toEqual(lapse);
  });
});
