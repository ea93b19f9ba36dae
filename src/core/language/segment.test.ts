import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bullets, lines, paragraphs, sentences, words } from './segment.ts';

const texts = (segments: { text: string }[]) => segments.map((segment) => segment.text);

describe('words', () => {
  it('splits French elisions and keeps hyphens, numbers and English contractions whole', () => {
    expect(texts(words("L'équipe n'a pas, aujourd'hui, 1 234,50 € ; don't sign-off"))).toEqual([
      "L'",
      'équipe',
      "n'",
      'a',
      'pas',
      "aujourd'hui",
      '1',
      '234,50',
      "don't",
      'sign-off',
    ]);
  });
});

describe('sentences', () => {
  it('does not end at abbreviations, decimals or initials', () => {
    expect(texts(sentences('Mr. Smith paid 3.5 euros, e.g. in May. J. Doe did not.'))).toEqual([
      'Mr. Smith paid 3.5 euros, e.g. in May.',
      'J. Doe did not.',
    ]);
    expect(texts(sentences('M. Dupont et Mme. Roy, p. ex. au n° 5. Merci.'))).toEqual([
      'M. Dupont et Mme. Roy, p. ex. au n° 5.',
      'Merci.',
    ]);
  });

  it('ends at list items and blank lines, not where a long line was wrapped', () => {
    expect(texts(sentences('Rules:\n- Be brief\n- Cite\n\nDone'))).toEqual(['Rules:', 'Be brief', 'Cite', 'Done']);
    expect(
      sentences('This is a line that somebody wrapped at the width of a screen\nbecause it was long.'),
    ).toHaveLength(1);
  });

  it('keeps a single letter at the end of a list of labels as the end of its sentence', () => {
    expect(texts(sentences('Reply with one of: A, B, C. Do not explain.'))).toEqual([
      'Reply with one of: A, B, C.',
      'Do not explain.',
    ]);
  });
});

describe('blocks', () => {
  it('finds list items with the lines that belong to them', () => {
    expect(texts(bullets('Intro\n- one\n  more\n2. two\n\n***\n* three'))).toEqual(['one\n  more', 'two', 'three']);
  });

  it('does not divide a code fence, and keeps a list together', () => {
    expect(paragraphs('a\n\n```\nb\n\nc\n```\n\n- d\n\n- e')).toHaveLength(3);
  });
});

describe('any text', () => {
  it('is segmented in order, with places that fit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        for (const cut of [words, sentences, paragraphs, lines, bullets]) {
          let last = 0;
          for (const segment of cut(text)) {
            expect(segment.start).toBeGreaterThanOrEqual(last);
            expect(text.slice(segment.start, segment.end)).toBe(segment.text);
            last = segment.end;
          }
        }
      }),
    );
  });
});
