import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '#ui/design/index.css';
import { accessibilityFaults } from '../../../../tests/support/axe.ts';
import PromptProblems from './PromptProblems.svelte';
import RunBar from './RunBar.svelte';
import SamplingParameters from './SamplingParameters.svelte';

const bar = {
  cases: 9,
  samples: 3,
  estimate: { calls: 27, tokens: 2600 },
  tokens: { written: 96, sent: 180 },
  canRun: true,
  onrun: vi.fn(),
  onstop: vi.fn(),
};

describe('the run bar', () => {
  it('says what will be run and runs it', async () => {
    const onrun = vi.fn();
    const { container } = await render(RunBar, { ...bar, onrun, run: { status: 'idle' } });
    await page.getByRole('button', { name: 'Run 9 cases × 3' }).click();
    expect(onrun).toHaveBeenCalledOnce();
    await expect.element(page.getByText('96 tokens')).toBeVisible();
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('keeps the focus where Run becomes Stop, and Stop becomes Run again', async () => {
    const view = await render(RunBar, { ...bar, run: { status: 'idle' } });
    document.querySelector<HTMLElement>('button')?.focus();
    const progress = { done: 0, total: 27 };
    await view.rerender({ run: { status: 'running', progress, stopping: false } });
    await expect.element(page.getByRole('button', { name: 'Stop' })).toHaveFocus();
    await view.rerender({ run: { status: 'running', progress, stopping: true } });
    await expect.element(page.getByRole('button', { name: 'Stopping…' })).toHaveFocus();
    await view.rerender({ run: { status: 'idle' } });
    await expect.element(page.getByRole('button', { name: /^Run/ })).toHaveFocus();
  });

  it('takes no focus from where somebody types', async () => {
    const view = await render(RunBar, { ...bar, run: { status: 'idle' } });
    await view.rerender({ run: { status: 'running', progress: { done: 0, total: 27 }, stopping: false } });
    await expect.element(page.getByRole('button', { name: 'Stop' })).not.toHaveFocus();
  });

  it('shows progress and a way to stop while it runs', async () => {
    const onstop = vi.fn();
    const progress = { done: 6, total: 27 };
    const { container } = await render(RunBar, {
      ...bar,
      onstop,
      run: { status: 'running', progress, stopping: false },
    });
    await expect.element(page.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '6 of 27 answers graded');
    await page.getByRole('button', { name: 'Stop' }).click();
    expect(onstop).toHaveBeenCalledOnce();
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('cannot be pressed while something stands in the way', async () => {
    await render(RunBar, { ...bar, canRun: false, run: { status: 'idle' } });
    await expect.element(page.getByRole('button', { name: 'Run 9 cases × 3' })).toBeDisabled();
  });
});

it('problems lead to their place, and a slip of the finger can be put right', async () => {
  const onshow = vi.fn();
  const onchange = vi.fn();
  const blocker = {
    code: 'unknown-variable' as const,
    name: 'emial',
    place: { part: 'user' as const },
    span: { start: 7, end: 16 },
  };
  const { container } = await render(PromptProblems, { blockers: [blocker], names: ['email'], onshow, onchange });
  await expect.element(page.getByText('No variable is called “emial” in this exercise.')).toBeVisible();
  await page.getByRole('button', { name: 'Show it' }).click();
  expect(onshow).toHaveBeenCalledWith(blocker);
  await page.getByRole('button', { name: 'Change to {{email}}' }).click();
  expect(onchange).toHaveBeenCalledWith(blocker, 'email');
  expect(await accessibilityFaults(container)).toEqual([]);
});

describe('sampling parameters', () => {
  async function setup() {
    const onchange = vi.fn();
    const { container } = await render(SamplingParameters, { parameters: {}, onchange });
    return { container, onchange };
  }

  it('reads numbers as people type them, and says what is none', async () => {
    const { onchange } = await setup();
    await page.getByLabelText('Temperature').fill('0,7');
    expect(onchange).toHaveBeenLastCalledWith({ temperature: 0.7 });
    onchange.mockClear();
    await page.getByLabelText('Temperature').fill('hot');
    await expect.element(page.getByText('A number from 0 to 2, or nothing.')).toBeVisible();
    expect(onchange).not.toHaveBeenCalled();
  });

  it('takes one stop text a line, and none when emptied', async () => {
    const { onchange } = await setup();
    await page.getByLabelText('Stop at').fill('END\n###');
    expect(onchange).toHaveBeenLastCalledWith({ stop: ['END', '###'] });
    await page.getByLabelText('Stop at').fill('');
    expect(onchange).toHaveBeenLastCalledWith({ stop: undefined });
  });

  it('chooses how long a model may reason, or leaves it to the model', async () => {
    const { container, onchange } = await setup();
    await page.getByLabelText('Reasoning').selectOptions('a little');
    expect(onchange).toHaveBeenLastCalledWith({ reasoningEffort: 'low' });
    await page.getByLabelText('Reasoning').selectOptions('model’s choice');
    expect(onchange).toHaveBeenLastCalledWith({ reasoningEffort: undefined });
    expect(await accessibilityFaults(container)).toEqual([]);
  });
});
