/** Signs that may mean something in Markdown, or begin a link of their own. */
const meaning = /[^\p{L}\p{M}\p{N} ,;'’()"«»“”?…–—\u00a0\u202f]/u;

/** Whether a text can be added to the end of a line without changing what the line is. */
export const isPlain = (text: string): boolean => !meaning.test(text);

/** The last text under a node that is not white space between blocks. */
export function lastText(root: Node): Text | undefined {
  for (let child = root.lastChild; child; child = child.previousSibling) {
    if (child instanceof Text) {
      if (child.data.trim()) return child;
    } else {
      const found = lastText(child);
      if (found) return found;
    }
  }
  return undefined;
}

/**
 * Adds text of the same line to the page, where the page ends as what was written ends. False where it does not: behind a
 * mark that is not shown, or at the beginning of a line.
 */
export function growText(node: Text, written: string, added: string): boolean {
  if (added.includes('\n')) return false;
  const line = written.slice(Math.max(written.length - 24, written.lastIndexOf('\n') + 1));
  const shown = line.trimEnd();
  const end = node.data.trimEnd().length;
  if (!shown || !node.data.slice(0, end).endsWith(shown)) return false;
  node.replaceData(end, node.length - end, line.slice(shown.length) + added);
  return true;
}
