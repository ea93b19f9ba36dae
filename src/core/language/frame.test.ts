import { describe, expect, it } from 'vitest';
import { parse } from './frame.ts';
import type { Language } from './language.ts';

/** What a sentence speaks of, each with its sign. */
const spokenOf = (text: string, language: Language) =>
  parse(text, language).frames.flatMap((frame) =>
    frame.terms.flatMap(({ senses }) => senses.map(({ concept, sign }) => `${sign < 0 ? '−' : '+'}${concept}`)),
  );

describe('what a sentence turns against', () => {
  it.each([
    ['en', 'Discounts: none.', '−discount'],
    ['en', 'Discounts: out.', '−discount'],
    ['fr', 'Remises : à exclure.', '−discount'],
    ['fr', 'Les remises, on les laisse de côté.', '−discount'],
    ['en', 'Discounts: two per customer.', '+discount'],
    ['fr', 'Les remises, on les ajoute.', '+discount'],
    ['en', 'Add discounts that nobody mentioned.', '+discount'],
    ['en', 'Do not add discounts nobody mentioned.', '−discount'],
    ['fr', 'Gardez-vous de toute remise.', '−discount'],
  ] as const)('%s: %s', (language, text, term) => {
    expect(spokenOf(text, language)).toContain(term);
  });

  it('knows a number in figures and in the words of either language', () => {
    for (const [text, language] of [
      ['At least three customers.', 'en'],
      ['At least 3 customers.', 'en'],
      ['Trois clients au moins.', 'fr'],
    ] as const) {
      expect(spokenOf(text, language), text).toContain('+~3');
    }
  });
});
