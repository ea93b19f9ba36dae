import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Markdown from './Markdown.svelte';

describe('Markdown', () => {
  it('renders through the door, and follows its source', async () => {
    const { rerender } = await render(Markdown, { source: '**Bold** and <b>typed</b>', lang: 'fr' });
    await expect.element(page.getByRole('strong')).toHaveTextContent('Bold');
    await expect.element(page.getByText('<b>typed</b>')).toBeVisible();
    expect(document.querySelector('.markdown')?.getAttribute('lang')).toBe('fr');
    await rerender({ source: '*Other*' });
    await expect.element(page.getByRole('emphasis')).toHaveTextContent('Other');
  });
});
