import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyPrompt } from '#core/prompts/prompt.ts';
import { renderPrompt } from '#core/prompts/template.ts';
import { estimateTokens } from '#core/prompts/tokens.ts';
import { smallExercise } from '../../../../tests/support/small-exercise.ts';
import type { ComparisonOutput, Matrix } from '../comparison.ts';
import { outputFingerprint } from '../fingerprints.ts';
import { edgeOf } from './edges.ts';
import { estimateOf, remainingMs } from './estimate.ts';
import { casesOf, cellOf, missingOf, rowsOf, type Cell } from './grid.ts';
import { comparisonOfCells, outputsForComparison } from './open-as-comparison.ts';
import { isShown, ordered, type Line } from './order.ts';

const matrix: Matrix = {
  id: 'm',
  title: 'Greetings',
  createdAt: 0,
  updatedAt: 0,
  subject: { kind: 'exercise', exercise: 'everyone/greet' },
  prompts: ['Greet {{name}}', 'Say hello to {{name}} by {{house}}'].map((user, index) => ({
    id: `p${index}`,
    name: `Prompt ${index}`,
    prompt: { ...emptyPrompt, user },
  })),
  models: ['small', 'large'].map((size) => ({ id: size, model: { id: `simulated-${size}`, seed: 0 } })),
  cases: ['ann', 'eve', 'bob', 'gone'],
  samples: 2,
};
const bundle = smallExercise();
const rows = rowsOf(matrix);
const cases = casesOf(matrix, bundle, false);
const [row, one] = [rows[0]!, cases[0]!];
const fingerprint = outputFingerprint(row.variant, one.values);

const output = (change: Partial<ComparisonOutput> = {}): ComparisonOutput => ({
  id: `m/${row.id}/ann/${change.sample ?? 0}`,
  owner: 'm',
  variant: row.id,
  case: 'ann',
  sample: 0,
  fingerprint,
  at: 0,
  status: 'whole',
  text: 'Hello dear Ann',
  score: 100,
  passed: true,
  results: [],
  ...change,
});
const cell = (change: Partial<Cell> = {}): Cell => ({
  state: 'done',
  score: 50,
  passed: false,
  drawn: 1,
  words: 3,
  ...change,
});

describe('the grid', () => {
  it('has a row for each prompt on each model, and the cases that are there and open', () => {
    expect(rows.map(({ id }) => id)).toEqual(['p0~small', 'p0~large', 'p1~small', 'p1~large']);
    expect(cases.map(({ id }) => id)).toEqual(['ann', 'bob']);
    expect(casesOf(matrix, bundle, true).map(({ id }) => id)).toEqual(['ann', 'eve', 'bob']);
    expect(casesOf(matrix, undefined, true)).toEqual([]);
  });

  it('shows the mean of the samples, once all are there', () => {
    const outputs = [output(), output({ sample: 1, score: 40, passed: false })];
    expect(cellOf(outputs, fingerprint, 2)).toEqual({ state: 'done', score: 70, passed: false, drawn: 2, words: 0 });
    expect(cellOf(outputs.slice(1), fingerprint, 2)).toMatchObject({ state: 'waiting', score: 40, drawn: 1 });
    expect(cellOf(outputs, fingerprint, 1)).toMatchObject({ state: 'done', score: 100, passed: true });
  });

  it('tells failed, ungraded, plain, stale and running apart', () => {
    const error = { kind: 'rate-limited', retryable: true } as const;
    const { score: _, passed: __, ...plain } = output();
    const state = (outputs: ComparisonOutput[], running = false) => cellOf(outputs, fingerprint, 1, running).state;
    expect(state([output({ status: 'partial', error })])).toBe('failed');
    expect(state([output({ status: 'partial' })])).toBe('waiting');
    expect(state([output({ score: null, passed: false })])).toBe('ungraded');
    expect(cellOf([plain], fingerprint, 1)).toMatchObject({ state: 'plain', words: 3 });
    expect(state([output({ fingerprint: 'older' })])).toBe('stale');
    expect(state([output({ fingerprint: 'older' })], true)).toBe('running');
    expect(cellOf([output({ fingerprint: 'older', score: 80 })], fingerprint, 1).score).toBe(80);
  });

  it('draws what is missing: first samples first, a case on all rows before the next case', () => {
    const outputs = [output(), output({ sample: 1, status: 'partial' })];
    const missing = missingOf(
      rows,
      cases,
      2,
      (of, { id }, sample) =>
        outputs.find((kept) => kept.variant === of.id && kept.case === id && kept.sample === sample),
      (of, { values }) => outputFingerprint(of.variant, values),
    );
    expect(missing).toHaveLength(15);
    expect(missing.slice(0, 4).map((of) => [of.row.id, of.case.id, of.sample])).toEqual([
      ['p0~large', 'ann', 0],
      ['p1~small', 'ann', 0],
      ['p1~large', 'ann', 0],
      ['p0~small', 'bob', 0],
    ]);
    const sent = missing.map((of) =>
      renderPrompt(of.row.prompt.prompt, of.case.values).reduce((sum, { content }) => sum + estimateTokens(content), 0),
    );
    const tokens = sent.reduce((sum, of) => sum + of, 0);
    const estimate = estimateOf(missing, [{ id: 'simulated-small', simulated: true }], 100);
    expect(estimate).toMatchObject({ calls: 15, outputTokens: 1500, cost: { kind: 'unknown' } });
    expect(Math.abs(estimate.inputTokens - tokens) / tokens).toBeLessThan(0.25);
  });
});

describe('the edges', () => {
  it('average and spread what is graded and current', () => {
    // mean (60 + 90 + 30) / 3 = 60; deviations 0, 30, −30: √(1800 / 2) = 30
    const cells = [60, 90, 30].map((score) => cell({ score, passed: score > 75 }));
    const others = (['stale', 'waiting', 'ungraded', 'failed', 'running'] as const).map((state) => cell({ state }));
    expect(edgeOf([...cells, ...others])).toEqual({
      mean: 60,
      spread: 30,
      lowest: 30,
      highest: 90,
      cells: 3,
      passed: 1,
    });
    expect(edgeOf([cell()])).toMatchObject({ mean: 50, spread: null });
    expect(edgeOf(others)).toMatchObject({ mean: null, spread: null, cells: 0 });
  });

  it('keep the mean between the lowest and the highest', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1 }), (scores) => {
        const { mean, lowest, highest } = edgeOf(scores.map((score) => cell({ score })));
        expect(mean).toBeGreaterThanOrEqual(lowest! - 1e-9);
        expect(mean).toBeLessThanOrEqual(highest! + 1e-9);
      }),
    );
  });
});

describe('order', () => {
  const line = (id: string, scores: number[]): Line => ({
    id,
    name: id,
    edge: edgeOf(scores.map((score) => cell({ score, passed: score >= 75 }))),
    cell: (case_) => (scores.length ? cell({ score: scores[Number(case_)] ?? null }) : undefined),
  });
  const lines = [line('b', [50, 60]), line('c', []), line('a', [90, 10]), line('d', [55, 55])];
  const ids = (...order: Parameters<typeof ordered>) => ordered(...order).map(({ id }) => id);

  it('puts what has no figure last, and keeps equals as they were', () => {
    expect(ids(lines, { by: 'mean', direction: 'down' })).toEqual(['b', 'd', 'a', 'c']);
    expect(ids(lines, { by: 'mean', direction: 'up' })).toEqual(['a', 'b', 'd', 'c']);
    expect(ids(lines, { by: 'spread', direction: 'down' })).toEqual(['a', 'b', 'd', 'c']);
    expect(ids(lines, { by: 'name', direction: 'up' })).toEqual(['a', 'b', 'c', 'd']);
    expect(ids(lines, { by: { line: '1' }, direction: 'down' })).toEqual(['b', 'd', 'a', 'c']);
    expect(ids(lines, { by: 'set-up' })).toEqual(['b', 'c', 'a', 'd']);
  });

  it('shows what is asked for', () => {
    const shown = (show: Parameters<typeof isShown>[1]) =>
      lines.filter((of) => isShown(of, show, 75, 2)).map(({ id }) => id);
    expect(shown('weak')).toEqual(['b', 'a', 'd']);
    expect(shown('split')).toEqual(['a']);
    expect(shown('unfinished')).toEqual(['c']);
  });
});

describe('cells as panes', () => {
  it('make the same comparison again, with what was drawn', () => {
    const comparison = comparisonOfCells(matrix, rows.slice(0, 2), 'ann', 5)!;
    expect(comparison).toMatchObject({ case: 'ann', linked: { prompt: true, model: false }, samples: 2 });
    expect(comparisonOfCells(matrix, rows.slice(0, 2), 'bob', 9)!.id).toBe(comparison.id);
    expect(comparisonOfCells(matrix, rows.slice(0, 3), 'ann', 5)!.id).not.toBe(comparison.id);
    expect(comparisonOfCells(matrix, rows.slice(0, 1), 'ann', 5)).toBeUndefined();
    const taken = outputsForComparison(comparison, [output(), output({ sample: 1, status: 'partial' })]);
    expect(taken.map(({ id }) => id)).toEqual([`${comparison.id}/p0~small/ann/0`]);
  });
});

it('the rest takes as long as it did so far', () => {
  expect(remainingMs(9_000, 3, 10)).toBe(30_000);
  expect(remainingMs(9_000, 2, 10)).toBeUndefined();
});
