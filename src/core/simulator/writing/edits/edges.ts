import { sentence, textOf } from '../draft.ts';
import type { Edit } from './edit.ts';
import { bodyBlock, bodyBlocks } from './places.ts';

/** The answer, a paragraph or each item starts with a given text. */
export const start: Edit<'start'> = (draft, { request, decision }) => {
  const { scope, text } = request;
  const blocks =
    scope.which === 'all' ? draft.slice(0, 1) : scope.which === 'each' ? bodyBlocks(draft) : [bodyBlock(draft, scope)];
  for (const block of blocks) {
    const first = block.sentences[0];
    if (first && textOf(first).startsWith(text)) continue;
    if (!first || /[.!?:,…]$/.test(text.trim()) || block.fixed) {
      if (block.fixed) block.sentences = [sentence(text, [decision], 1)];
      else block.sentences.unshift(sentence(text, [decision], 1));
      continue;
    }
    first.wordings = first.wordings.map((said) => `${text}${joint(text)} ${lowered(said)}`);
    first.because = [...first.because, decision];
    first.importance = 0;
  }
};

/** It ends with a given text, and nothing after it. */
export const end: Edit<'end'> = (draft, { request, decision }) => {
  const { scope, text } = request;
  if (scope.which === 'all') {
    draft.push({ kind: 'paragraph', fixed: true, sentences: [sentence(text, [decision], 1)] });
    return;
  }
  for (const block of scope.which === 'each' ? bodyBlocks(draft) : [bodyBlock(draft, scope)])
    block.sentences.push(sentence(text, [decision], 1));
};

export const postscript: Edit<'postscript'> = (draft, { request, decision }, manner) => {
  const said = manner.language === 'fr' ? 'Merci encore pour votre attention.' : 'Thank you again for your attention.';
  draft.push({ kind: 'paragraph', fixed: true, sentences: [sentence(`${request.marker} ${said}`, [decision], 1)] });
};

/** Between given words and the sentence they now open. */
const joint = (text: string) =>
  /^(?:the|a|an|le|la|les|un|une|my|our|this|in|on|at|dans|il|elle)$/i.test(text) ? '' : ',';

/** A sentence that no longer opens; names and "I" keep their capital. */
export function lowered(text: string): string {
  return /^(?:I\b|\p{Lu}{2}|\p{Lu}[\p{Ll}’'-]+ \p{Lu})/u.test(text)
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);
}
