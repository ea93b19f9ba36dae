import { describe, expect, it } from 'vitest';
import type { Value } from '#core/exercises/simulation.ts';
import { gradeCheck, marked, outcomeOf } from '../../../../tests/support/grade-check.ts';
import { processorTime } from '../../../../tests/support/processor-time.ts';

const fenced = 'Here is the result:\n```json\n{"outcome": "refuse", "amount": 89}\n```\nLet me know!';

describe('is-json', () => {
  it('forgives a fence leniently and says that the strict form fails', () => {
    expect(gradeCheck({ type: 'is-json' }, fenced)).toMatchObject({ outcome: 'pass', strict: 'fail' });
    expect(gradeCheck({ type: 'is-json' }, '{"a": 1}\n')).toEqual({ check: 'tested', outcome: 'pass', places: [] });
  });
  it('marks what stands around, when nothing may', () => {
    const result = gradeCheck({ type: 'is-json', form: 'strict' }, fenced);
    expect(result.reason?.code).toBe('not-only-json');
    expect(marked(result, fenced)).toEqual(['Here is the result:\n```json\n', '\n```\nLet me know!']);
  });
  it('fails on prose', () => {
    expect(gradeCheck({ type: 'is-json' }, 'I would refuse.')).toMatchObject({
      outcome: 'fail',
      reason: { code: 'not-json' },
    });
    expect(outcomeOf({ type: 'not-is-json' }, 'I would refuse.')).toBe('pass');
  });
});

describe('json-schema', () => {
  const value = {
    type: 'object',
    required: ['outcome', 'lines'],
    properties: {
      outcome: { enum: ['refuse', 'approve'] },
      lines: {
        type: 'array',
        items: { type: 'object', properties: { due: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } } },
      },
    },
  };
  it('passes what fits', () => {
    expect(outcomeOf({ type: 'json-schema', value }, '{"outcome": "refuse", "lines": [{"due": "2026-05-09"}]}')).toBe(
      'pass',
    );
  });
  it('marks the value that does not fit', () => {
    const output = 'So:\n{"outcome": "refuse", "lines": [{"due": "2026-05-09"}, {"due": "9 May"}]}';
    const result = gradeCheck({ type: 'json-schema', value }, output);
    expect(result).toMatchObject({
      outcome: 'fail',
      reason: { code: 'schema-broken', params: { where: 'lines.1.due' } },
    });
    expect(marked(result, output)).toEqual(['"9 May"']);
  });
  it('names the property that is missing', () => {
    const result = gradeCheck({ type: 'json-schema', value }, '{"outcome": "refuse"}');
    expect(result.reason).toEqual({ code: 'schema-broken', params: { where: '', rule: 'required: lines' } });
  });
  it('runs patterns in linear time', () => {
    const evil = { type: 'object', properties: { a: { pattern: '^(a+)+$' } } };
    const spent = processorTime();
    expect(outcomeOf({ type: 'json-schema', value: evil }, `{"a": "${'a'.repeat(50_000)}b"}`)).toBe('fail');
    expect(spent()).toBeLessThan(2000);
  });
  it('cannot grade by a schema that is none', () => {
    const broken = { $ref: '#/$defs/nowhere' };
    expect(gradeCheck({ type: 'json-schema', value: broken }, '{}')).toMatchObject({
      outcome: 'ungraded',
      reason: { code: 'invalid-schema' },
    });
  });
  it('resolves placeholders in the schema', () => {
    const byCase = { properties: { n: { const: '{{expect.n}}' } } };
    expect(outcomeOf({ type: 'json-schema', value: byCase }, '{"n": 3}', { expect: { n: 3 } })).toBe('pass');
    expect(outcomeOf({ type: 'json-schema', value: byCase }, '{"n": 4}', { expect: { n: 3 } })).toBe('fail');
  });
});

describe('field', () => {
  const same = (value: Value, written: string, more: object = {}) =>
    outcomeOf({ type: 'field', path: 'x', value, ...more }, `{"x": ${written}}`);

  it.each<[Value, string]>([
    ['refuse', '"Refuse"'],
    ['refuse', '" refuse. "'],
    ['not-in-policy', '"Not in policy"'],
    ['reclame-regle', '"Réclame réglé"'],
    [1234.5, '1234.50'],
    [1234.5, '"1 234,50 €"'],
    [1234.5, '"$1,234.50"'],
    ['12', '12'],
    [0.2, '"20 %"'],
    [true, 'true'],
    [true, '"oui"'],
    [false, '"No"'],
    [null, 'null'],
    [null, '"N/A"'],
    [null, '"not stated in the invoice"'],
    [null, '"Non précisé"'],
    [null, '""'],
    [['a', 'b'], '["A", "b"]'],
    [{ a: 1 }, '{"a": "1", "b": 2}'],
    ['2026-05-09', '"2026-05-09"'],
  ])('takes %j for %s', (value, written) => {
    expect(same(value, written)).toBe('pass');
  });

  it.each<[Value, string]>([
    ['refuse', '"refused"'],
    ['refuse', 'null'],
    [1234.5, '1234.6'],
    [1234.5, '"between 1234.5 and 2000"'],
    [true, '"maybe"'],
    [null, '"2026-05-09"'],
    [null, '0'],
    [['a', 'b'], '["b", "a"]'],
    [['a', 'b'], '["a"]'],
    ['2026-05-09', '"9 May 2026"'],
    ['yes', '["yes"]'],
  ])('does not take %j for %s', (value, written) => {
    expect(same(value, written)).toBe('fail');
  });

  it('allows a tolerance, and any order where order means nothing', () => {
    expect(same(100, '100.4', { tolerance: 0.5 })).toBe('pass');
    expect(same(100, '100.6', { tolerance: 0.5 })).toBe('fail');
    expect(same(['a', 'b', 'b'], '["b", "a", "b"]', { inAnyOrder: true })).toBe('pass');
    expect(same(['a', 'b', 'b'], '["b", "a", "a"]', { inAnyOrder: true })).toBe('fail');
  });

  it('takes the truth from the case, and any of several', () => {
    const check = { type: 'field', path: 'x', anyOf: '{{expect.fine}}' } as const;
    expect(outcomeOf(check, '{"x": "b"}', { expect: { fine: ['a', 'b'] } })).toBe('pass');
    expect(outcomeOf(check, '{"x": "c"}', { expect: { fine: ['a', 'b'] } })).toBe('fail');
    expect(gradeCheck(check, '{"x": "c"}').reason).toEqual({
      code: 'unknown-placeholder',
      params: { name: 'expect.fine' },
    });
  });

  it('marks the wrong value where it stands and says what was expected', () => {
    const output = 'Result: {"x": {"deep": [1, "wr\\u00f6ng"]}}';
    const result = gradeCheck({ type: 'field', path: 'x.deep.1', value: 'right' }, output);
    expect(result.reason).toEqual({
      code: 'field-wrong',
      params: { path: 'x.deep.1', expected: 'right', actual: 'wröng' },
    });
    expect(marked(result, output)).toEqual(['"wr\\u00f6ng"']);
  });

  it('compares a list with all the values a path selects, one value with each', () => {
    const output = '[{"n": 1}, {"n": 2}]';
    expect(outcomeOf({ type: 'field', path: '*.n', value: [1, 2] }, output)).toBe('pass');
    expect(outcomeOf({ type: 'field', path: '*.n', value: [1, 3] }, output)).toBe('fail');
    expect(outcomeOf({ type: 'field', path: '*.n', value: 1 }, output)).toBe('fail');
    expect(outcomeOf({ type: 'field', path: '*.n', value: [] }, '[]')).toBe('pass');
    expect(gradeCheck({ type: 'field', path: '*.n', value: [1, 3] }, output).reason).toEqual({
      code: 'field-wrong',
      params: { path: '*.n', expected: '[1,3]', actual: '[1, 2]' },
    });
  });

  it('without a value only asks that something is there', () => {
    expect(outcomeOf({ type: 'field', path: 'x' }, '{"x": "words"}')).toBe('pass');
    expect(outcomeOf({ type: 'field', path: 'x' }, '{"x": ""}')).toBe('fail');
    expect(outcomeOf({ type: 'field', path: 'x' }, '{}')).toBe('fail');
  });

  it('negated: a field that is not there has no wrong value', () => {
    expect(outcomeOf({ type: 'not-field', path: 'x', value: 'a' }, '{"x": "A"}')).toBe('fail');
    expect(outcomeOf({ type: 'not-field', path: 'x', value: 'a' }, '{}')).toBe('pass');
  });
});
