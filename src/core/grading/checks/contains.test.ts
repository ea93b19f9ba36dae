import { describe, expect, it } from 'vitest';
import { gradeCheck, marked, outcomeOf } from '../../../../tests/support/grade-check.ts';

describe('contains', () => {
  it.each([
    ['pass', 'refund', 'No refund.'],
    ['fail', 'Refund', 'No refund.'],
    ['pass', 'we can’t', "I am sorry, we can't."],
    ['pass', '30 days', 'after 30\u00a0days'],
    ['pass', '30 days', 'after **30** days'],
    ['pass', 'pages 3-5', 'see pages 3–5'],
    ['pass', 'day one', 'day\none'],
  ] as const)('%s: %j in %j', (outcome, value, output) => {
    expect(outcomeOf({ type: 'contains', value }, output)).toBe(outcome);
  });

  it('reads the texts of a JSON answer, escapes resolved', () => {
    expect(outcomeOf({ type: 'contains', value: 'l’été' }, '{"reply": "l\\u2019\\u00e9t\\u00e9"}')).toBe('pass');
  });

  it('says what is missing', () => {
    const result = gradeCheck({ type: 'contains', value: '{{expect.name}}' }, 'nobody', { expect: { name: 'Ada' } });
    expect(result).toMatchObject({ outcome: 'fail', reason: { code: 'text-missing', params: { text: 'Ada' } } });
  });

  it('tells the strict outcome where it differs', () => {
    expect(gradeCheck({ type: 'contains', value: "can't" }, 'we can’t')).toMatchObject({
      outcome: 'pass',
      strict: 'fail',
    });
    expect(outcomeOf({ type: 'contains', value: "can't", form: 'strict' }, 'we can’t')).toBe('fail');
  });
});

describe('not-contains', () => {
  it('marks every place where the text stands', () => {
    const output = 'Sure: a refund.\nA refund, **re**fund.';
    const result = gradeCheck({ type: 'not-icontains', value: 'REFUND' }, output);
    expect(result).toMatchObject({ outcome: 'fail', reason: { code: 'text-found' } });
    expect(marked(result, output)).toEqual(['refund', 'refund']);
  });

  it('finds what hides behind marks, or in the preamble', () => {
    expect(outcomeOf({ type: 'not-contains', value: 'refund' }, 'a **re**fund')).toBe('fail');
    expect(outcomeOf({ type: 'not-contains', value: 'refund' }, 'Here is the refund:\nNo.')).toBe('fail');
  });

  it('keeps accents apart, since they make other words', () => {
    expect(outcomeOf({ type: 'icontains', value: 'PRESSÉ' }, 'il est presse')).toBe('pass');
    expect(outcomeOf({ type: 'not-icontains', value: 'pressé' }, 'la presse')).toBe('pass');
    expect(outcomeOf({ type: 'not-icontains', value: 'pressé' }, 'PRESSE\u0301')).toBe('fail');
  });
  it('passes when it is not there', () => {
    expect(gradeCheck({ type: 'not-contains', value: 'refund' }, 'No.')).toEqual({
      check: 'tested',
      outcome: 'pass',
      places: [],
    });
  });
});

describe('contains-all and contains-any', () => {
  it('names the texts that are missing', () => {
    const result = gradeCheck({ type: 'contains-all', value: ['a1', 'b2', 'c3'] }, 'a1 and c3');
    expect(result.reason).toEqual({ code: 'texts-missing', params: { texts: 'b2', count: 1 } });
  });
  it('takes a list from the truth', () => {
    const expected = { expect: { names: ['Ada', 'Grace'] } };
    expect(outcomeOf({ type: 'contains-all', value: '{{expect.names}}' }, 'Ada, Grace', expected)).toBe('pass');
    expect(outcomeOf({ type: 'icontains-any', value: '{{expect.names}}' }, 'GRACE', expected)).toBe('pass');
    expect(outcomeOf({ type: 'contains-any', value: '{{expect.names}}' }, 'GRACE', expected)).toBe('fail');
  });
  it('negated, any one of them is a failure', () => {
    expect(outcomeOf({ type: 'not-contains-any', value: ['a', 'z'] }, 'xyz')).toBe('fail');
    expect(outcomeOf({ type: 'not-contains-all', value: ['a', 'z'] }, 'xyz')).toBe('pass');
  });
});

describe('a path', () => {
  const output =
    'Here:\n```json\n{"items": [{"name": "Ada \\u201cL\\u201d refund"}, {"name": "Grace"}], "note": "x"}\n```';
  it('looks at every value that it selects', () => {
    expect(outcomeOf({ type: 'contains', path: 'items.*.name', value: 'a' }, output)).toBe('pass');
    expect(outcomeOf({ type: 'contains', path: 'items.*.name', value: 'Ada' }, output)).toBe('fail');
    expect(outcomeOf({ type: 'contains', path: 'items.0.name', value: 'Ada "L"' }, output)).toBe('pass');
  });
  it('negated, none of them may', () => {
    const result = gradeCheck({ type: 'not-contains', path: 'items.*.name', value: 'refund' }, output);
    expect(result.outcome).toBe('fail');
    expect(marked(result, output)).toEqual(['refund']);
    expect(outcomeOf({ type: 'not-contains', path: 'items.*.name', value: 'zebra' }, output)).toBe('pass');
  });
  it('fails when the field, or the JSON, is not there', () => {
    expect(gradeCheck({ type: 'contains', path: 'reply', value: 'x' }, output).reason?.code).toBe('field-missing');
    expect(gradeCheck({ type: 'contains', path: 'reply', value: 'x' }, 'plain x').reason?.code).toBe('not-json');
  });
  it('forbids in the whole output what it cannot look up in the field', () => {
    expect(outcomeOf({ type: 'not-contains', path: 'reply', value: 'refund' }, 'You get a refund.')).toBe('fail');
    expect(outcomeOf({ type: 'not-contains', path: 'reply', value: 'refund' }, 'You get nothing.')).toBe('pass');
  });
  it('knows a key in another spelling, leniently', () => {
    expect(gradeCheck({ type: 'contains', path: 'dueDate', value: '3' }, '{"due_date": "3 May"}')).toMatchObject({
      outcome: 'pass',
      strict: 'fail',
    });
  });
});
