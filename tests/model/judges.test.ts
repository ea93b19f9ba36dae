import { describe, expect, it } from 'vitest';
import { judge, type Judge } from './judges.ts';

const cases: [Judge, follows: string[], breaks: string[]][] = [
  [{ judge: 'letter-frequency', letter: 'z', min: 2 }, ['Zigzag'], ['zoo', '']],
  [{ judge: 'letter-frequency', letter: 'é', max: 1 }, ['été'.slice(1), 'e'], ['été']],
  [{ judge: 'keyword-frequency', keyword: 'tea', min: 2, max: 2 }, ['Tea and tea.'], ['tea, steam', 'tea tea tea']],
  [{ judge: 'capital-words', min: 2 }, ['NOW or NEVER'], ['NOW or Never']],
  [{ judge: 'capital-words', max: 1 }, ['Go NOW'], ['GO NOW']],
  [
    { judge: 'first-word', paragraphs: 2, nth: 2, word: 'weather' },
    ['One.\n\nWeather is fine.', 'One.\n\n"Weather" it was.'],
    ['Weather.\n\nTwo.', 'One.\n\nWeather.\n\nThree.', 'One.\n\nWeathering.', 'One.\nWeather.'],
  ],
  [{ judge: 'upper-case' }, ['ÉTÉ 2024!'], ['ÉTÉ chaud', '123', '']],
  [{ judge: 'lower-case' }, ['été 2024!'], ['Été', '123']],
  [{ judge: 'no-comma' }, ['One; two.'], ['One, two.', '']],
  [
    { judge: 'sections', word: 'Section', min: 2 },
    ['Section 1\nA\nSection 2\nB', '## SECTION 1\n## Section 2'],
    ['Section 1\nA', 'Section A\nSection B'],
  ],
  [{ judge: 'divided-paragraphs', count: 2 }, ['A\n***\nB', '***\nA\n***\nB'], ['A\n\nB', 'A\n***\nB\n***\nC']],
  [{ judge: 'placeholders', min: 2 }, ['Dear [name], at [place]'], ['Dear [name]']],
  [{ judge: 'highlights', min: 2 }, ['*one* and **two**'], ['**one** only', '* a\n* b\n* c', '** **, * *']],
  [{ judge: 'postscript', marker: 'P.S.' }, ['Bye.\n\nP.S. Bring tea.'], ['Bye. P.S. no', 'Bye.\nP.S.']],
  [{ judge: 'title' }, ['<<Tea>>\nText'], ['<Tea>', '<< >>', '# Tea']],
  [{ judge: 'repeats', text: 'Say hello.' }, ['Say hello.\n\nHello.'], ['Sure: Say hello.', 'Hello.']],
  [
    { judge: 'two-answers', separator: '******' },
    ['A\n******\nB'],
    ['A', 'A ****** A', 'A ****** B ****** C', 'A\n***\nB'],
  ],
  [{ judge: 'quotation', marks: 'straight' }, ['"All of it."'], ['Sure: "all"', '"', '« oui »']],
  [{ judge: 'quotation', marks: 'any' }, ['« Oui. »', '“Yes.”', '"Yes."'], ['« Oui. » Voilà']],
  [{ judge: 'one-of', answers: ['yes', 'no'] }, ['Yes', 'no.'], ['Yes, it is', 'maybe', '']],
];

describe('the judges of the trial set', () => {
  it.each(cases)('%o', (asked, follows, breaks) => {
    for (const output of follows) expect(judge(asked, output), output).toMatchObject({ followed: true });
    for (const output of breaks) expect(judge(asked, output), output).toMatchObject({ followed: false });
  });
});
