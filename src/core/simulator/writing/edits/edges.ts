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
    block.sentences.unshift(sentence(/[.!?:]$/.test(text) || !first ? text : text, [decision], 1));
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
