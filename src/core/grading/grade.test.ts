import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Value } from '#core/exercises/simulation.ts';
import { type CheckInput, CheckSchema } from './checks/schema.ts';
import { compareGrades } from './compare-grades.ts';
import { gradeAttempt } from './grade-attempt.ts';
import { gradeSample } from './grade.ts';
import { reasonCodes } from './reasons.ts';
import type { Outcome, SampleGrade } from './report.ts';
import { requirements } from './requirements.ts';
import { processorTime } from '../../../tests/support/processor-time.ts';

const exerciseOf = (checks: CheckInput[], threshold = 75) => ({
  checks: checks.map((check) => v.parse(CheckSchema, check)),
  threshold,
  meanings: {},
});
const caseOf = (expected: Record<string, Value> = {}, heldOut = false) => ({
  id: 'one',
  heldOut,
  values: {},
  expect: expected,
});
const grade = (checks: CheckInput[], output: string, expected: Record<string, Value> = {}) =>
  gradeSample({ exercise: exerciseOf(checks), case: caseOf(expected), sample: 0, output });

describe('gradeSample', () => {
  const a: CheckInput = { id: 'a', type: 'contains', value: 'a', weight: 3 };
  const b: CheckInput = { id: 'b', type: 'contains', value: 'b' };
  const broken: CheckInput = { id: 'broken', type: 'regex', value: '(' };

  it('scores the weighted share of the passed', () => {
    expect(grade([a, b], 'a')).toMatchObject({ score: 0.75, passed: true });
    expect(grade([a, b], 'b')).toMatchObject({ score: 0.25, passed: false });
  });
  it('scores 0 when a must-have fails', () => {
    expect(grade([a, { ...b, mustHave: true }], 'a')).toMatchObject({ score: 0, passed: false });
  });
  it('leaves out what could not be graded', () => {
    expect(grade([a, b, broken], 'a')).toMatchObject({ score: 0.75 });
  });
  it('has no score when a must-have, or everything, could not be graded', () => {
    expect(grade([a, { ...broken, mustHave: true }], 'a')).toMatchObject({ score: null, passed: false });
    expect(grade([broken], 'a')).toMatchObject({ score: null });
  });
  it('knows the score when another must-have failed already', () => {
    const checks: CheckInput[] = [
      { ...broken, mustHave: true },
      { ...b, mustHave: true },
    ];
    expect(grade(checks, 'a')).toMatchObject({ score: 0 });
  });
  it('grades only the checks that apply to the case', () => {
    const check = (when: CheckInput['when']): CheckInput => ({ ...b, when });
    const graded = (when: CheckInput['when'], expected: Record<string, Value>) =>
      grade([a, check(when)], '', expected).results.length === 2;
    expect(graded({ outcome: 'refuse' }, { outcome: 'refuse' })).toBe(true);
    expect(graded({ outcome: 'refuse' }, { outcome: 'approve' })).toBe(false);
    expect(graded({ outcome: ['refuse', 'ask'] }, { outcome: 'ask' })).toBe(true);
    expect(graded({ outcome: { not: 'refuse' } }, { outcome: 'ask' })).toBe(true);
    expect(graded({ outcome: { not: ['refuse', 'ask'] } }, { outcome: 'ask' })).toBe(false);
    expect(graded({ outcome: 'refuse' }, {})).toBe(false);
  });
});

const sampleOf = (id: string, score: number | null, more: Partial<SampleGrade> = {}): SampleGrade => ({
  case: id,
  heldOut: false,
  sample: 0,
  score,
  passed: (score ?? 0) >= 0.75,
  results: [{ check: 'c', outcome: score === null ? 'ungraded' : score >= 0.75 ? 'pass' : 'fail', places: [] }],
  ...more,
});

describe('gradeAttempt', () => {
  it('means over samples, then over cases', () => {
    const samples = [sampleOf('a', 1), sampleOf('a', 0.5, { sample: 1 }), sampleOf('b', 0.25, { heldOut: true })];
    const graded = gradeAttempt(samples, 75);
    expect(graded.score).toBeCloseTo(50); // (0.75 + 0.25) / 2, not the mean of three samples
    expect(graded.shown).toEqual({ score: 75, passed: 1, total: 2 });
    expect(graded.heldOut).toEqual({ score: 25, passed: 0, total: 1 });
    expect(graded.verdict).toBe('fail');
    expect(graded.interval[0]).toBeLessThanOrEqual(50);
    expect(graded.interval[1]).toBeGreaterThanOrEqual(50);
  });
  it('passes only when shown and held-out sides both reach the threshold', () => {
    const held = (score: number) => sampleOf('h', score, { heldOut: true });
    expect(gradeAttempt([sampleOf('a', 1), held(0.75)], 75).verdict).toBe('pass');
    expect(gradeAttempt([sampleOf('a', 1), held(0.7)], 75).verdict).toBe('fail');
    expect(gradeAttempt([sampleOf('a', 0.7), held(1)], 75).verdict).toBe('fail');
  });
  it('does not say pass when a side was not run, but can say fail', () => {
    expect(gradeAttempt([sampleOf('a', 1)], 75)).toMatchObject({
      verdict: 'ungraded',
      heldOut: { score: null, total: 0 },
    });
    expect(gradeAttempt([sampleOf('a', 0)], 75).verdict).toBe('fail');
    expect(gradeAttempt([], 75)).toMatchObject({ verdict: 'ungraded', score: 0, interval: [0, 100] });
  });
  it('is ungraded when a sample has no score, or more than a tenth of the results are ungraded', () => {
    const held = sampleOf('h', 1, { heldOut: true });
    expect(gradeAttempt([sampleOf('a', null), sampleOf('b', 1), held], 75).verdict).toBe('ungraded');
    const results = (outcomes: Outcome[]) =>
      outcomes.map((outcome, index) => ({ check: `c${index}`, outcome, places: [] }));
    const nine: Outcome[] = Array<Outcome>(9).fill('pass');
    const tenth = sampleOf('a', 1, { results: results([...nine, 'ungraded']) });
    expect(gradeAttempt([tenth, held], 75)).toMatchObject({ verdict: 'pass', ungraded: 1, results: 11 });
    const more = sampleOf('a', 1, { results: results([...nine.slice(2), 'ungraded']) });
    expect(gradeAttempt([more, held], 75).verdict).toBe('ungraded');
  });
  it('gives one case a wide interval', () => {
    const [low, high] = gradeAttempt([sampleOf('a', 1), sampleOf('a', 1, { sample: 1 })], 75).interval;
    expect(low).toBeLessThan(50);
    expect(high).toBe(100);
  });
});

describe('compareGrades', () => {
  const gradeOf = (scores: number[]) =>
    gradeAttempt(
      scores.map((score, index) => sampleOf(`c${index}`, score, { heldOut: index % 2 === 1 })),
      75,
    );
  it('tells a change from chance, case by case', () => {
    const before = gradeOf([0.2, 0.9, 0.4, 0.6]);
    const better = compareGrades(before, gradeOf([0.3, 1, 0.5, 0.7]));
    expect(better.score).toBeCloseTo(10);
    expect(better.distinguishable).toBe(true);
    const mixed = compareGrades(before, gradeOf([0.9, 0.2, 0.9, 0.2]));
    expect(mixed.distinguishable).toBe(false);
  });
  it('names the requirements gained and lost', () => {
    const before = gradeOf([0, 1]);
    const after = gradeOf([1, 1]);
    expect(compareGrades(before, after)).toMatchObject({
      gained: ['c'],
      lost: [],
      checks: [{ check: 'c', before: { passed: 1, total: 2 }, after: { passed: 2, total: 2 } }],
    });
    expect(compareGrades(after, before)).toMatchObject({ gained: [], lost: ['c'] });
  });
  it('compares grades without common cases by their intervals', () => {
    const other = gradeAttempt([sampleOf('x', 0), sampleOf('y', 0)], 75);
    expect(compareGrades(gradeOf([1, 1]), other)).toMatchObject({ interval: null, distinguishable: true });
  });
});

describe('requirements', () => {
  it('puts failures first, must-haves before others, and shows examples of shown cases only', () => {
    const checks = [
      { id: 'met', weight: 2, mustHave: false },
      { id: 'missed', weight: 1, mustHave: false },
      { id: 'must', weight: 1, mustHave: true },
      { id: 'elsewhere', weight: 1, mustHave: false },
    ];
    const results = (outcomes: Record<string, Outcome>) =>
      Object.entries(outcomes).map(([check, outcome]) => ({ check, outcome, places: [{ start: 0, end: 1 }] }));
    const samples = [
      sampleOf('a', 0, { results: results({ met: 'pass', missed: 'fail', must: 'pass' }) }),
      sampleOf('h', 0, { heldOut: true, results: results({ met: 'pass', missed: 'fail', must: 'fail' }) }),
    ];
    const summed = requirements(samples, checks);
    expect(summed.map(({ check }) => check)).toEqual(['must', 'missed', 'met']);
    expect(summed[0]).toMatchObject({ heldOut: { failed: 1, total: 1 }, shown: { failed: 0, total: 1 }, examples: [] });
    expect(summed[1]?.examples).toMatchObject([{ case: 'a', places: [{ start: 0, end: 1 }] }]);
    expect(summed[2]?.weight).toBeCloseTo(0.4);
  });
});

/** Every kind of check, plain and negated, with and without a path. */
const everyCheck: CheckInput[] = [
  { id: 'contains', type: 'contains', value: 'a' },
  { id: 'all', type: 'icontains-all', value: ['a', 'é'] },
  { id: 'any', type: 'contains-any', value: ['x', '"'] },
  { id: 'equals', type: 'equals', value: 'one two' },
  { id: 'regex', type: 'regex', value: '(a|b)*\\s+$' },
  { id: 'starts', type: 'starts-with', value: 'Dear' },
  { id: 'ends', type: 'ends-with', value: '.' },
  { id: 'json', type: 'is-json' },
  { id: 'schema', type: 'json-schema', value: { type: 'object', required: ['a'] } },
  { id: 'field', type: 'field', value: 12 },
  { id: 'numeric', type: 'numeric', value: 12 },
  { id: 'label', type: 'label', value: 'a', labels: ['a', 'b'] },
  { id: 'words', type: 'word-count', value: { max: 10 } },
  { id: 'sentences', type: 'sentence-count', value: 2 },
  { id: 'paragraphs', type: 'paragraph-count', value: 2 },
  { id: 'bullets', type: 'bullet-count', value: 2 },
  { id: 'characters', type: 'character-count', value: { min: 10 } },
  { id: 'language', type: 'language', value: 'fr' },
  { id: 'personal', type: 'no-personal-data', value: ['Ada'] },
  { id: 'quotes', type: 'quotes', source: 'text' },
].flatMap((check) => {
  const negated = { ...check, id: `not-${check.id}`, type: `not-${check.type}` };
  return [
    check,
    negated,
    { ...check, id: `${check.id}-at`, path: 'a' },
    { ...negated, id: `not-${check.id}-at`, path: '*.a' },
  ];
}) as CheckInput[];

const hostileExercise = exerciseOf(everyCheck);
const hostileCase = { id: 'one', heldOut: false, values: { text: 'a source' }, expect: {} };
const gradeHostile = (output: string) =>
  gradeSample({ exercise: hostileExercise, case: hostileCase, sample: 0, output });

function wellFormed(graded: SampleGrade, output: string): void {
  expect(graded.results).toHaveLength(everyCheck.length);
  for (const { check, reason, places } of graded.results) {
    expect(reason?.code, check).not.toBe('check-broke');
    if (reason) {
      const params = reasonCodes[reason.code as keyof typeof reasonCodes] as Record<string, string>;
      expect(Object.keys(reason.params).sort(), reason.code).toEqual(Object.keys(params).sort());
      for (const [name, value] of Object.entries(reason.params))
        expect(typeof value, `${check}: ${reason.code}.${name}`).toBe(params[name]);
    }
    for (const { start, end } of places) {
      expect(start >= 0 && start <= end && end <= output.length, `${check} ${start}-${end} of ${output.length}`).toBe(
        true,
      );
    }
  }
}

describe('hostile outputs', () => {
  it('never break a check, and every place lies within the output', () => {
    const pieces = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        '"',
        "'",
        '“',
        '”',
        '«',
        '»',
        '```',
        '```json\n',
        '**',
        '_',
        '\n',
        '\n\n',
        '- ',
        '1. ',
        '> ',
        '#',
        ':',
        ',',
      ],
      ...[
        'a',
        'Ada',
        'é',
        'e\u0301',
        '\ud83d',
        '😀',
        '\u0000',
        '\u202e',
        '\ufeff',
        ' ',
        '\u00a0',
        '…',
        '...',
        '12',
        '1 234,50',
        '€',
        '%',
        '\\',
        '\\u00e9',
      ],
      ...[
        '{"a": "b \\u201cx\\u201d"}',
        '{"a": 12}',
        '[{"a": "Ada"}]',
        'Here it is:\n',
        'Let me know.',
        'a source',
        '@b.fr',
        'is',
      ],
    );
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.json({ maxDepth: 4 }),
    );
    fc.assert(
      fc.property(text, (output) => wellFormed(gradeHostile(output), output)),
      { numRuns: 200 },
    );
  }, 60_000);

  it.each([
    ['a long run of one letter', 'a'.repeat(50_000)],
    ['a long run of quotation marks', '"'.repeat(50_000)],
    ['a long run of opening quotation marks', '“a '.repeat(16_000)],
    ['a long run of apostrophes', " 'a".repeat(16_000)],
    ['a long run of stars', '*'.repeat(50_000)],
    ['a long run of line breaks', '\n'.repeat(50_000)],
    ['a long run of spaces', ' '.repeat(50_000)],
    ['a long run of dots', '.'.repeat(50_000)],
    ['a long run of words', 'word and '.repeat(5_000)],
    ['nested lists', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['nested objects', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
    ['a long JSON list', JSON.stringify(Array.from({ length: 1_500 }, (_, a) => ({ a })))],
    ['a long run of escapes', `{"a": "${'\\u00e9'.repeat(8_000)}"}`],
    ['control characters', '\u0000\u0001\u001b[31m\u202e'.repeat(5_000)],
  ])(
    '%s is graded in a few seconds by all checks together',
    (_, output) => {
      const spent = processorTime();
      wellFormed(gradeHostile(output), output);
      expect(spent()).toBeLessThan(20_000);
    },
    30_000,
  );

  it('a quarter of a megabyte is graded by all checks together', () => {
    const output = 'Dear “word” {"a": "1"} and '.repeat(9_000);
    wellFormed(gradeHostile(output), output);
  }, 60_000);

  it('a thousand outputs with four checks each take well under a second', () => {
    const exercise = exerciseOf([
      { id: 'contains', type: 'contains', value: 'refund' },
      { id: 'regex', type: 'regex', value: '\\d+ days' },
      { id: 'json', type: 'is-json' },
      { id: 'outcome', type: 'field', path: 'outcome', value: 'refuse' },
    ]);
    const output =
      '```json\n{"outcome": "refuse", "reply": "No refund: 68 days have passed since you bought it."}\n```';
    const run = () => {
      const spent = processorTime();
      for (let i = 0; i < 1000; i++) gradeSample({ exercise, case: caseOf(), sample: i, output: `${output} ${i}` });
      return spent();
    };
    // The best of three: by then the engine has made what it can of the code.
    expect(Math.min(run(), run(), run())).toBeLessThan(1000);
  });
});
