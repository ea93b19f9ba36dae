import { describe, expect, it } from 'vitest';
import { detectLanguage } from './detect.ts';
import { countCharacters, countItems, countParagraphs, countSentences, countWords } from './measure.ts';
import { fold, squash } from './normalise.ts';

describe('measures', () => {
  it('count what a reader counts, not the marks of Markdown', () => {
    const text = '## Title here\n\n1. **One** point — two words\n2. Another\n\nLast sentence. And more!';
    expect(countWords(text)).toBe(11);
    expect(countItems(text)).toBe(2);
    expect(countParagraphs(text)).toBe(2);
    expect(countSentences(text)).toBe(4);
  });

  it('count an elided French word with its noun and an emoji as one character', () => {
    expect(countWords("L'équipe n'est pas là : 89 € !")).toBe(5);
    expect(countCharacters(' a😀b ')).toBe(3);
  });
});

describe('detectLanguage', () => {
  it.each([
    ['Please reply to the customer within two days and quote the policy.', 'en'],
    ['Répondez au client sous deux jours et citez la politique.', 'fr'],
    ['Bitte antworten Sie dem Kunden innerhalb von zwei Tagen und nennen Sie die Richtlinie.', 'de'],
    ['Por favor responda al cliente en dos días y cite la política de la empresa.', 'es'],
  ])('%s', (text, language) => {
    expect(detectLanguage(text).language).toBe(language);
  });
});

describe('fold', () => {
  it('forgives case, accents and typography', () => {
    expect(fold('« L’Œuvre » – Été')).toBe('" l\'oeuvre " - ete');
    expect(squash(' a\n\t b ')).toBe('a b');
  });
});
