import { isPlain } from './plain-growth.ts';

const mark = /^(?:(#{1,6}) |([-*]) |1\. )?(?=\p{L})/u;

/**
 * The first words of a paragraph, a heading or a list, put into the page without being parsed; most blocks begin with words
 * that mean nothing but themselves. `undefined` for all else.
 */
export function plainBeginning(raw: string): ChildNode[] | undefined {
  const found = mark.exec(raw);
  const words = raw.slice(found?.[0].length);
  if (!found || !isPlain(words)) return undefined;
  const [start, hashes, bullet] = found;
  if (start === '') return [element('p', words)];
  // The page owns the first two levels.
  if (hashes) return [element(`h${Math.min(6, hashes.length + 2)}`, words)];
  const list = document.createElement(bullet ? 'ul' : 'ol');
  list.append(element('li', words));
  return [list];
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
