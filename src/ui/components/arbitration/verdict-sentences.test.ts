import { expect, it } from 'vitest';
import type { JudgedCase } from '#core/arbitration/judge.ts';
import { arbitration } from '#i18n/en/arbitration.ts';
import { choicesSentence, judgeLines } from './verdict-sentences.ts';

const judged = (best: 'pass' | 'fail') => ({ outcomes: { best, flaw: 'pass', criterion: 'pass' } }) as JudgedCase;
const grade = { verdict: 'fail', shown: { score: 90 } } as Parameters<typeof judgeLines>[0];
const said = (cases: JudgedCase[], total: number) =>
  choicesSentence(judgeLines(grade, cases, { threshold: 70, total }), cases.length, arbitration.get());

it('speaks of every case once all of them may be told', () => {
  expect(said([judged('pass'), judged('pass')], 2)).toBe('You would have used the right version every time.');
  expect(said([judged('pass'), judged('fail')], 2)).toBe('In 1 of 2 cases you would have used the wrong one.');
});

it('speaks of the shown cases alone while the key of the others is closed', () => {
  expect(said([judged('pass')], 2)).toBe('In the shown cases you would have used the right version every time.');
  expect(said([judged('fail')], 2)).toBe('In 1 of the 1 shown cases you would have used the wrong one.');
});
