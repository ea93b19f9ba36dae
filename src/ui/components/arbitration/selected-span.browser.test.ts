import { expect, onTestFinished, test } from 'vitest';
import { selectedSpan } from './selected-span.ts';

function page(html: string): HTMLElement {
  const box = document.createElement('div');
  box.innerHTML = html;
  document.body.append(box);
  onTestFinished(() => box.remove());
  return box;
}

function select(from: Node, start: number, to: Node, end: number): void {
  document.getSelection()?.setBaseAndExtent(from, start, to, end);
}

test('counts across marks within the text', () => {
  const box = page('<p id="a">One <mark>two</mark> three</p>');
  const text = box.querySelector('p')!;
  select(text.querySelector('mark')!.firstChild!, 1, text.lastChild!, 4);
  expect(selectedSpan(text)).toEqual({ start: 5, end: 11 });
});

test('made from right to left is the same', () => {
  const text = page('<p>One two three</p>').querySelector('p')!;
  select(text.firstChild!, 7, text.firstChild!, 4);
  expect(selectedSpan(text)).toEqual({ start: 4, end: 7 });
});

test('runs to the end of the text where it goes on beyond it', () => {
  const box = page('<p>One two</p><p>Three</p>');
  const [text, next] = box.querySelectorAll('p');
  select(text!.firstChild!, 4, next!.firstChild!, 2);
  expect(selectedSpan(text!)).toEqual({ start: 4, end: 7 });
  expect(selectedSpan(next!)).toBeUndefined();
});

test('is none where nothing is selected', () => {
  const text = page('<p>One two</p>').querySelector('p')!;
  select(text.firstChild!, 2, text.firstChild!, 2);
  expect(selectedSpan(text)).toBeUndefined();
});
