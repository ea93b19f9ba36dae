import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '#ui/design/index.css';
import { accessibilityFaults } from '../../../../tests/support/axe.ts';
import PromptEditor from './PromptEditor.svelte';

const variables = [
  { name: 'email', detail: 'Bought 2 March' },
  { name: 'policy', detail: 'Returns within 30 days' },
];

async function setup(value = '', extra: Record<string, unknown> = {}) {
  const onchange = vi.fn<(value: string) => void>();
  const onrun = vi.fn();
  const view = await render(PromptEditor, {
    value,
    label: 'Prompt for each case',
    placeholder: 'Say what you want',
    variables,
    onchange,
    onrun,
    ...extra,
  });
  return { view, onchange, onrun, box: page.getByRole('textbox', { name: 'Prompt for each case' }) };
}
const last = (spy: ReturnType<typeof vi.fn>) => spy.mock.lastCall?.[0] as string;

describe('the prompt editor', () => {
  it('shows variables as chips, and unknown or unclosed ones as wrong', async () => {
    await setup('Answer {{email}} and {{emial}} and {{polic');
    await vi.waitFor(() => expect(document.querySelectorAll('.cm-variable')).toHaveLength(2));
    expect(document.querySelector('.cm-variable-wrong')?.textContent).toBe('{{emial}}');
    expect(document.querySelector('.cm-variable-open')?.textContent).toBe('{{');
  });

  it('offers the variables after two braces and puts in the chosen one whole', async () => {
    const { box, onchange } = await setup();
    await box.click();
    await userEvent.keyboard('Read {{{{po');
    await expect.element(page.getByRole('option', { name: /policy/ })).toBeVisible();
    await expect.element(page.getByRole('option', { name: /email/ })).not.toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    expect(last(onchange)).toBe('Read {{policy}}');
  });

  it('deletes characters as people count them, and lines and selections whole', async () => {
    const { box, onchange } = await setup('one\nétés 👩‍👩‍👧');
    await box.click();
    await userEvent.keyboard('{Control>}{End}{/Control}{Backspace}');
    expect(last(onchange)).toBe('one\nétés ');
    await userEvent.keyboard('{Home}{Backspace}');
    expect(last(onchange)).toBe('oneétés ');
    await userEvent.keyboard('{Delete}');
    expect(last(onchange)).toBe('onetés ');
    await userEvent.keyboard('{Control>}a{/Control}{Delete}');
    expect(last(onchange)).toBe('');
    await userEvent.keyboard('{Backspace}{Delete}{Control>}z{/Control}');
    expect(last(onchange)).not.toBe('');
  });

  it('takes what comes from outside without reporting it back, and can undo it', async () => {
    const { view, onchange, box } = await setup('one');
    await view.rerender({ value: 'one restored' });
    await expect.element(box).toHaveTextContent('one restored');
    expect(onchange).not.toHaveBeenCalled();
    await box.click();
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(last(onchange)).toBe('one');
  });

  it('runs on Control and Enter instead of opening a line', async () => {
    const { box, onrun, onchange } = await setup('Go');
    await box.click();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(onrun).toHaveBeenCalledOnce();
    expect(onchange).not.toHaveBeenCalled();
  });

  it('lets Tab leave', async () => {
    const { box, onchange } = await setup('Go');
    await box.click();
    await userEvent.tab();
    expect(document.activeElement?.closest('.cm-editor')).toBeNull();
    expect(onchange).not.toHaveBeenCalled();
  });

  it('leaves a text alone while an input method is composing it', async () => {
    const { box, onchange } = await setup('');
    await box.click();
    const content = document.querySelector<HTMLElement>('.cm-content')!;
    content.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    document.execCommand('insertText', false, 'é');
    content.dispatchEvent(new CompositionEvent('compositionend', { data: 'é', bubbles: true }));
    await vi.waitFor(() => expect(last(onchange)).toBe('é'));
  });

  it('draws the marks of the x-ray and says over which one the pointer is', async () => {
    const onnote = vi.fn();
    await setup('at most 60 words', {
      marks: [{ start: 0, end: 16, stroke: 'forgotten', note: 'read-c' }],
      onnote,
    });
    await vi.waitFor(() => expect(document.querySelector('.cm-mark-forgotten')?.textContent).toBe('at most 60 words'));
    await page.elementLocator(document.querySelector('.cm-mark-forgotten')!).hover();
    expect(onnote).toHaveBeenCalledWith('read-c');
  });

  it('survives a megabyte', async () => {
    const { box } = await setup(`${'A long line of a prompt with {{email}} in it.\n'.repeat(23_000)}`);
    await expect.element(box).toBeVisible();
    expect(document.querySelectorAll('.cm-variable').length).toBeLessThan(500);
  });

  it('has no accessibility faults', async () => {
    const { view } = await setup('Answer {{email}} and {{emial}}');
    expect(await accessibilityFaults(view.container)).toEqual([]);
  });
});
