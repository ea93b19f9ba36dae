import { afterEach, beforeEach, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Markdown from '#ui/markdown/Markdown.svelte';
import { renderMarkdown } from '#ui/markdown/render-markdown.ts';
import { hostileTexts } from './vectors.ts';

/** The page of this test has no policy that would stop a script: what is let through runs, and is counted. */
let hits: string[];
const world = window as unknown as { hit?: () => void };
let showing = '';

beforeEach(() => {
  hits = [];
  world.hit = () => hits.push(showing);
  performance.clearResourceTimings();
  performance.setResourceTimingBufferSize(100_000);
});
afterEach(() => {
  delete world.hit;
  document.querySelectorAll('[data-shown]').forEach((element) => element.remove());
});

const wakes = [
  'focus',
  'click',
  'pointerenter',
  'mouseover',
  'toggle',
  'error',
  'load',
  'animationstart',
  'beforetoggle',
];

/** A place in the document, so that whatever loads or starts by itself does. */
function show(html: string): HTMLElement {
  const place = document.createElement('div');
  place.dataset['shown'] = '';
  document.body.append(place);
  place.innerHTML = html;
  return place;
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve));

it('shows thousands of hostile texts without running one of them or asking anybody for anything', async () => {
  let count = 0;
  for (const text of hostileTexts()) {
    count += 1;
    showing = text;
    const place = show(renderMarkdown(text));
    for (const element of place.querySelectorAll<HTMLElement>('*')) {
      if (element instanceof HTMLAnchorElement) {
        expect(['', 'https:', 'http:', 'mailto:'], text).toContain(element.href && element.protocol);
        if (element.href) expect(element.rel, text).toContain('noopener');
        continue; // following a link is the person's own doing, and it says where it leads
      }
      for (const { name } of element.attributes) expect(['start', 'align', 'class'], text).toContain(name);
      for (const type of wakes) element.dispatchEvent(new Event(type));
    }
    if (count % 500 === 0) await nextTask();
    place.remove();
  }
  await nextTask();
  expect(count).toBeGreaterThan(10_000);
  expect(hits).toEqual([]);
  const asked = performance.getEntriesByType('resource').filter(({ name }) => name.includes('thief'));
  expect(asked).toEqual([]);
}, 300_000);

it('counts what runs: the same texts, put into the page as they are, are found out', async () => {
  for (const text of [...hostileTexts()]
    .filter((one) => one.includes('<img') && one.includes('onerror'))
    .slice(0, 40)) {
    showing = text;
    show(text);
  }
  await expect.poll(() => hits.length).toBeGreaterThan(10);
});

it('goes through the same door on the page', async () => {
  const { container, rerender } = await render(Markdown, { source: '' });
  for (const text of [...hostileTexts()].filter((_, index) => index % 199 === 0)) {
    showing = text;
    await rerender({ source: text });
    expect(
      container.querySelector('script, img, svg, iframe, form, input, style, link, meta, object, embed'),
    ).toBeNull();
  }
  await nextTask();
  expect(hits).toEqual([]);
});
