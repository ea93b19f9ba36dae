import type { Span } from '#core/language/span.ts';

/**
 * What is selected of a text on the page, as places in it. A selection that begins elsewhere is about something else; one
 * that runs on past the end, as after three clicks, means the text to its end.
 */
export function selectedSpan(root: HTMLElement, selection = document.getSelection()): Span | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer)) return undefined;
  const length = root.textContent.length;
  const end = root.contains(range.endContainer) ? offsetOf(root, range.endContainer, range.endOffset) : length;
  return { start: offsetOf(root, range.startContainer, range.startOffset), end };
}

function offsetOf(root: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.selectNodeContents(root);
  before.setEnd(node, offset);
  return before.toString().length;
}
