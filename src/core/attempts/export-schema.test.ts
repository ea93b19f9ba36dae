import { describe, expect, test } from 'vitest';
import { ended, someAttempt, someOutput } from '../../../tests/support/attempts.ts';
import { someComparison, someComparisonOutput, someMatrix, someVote } from '../../../tests/support/comparisons.ts';
import type { Attempt, Draft } from './attempt.ts';
import { heldOutIsOpen } from './conceal.ts';
import type { ExportFile } from './export-file.ts';
import { parseExport } from './export-schema.ts';
import { seal, unseal } from './seal.ts';

const file: ExportFile = {
  app: 'candor',
  version: 2,
  exportedAt: 1,
  attempts: [ended(someAttempt())],
  outputs: [someOutput('one')],
  progress: [],
  drafts: [{ exercise: 'support/refund', prompt: someAttempt().prompt, updatedAt: 1 }],
  comparisons: [someComparison()],
  matrices: [someMatrix()],
  comparisonOutputs: [someComparisonOutput('one', 'a')],
  votes: [someVote()],
};
const parse = (data: unknown) => parseExport(JSON.stringify(data));

test('takes what was exported, as it was', () => {
  expect(parse(file)).toEqual({ ok: true, file });
});

test('takes a file of version 1, which knew no comparisons', () => {
  const { comparisons: _, matrices: __, comparisonOutputs: ___, votes: ____, ...rest } = file;
  expect(parse({ ...rest, version: 1 })).toEqual({
    ok: true,
    file: { ...file, comparisons: [], matrices: [], comparisonOutputs: [], votes: [] },
  });
});

test('takes verdicts on outputs, handed in or half formed', () => {
  const mark = { output: 'long', start: 3, end: 9, quote: 'always' };
  const attempt: Attempt = {
    kind: 'arbitrate',
    id: 'verdicts',
    exercise: 'support/replies',
    createdAt: 1,
    endedAt: 2,
    status: 'done',
    verdicts: [{ case: 'late', best: 'short', mark, criterion: 'figures' }],
  };
  const draft: Draft = {
    kind: 'arbitrate',
    exercise: 'support/replies',
    attempt: 'next',
    verdicts: [{ case: 'late', mark }, { case: 'even' }],
    case: 'even',
    updatedAt: 3,
  };
  const both = { ...file, attempts: [...file.attempts, attempt], drafts: [...file.drafts, draft] };
  expect(parse(both)).toEqual({ ok: true, file: both });
  const { verdicts: _, ...without } = attempt;
  expect(parse({ ...file, attempts: [without] })).toEqual({
    ok: false,
    problem: { code: 'invalid', where: 'attempts.0.verdicts' },
  });
});

test('drops what it does not know', () => {
  expect(parse({ ...file, key: 'sk-1', attempts: [{ ...file.attempts[0], extra: 1 }] })).toEqual({ ok: true, file });
});

describe('refuses with a reason', () => {
  test.each([
    ['no JSON', 'hello', { code: 'not-json' }],
    ['an empty file', '', { code: 'not-json' }],
    ['JSON of something else', '{"name":"x"}', { code: 'not-ours' }],
    ['no object', '[1]', { code: 'not-ours' }],
    ['null', 'null', { code: 'not-ours' }],
    ['a newer version', JSON.stringify({ ...file, version: 3 }), { code: 'newer' }],
    ['a missing table', JSON.stringify({ ...file, outputs: undefined }), { code: 'invalid', where: 'outputs' }],
    [
      'a broken row',
      JSON.stringify({ ...file, attempts: [{ ...file.attempts[0], createdAt: 'yesterday' }] }),
      { code: 'invalid', where: 'attempts.0.createdAt' },
    ],
    [
      'a polluting key',
      JSON.stringify(file).replace('"params":{', '"params":{"__proto__":{"x":1},'),
      { code: 'invalid', where: '__proto__' },
    ],
    ['a constructor', JSON.stringify({ ...file, constructor: {} }), { code: 'invalid', where: 'constructor' }],
  ])('%s', (_, text, problem) => {
    expect(parseExport(text)).toEqual({ ok: false, problem });
  });
});

describe('sealing', () => {
  const hidden = someOutput('one', { heldOut: true, text: 'a secret: naïve 🙂' });
  const started = {
    exercise: 'e',
    state: 'started',
    bestScore: 0,
    attempts: 1,
    lastAttemptAt: 1,
    hintsShown: 0,
    gaveUp: false,
  } as const;

  test('hides a held-out output and brings it back whole', () => {
    const sealed = seal(hidden, heldOutIsOpen(started));
    expect(JSON.stringify(sealed)).not.toContain('secret');
    expect(sealed.results).toEqual([{ check: 'outcome', outcome: 'fail', places: [] }]);
    expect(unseal(sealed)).toEqual(hidden);
  });

  test('leaves alone what the page shows', () => {
    expect(seal(hidden, heldOutIsOpen({ ...started, state: 'passed' }))).toBe(hidden);
    expect(seal(hidden, heldOutIsOpen({ ...started, gaveUp: true }))).toBe(hidden);
    const shown = someOutput('one');
    expect(seal(shown, heldOutIsOpen(undefined))).toBe(shown);
  });

  test('a broken seal is refused', () => {
    expect(unseal({ ...hidden, sealed: '!!!' })).toBeUndefined();
    expect(unseal({ ...hidden, sealed: btoa('{"text":7}') })).toBeUndefined();
  });
});
