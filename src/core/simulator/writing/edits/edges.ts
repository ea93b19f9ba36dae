import { pick, sentence, textOf } from '../draft.ts';
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
      if (block.fixed && block.kind !== 'heading') block.sentences = [sentence(text, [decision], 1)];
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
    const last = draft.at(-1);
    if (last?.fixed && textOf(last.sentences.at(-1) ?? sentence('')) === text) return;
    draft.push({ kind: 'paragraph', fixed: true, sentences: [sentence(text, [decision], 1)] });
    return;
  }
  for (const block of scope.which === 'each' ? bodyBlocks(draft) : [bodyBlock(draft, scope)])
    if (block.sentences.length === 0 || textOf(block.sentences.at(-1)!) !== text)
      block.sentences.push(sentence(text, [decision], 1));
};

export const postscript: Edit<'postscript'> = (draft, { request, decision }, manner) => {
  if (draft.some((block) => block.fixed && block.sentences.some((one) => textOf(one).startsWith(request.marker))))
    return;
  const said = pick(afterthoughts[manner.language], manner.next);
  draft.push({ kind: 'paragraph', fixed: true, sentences: [sentence(`${request.marker} ${said}`, [decision], 1)] });
};

const afterthoughts = {
  en: [
    'I almost forgot: the kettle is still yours if you want it.',
    'Do bring a warm coat, just in case.',
    'Give my regards to everyone at home.',
    'The photos will follow in a separate message.',
  ],
  fr: [
    'J’allais oublier : le parapluie bleu est resté chez nous.',
    'Prenez un manteau chaud, on ne sait jamais.',
    'Bien des choses à tout le monde chez vous.',
    'Les photos suivront dans un prochain message.',
  ],
} as const;

/** Between given words and the sentence they now open. */
const joint = (text: string) =>
  /^(?:the|a|an|le|la|les|un|une|my|our|this|in|on|at|dans|il|elle)$/i.test(text) ? '' : ',';

/** A sentence that no longer opens; names and "I" keep their capital. */
export function lowered(text: string): string {
  return /^(?:I\b|\p{Lu}{2}|\p{Lu}[\p{Ll}’'-]+ \p{Lu})/u.test(text)
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);
}
