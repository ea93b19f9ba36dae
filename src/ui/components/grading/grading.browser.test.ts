import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '#ui/design/index.css';
import type { GradeSummary } from '#core/attempts/attempt.ts';
import type { SampleView } from '#core/attempts/sample-view.ts';
import type { WriteExercise, WriteWords } from '#core/exercises/exercise.ts';
import { accessibilityFaults } from '../../../../tests/support/axe.ts';
import CaseAnswer from './CaseAnswer.svelte';
import GradeHead from './GradeHead.svelte';
import HeldOutRows from './HeldOutRows.svelte';
import RequirementList from './RequirementList.svelte';

const grade: GradeSummary = {
  score: 62,
  interval: [54, 70],
  verdict: 'fail',
  shown: { score: 88, passed: 8, total: 9 },
  heldOut: { score: 49, passed: 7, total: 18 },
  ungraded: 0,
  results: 108,
};
const checks = {
  length: { met: 'It fits the ticket field', missed: 'Longer than the ticket field takes' },
  promise: { met: 'Nothing is promised', missed: 'The reply promises a refund' },
};
const sample = (over: Partial<SampleView> = {}): SampleView => ({
  case: 'late',
  sample: 0,
  heldOut: false,
  status: 'done',
  concealed: false,
  text: 'I am sorry. You will get your money back. Goodbye.',
  results: [
    { check: 'length', outcome: 'pass', places: [] },
    {
      check: 'promise',
      outcome: 'fail',
      reason: { code: 'text-found', params: { text: 'money back' } },
      places: [{ start: 12, end: 41 }],
    },
  ],
  score: 0.5,
  passed: false,
  pooled: false,
  ...over,
});
const words = { checks } as unknown as WriteWords;
const exercise = {
  cases: [],
  checks: Object.keys(checks).map((id) => ({ id })) as WriteExercise['checks'],
  words: { en: words, fr: words },
};
const answer = (samples: SampleView[], onchoose = vi.fn()) =>
  render(CaseAnswer, {
    id: 'late',
    title: 'Late by ten weeks',
    heldOut: false,
    samples,
    sample: samples[0]!,
    exercise,
    onchoose,
  });

describe('the head of a grade', () => {
  it('says in two lines that a prompt holds on what was seen only, with score and interval', async () => {
    const { container } = await render(GradeHead, { grade, threshold: 75, arrived: { done: 27, total: 27 } });
    await expect.element(page.getByText('Works on what you saw.')).toBeVisible();
    await expect.element(page.getByText('Does not hold on what you did not.')).toBeVisible();
    await expect.element(page.getByText('Score 62 of 100')).toBeInTheDocument();
    await expect.element(page.getByText('± 8')).toBeVisible();
    await expect.element(page.getByText('held out: 49 of 100, threshold 75')).toBeInTheDocument();
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('shows no score for what could not be graded, and says that answers are missing', async () => {
    const ungraded: GradeSummary = { ...grade, verdict: 'ungraded' };
    await render(GradeHead, { grade: ungraded, threshold: 75, arrived: { done: 20, total: 27 } });
    await expect.element(page.getByText('Could not be graded.')).toBeVisible();
    await expect.element(page.getByText(/Only 20 of 27 answers came/)).toBeVisible();
    await expect.element(page.getByText('Score 62 of 100')).not.toBeInTheDocument();
  });
});

describe('an answer', () => {
  it('marks the failing place and says what is wrong in the margin', async () => {
    const { container } = await answer([sample()]);
    const mark = container.querySelector('mark.wrong');
    expect(mark?.firstChild?.textContent).toBe('You will get your money back.');
    await expect.element(page.getByText('The reply promises a refund.')).toBeVisible();
    await expect.element(page.getByText('“money back” occurs.')).toBeVisible();
    await expect.element(page.getByText('1 of 2 requirements met')).toBeVisible();
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('shows what a model writes as text, never as markup', async () => {
    const { container } = await answer([sample({ text: '<img src=x onerror=alert(1)> <b>bold</b>', results: [] })]);
    expect(container.querySelector('.text img, .text b')).toBeNull();
    await expect.element(page.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
  });

  it('steps through samples, each with its outcome in words', async () => {
    const onchoose = vi.fn();
    await answer([sample(), sample({ sample: 1, passed: true, score: 1 })], onchoose);
    await page.getByRole('button', { name: 'Sample 2: passes' }).click();
    expect(onchoose).toHaveBeenCalledWith(1);
  });

  it('folds a very long answer until asked', async () => {
    const { container } = await answer([sample({ text: 'One more line of the answer.\n'.repeat(300), results: [] })]);
    const more = page.getByRole('button', { name: /Show all of it, 1,800 words/ });
    await expect.element(more).toBeVisible();
    expect(container.querySelector('.text')!.clientHeight).toBeLessThan(700);
    await more.click();
    await expect.element(page.getByRole('button', { name: 'Show less' })).toBeVisible();
    expect(container.querySelector('.text')!.clientHeight).toBeGreaterThan(2000);
  });

  it('says why a sample failed', async () => {
    const error = { kind: 'overloaded', retryable: true } as const;
    await answer([sample({ status: 'failed', text: '', results: [], error })]);
    await expect.element(page.getByText('The model is busy. Run it again in a moment.')).toBeVisible();
  });
});

it('held-out cases show outcomes and no text', async () => {
  const hidden = sample({ concealed: true, heldOut: true, case: 'secret', text: '' });
  const { container } = await render(HeldOutRows, { cases: [{ number: 4, samples: [hidden] }], checks });
  await expect.element(page.getByText('Case 4')).toBeVisible();
  await expect.element(page.getByRole('img', { name: 'Sample 1: fails' })).toBeVisible();
  expect(container.textContent).not.toContain('secret');
  expect(await accessibilityFaults(container)).toEqual([]);
});

it('requirements lead to an answer in which they were missed', async () => {
  const onsee = vi.fn();
  const missed = { failed: 2, ungraded: 0, total: 9 };
  const place = { case: 'late', sample: 1, outcome: 'fail' as const, places: [] };
  await render(RequirementList, {
    requirements: [{ check: 'promise', weight: 1, mustHave: false, shown: missed, heldOut: missed, examples: [place] }],
    words: { checks, cases: { late: 'Late by ten weeks' } },
    onsee,
  });
  await expect.element(page.getByText('missed in 4 of 18 answers')).toBeInTheDocument();
  await page.getByRole('button', { name: 'see Late by ten weeks, sample 2' }).click();
  expect(onsee).toHaveBeenCalledWith(place);
});
