import { describe, expect, it } from 'vitest';
import { gradeCheck, marked, outcomeOf } from '../../../../tests/support/grade-check.ts';
import { processorTime } from '../../../../tests/support/processor-time.ts';

describe('equals', () => {
  it.each([
    'one, two, three',
    'One, two, three!',
    '"One, two, three."',
    '**One, two, three**',
    'Here you go:\n\nOne, two, three',
    'Sure!\nOne, two, three\nLet me know if you need more.',
    '```\none, two, three\n```',
  ])('accepts %j', (output) => {
    expect(outcomeOf({ type: 'equals', value: 'one, two, three' }, output)).toBe('pass');
  });
  it.each(['one, two', 'one, two, three, four', 'Not one, two, three', ''])('rejects %j', (output) => {
    expect(outcomeOf({ type: 'equals', value: 'one, two, three' }, output)).toBe('fail');
  });
  it('compares what is no text with the JSON answer', () => {
    expect(outcomeOf({ type: 'equals', value: { a: [1, 2] } }, '```json\n{"a": [1, 2]}\n```')).toBe('pass');
    expect(outcomeOf({ type: 'equals', value: { a: [1, 2] } }, '{"a": [2, 1]}')).toBe('fail');
    expect(outcomeOf({ type: 'equals', value: 1234.5 }, '1 234,50 €')).toBe('pass');
    expect(outcomeOf({ type: 'equals', path: 'n', value: 3 }, '{"n": 3}')).toBe('pass');
  });
  it('strictly compares to the letter', () => {
    expect(outcomeOf({ type: 'equals', value: 'OK', form: 'strict' }, 'ok')).toBe('fail');
    expect(outcomeOf({ type: 'equals', value: 'OK', form: 'strict' }, 'OK')).toBe('pass');
  });
});

describe('starts-with and ends-with', () => {
  it.each([
    ['pass', 'Dear Ms Roy', 'Dear Ms Roy,\nthank you.'],
    ['pass', 'Dear Ms Roy', '**Dear Ms Roy**,\nthank you.'],
    ['pass', 'Dear Ms Roy', 'Here is the letter:\n\nDear Ms Roy, thank you.'],
    ['fail', 'Dear Ms Roy', 'Hello, Dear Ms Roy'],
  ] as const)('%s: begins with %j: %j', (outcome, value, output) => {
    expect(outcomeOf({ type: 'starts-with', value }, output)).toBe(outcome);
  });
  it('marks the beginning that is wrong', () => {
    const result = gradeCheck({ type: 'starts-with', value: 'No' }, 'Yes.');
    expect(result.places).toEqual([{ start: 0, end: 4 }]);
  });
  it('ends leniently', () => {
    expect(outcomeOf({ type: 'ends-with', value: 'The support team' }, '… bye.\n*The support team*\n')).toBe('pass');
    expect(outcomeOf({ type: 'ends-with', value: 'The support team' }, 'The support team\n\nI hope this helps!')).toBe(
      'pass',
    );
    expect(outcomeOf({ type: 'ends-with', value: 'The support team' }, 'The support team says no')).toBe('fail');
    expect(outcomeOf({ type: 'not-ends-with', value: '?' }, 'Shall we?')).toBe('fail');
  });
});

describe('regex', () => {
  it('searches in RE2 syntax, with flags', () => {
    expect(outcomeOf({ type: 'regex', value: '^ticket-\\d+$', flags: 'im' }, 'see\nTICKET-12\n')).toBe('pass');
    expect(outcomeOf({ type: 'regex', value: '^ticket$' }, 'tickets')).toBe('fail');
  });
  it('matches to the letter what a placeholder inserts', () => {
    const setting = { expect: { version: '1.2+3' } };
    expect(outcomeOf({ type: 'regex', value: 'v{{expect.version}}\\b' }, 'v1.2+3', setting)).toBe('pass');
    expect(outcomeOf({ type: 'regex', value: 'v{{expect.version}}' }, 'v1x2223', setting)).toBe('fail');
  });
  it('takes a whole pattern from the truth of a case', () => {
    const setting = { expect: { first: 'scanner|battery' } };
    expect(outcomeOf({ type: 'regex', value: '{{expect.first}}' }, 'the battery dies', setting)).toBe('pass');
  });
  it('marks what is forbidden', () => {
    const output = 'call 12 or 345';
    expect(marked(gradeCheck({ type: 'not-regex', value: '\\d+' }, output), output)).toEqual(['12', '345']);
  });
  it('sees plain typography behind typographic marks', () => {
    expect(outcomeOf({ type: 'regex', value: "don't" }, 'we don’t')).toBe('pass');
    expect(outcomeOf({ type: 'regex', value: '^b', flags: 'm' }, 'é\nb')).toBe('pass');
  });
  it('cannot grade with an invalid pattern, negated or not', () => {
    for (const type of ['regex', 'not-regex'] as const) {
      expect(gradeCheck({ type, value: '(?=a)b' }, 'x')).toMatchObject({
        outcome: 'ungraded',
        reason: { code: 'invalid-regex' },
      });
    }
  });
  it('takes linear time where a backtracking engine would not', () => {
    const spent = processorTime();
    expect(outcomeOf({ type: 'regex', value: '^(a+)+$' }, `${'a'.repeat(50_000)}b`)).toBe('fail');
    expect(spent()).toBeLessThan(2000);
  });
});

describe('language', () => {
  it('is that of the answer, not of what it quotes', () => {
    const quoting =
      'The customer writes: “Je voudrais être remboursé immédiatement, c’est inadmissible”. She is angry and asks for her money back.';
    expect(outcomeOf({ type: 'language', value: 'en' }, quoting)).toBe('pass');
    expect(outcomeOf({ type: 'language', value: 'fr' }, quoting)).toBe('fail');
    expect(outcomeOf({ type: 'language', value: 'fr' }, '« Je voudrais être remboursé immédiatement. »')).toBe('pass');
  });
});
