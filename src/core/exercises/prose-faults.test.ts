import { describe, expect, it } from 'vitest';
import { proseFaults } from './prose-faults.ts';

const said = (text: string, language: 'en' | 'fr') => proseFaults(text, language).map(({ message }) => message);

describe('prose', () => {
  it.each([
    ['fr', 'Attention! Voici.', 'in French there is a space before "!": "…Attention! Voici.…"'],
    ['fr', 'Voici: un cas.', 'in French there is a space before ":"'],
    ['fr', 'Le mot «juste » ici.', 'in French there is a space after "«"'],
    ['fr', 'Le mot « juste» ici.', 'in French there is a space before "»"'],
    ['fr', 'Le mot “juste” ici.', 'in French, quotation marks are « and », not "“"'],
    ['fr', 'Une manoeuvre habile.', 'in "manoeuvre", o and e are one letter: œ'],
    ['fr', 'Fini. A la fin, rien.', 'capitals keep their accents: "À" for "A"'],
    ['fr', 'Ecrivez peu.', 'capitals keep their accents: "É" in "Ecrivez"'],
    ['fr', 'Ca suffit.', 'capitals keep their cedilla: "Ça" for "Ca"'],
    ['en', 'Why not ? Because.', 'in English there is no space before "?"'],
    ['en', 'This , that.', 'there is a space before ","'],
    ['en', 'It is the the end.', 'the word "the" stands here twice'],
    ['en', 'Two  spaces.', 'there are two spaces in a row'],
    ['en', 'He said "yes and went.', 'a quotation mark is opened here and not closed'],
  ] as const)('%s: %s', (language, text, message) => expect(said(text, language).join('\n')).toContain(message));

  it.each([
    ['fr', 'À 12:30, « vous vous » levez ; est-ce `vrai!` ? Oui… Non !'],
    ['fr', '- late: En retard de dix semaines\n  - met: Tout y est\n1. Et ensuite ?'],
    ['fr', 'Le poème du poète, un coefficient.'],
    ['en', 'He said that that “works”: see [it](https://a.b/c?d!e). It had had time.'],
    ['en', '```\nWhat  is this !\n```\n| a  | b |'],
  ] as const)('nothing is wrong with %s: %s', (language, text) => expect(said(text, language)).toEqual([]));

  it('is read at once: no endless sentence, and not long ones throughout', () => {
    const long = (words: number) => `${Array.from({ length: words }, (_, index) => `word${index}`).join(' ')}.`;
    expect(proseFaults(`Short.\n\n${long(60)}`, 'en')).toEqual([
      { line: 3, message: expect.stringContaining('this sentence has 60 words') as string },
      { line: 1, message: expect.stringContaining('30.5 words on average') as string },
    ]);
    expect(said(`${long(30)} ${long(10)}`, 'en')).toEqual([]);
  });
});
