import { describe, expect, test } from 'vitest';
import { findsFlaw, placeOf } from './flaw.ts';
import { markOf } from './mark.ts';
import type { FlawMark } from './verdict.ts';

const text =
  'The contract renews for 12 months. Notice by email is treated as written notice, so an email is sufficient. ' +
  'If the deadline is missed, it goes on. Either side may end it. Nothing else changes for you in the meantime.';
const flaw = { output: 'a', quote: 'Notice by email is treated as written notice', overlap: 0.5 };

function marking(quote: string, output = 'a'): FlawMark {
  const start = text.indexOf(quote);
  return { output, start, end: start + quote.length, quote };
}

describe('a flaw is found by a mark', () => {
  test.each([
    ['on the quote itself', flaw.quote],
    ['on the sentence around it', 'Notice by email is treated as written notice, so an email is sufficient.'],
    ['on more than half of it', 'email is treated as written notice'],
    ['that runs on from it to the end of its sentence', 'treated as written notice, so an email is sufficient'],
  ])('%s', (_, quote) => expect(findsFlaw(text, marking(quote), flaw)).toBe(true));

  test('only where it covers as much as the author asks for', () => {
    expect(findsFlaw(text, marking('by email'), flaw)).toBe(false);
    expect(findsFlaw(text, marking('by email'), { ...flaw, overlap: 0.15 })).toBe(true);
  });
});

describe('a flaw is not found by a mark', () => {
  test('on everything', () => expect(findsFlaw(text, marking(text), flaw)).toBe(false));
  test('elsewhere', () => expect(findsFlaw(text, marking('Either side may end it.'), flaw)).toBe(false));
  test('in another output', () => expect(findsFlaw(text, marking(flaw.quote, 'b'), flaw)).toBe(false));
  test('of no length', () => expect(findsFlaw(text, { output: 'a', start: 3, end: 3, quote: '' }, flaw)).toBe(false));
});

test('a mark is found again where its words stand now', () => {
  const mark = marking('Either side may end it.');
  expect(placeOf(`New. ${text}`, mark)).toEqual({ start: mark.start + 5, end: mark.end + 5 });
  expect(placeOf('All of it was rewritten.', mark)).toBeUndefined();
});

describe('a rough selection', () => {
  const quoteOf = (start: number, end: number) => markOf('a', text, { start, end })?.quote;

  test('means whole words', () => expect(quoteOf(6, 17)).toBe('contract renews'));
  test('has no white space at its ends', () => expect(quoteOf(3, 13)).toBe('contract'));
  test('of whole words stays as it is', () => expect(quoteOf(4, 12)).toBe('contract'));
  test('of no word means nothing', () => {
    expect(quoteOf(3, 4)).toBeUndefined();
    expect(markOf('a', 'One. — Two.', { start: 3, end: 7 })).toBeUndefined();
  });
});
