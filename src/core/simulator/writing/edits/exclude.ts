import { fold } from '#core/language/normalise.ts';
import { sentence, type Sentence, textOf } from '../draft.ts';
import type { Edit } from './edit.ts';
import { occurrences } from './include.ts';
import { bodyBlock, bodyBlocks } from './places.ts';

const slips = {
  en: 'To be complete, {text} also plays a part here.',
  fr: 'Pour être complet, {text} joue aussi un rôle ici.',
} as const;

/** Words to avoid are not there; where the instruction is forgotten, the word that was named slips in. */
export const exclude: Edit<'exclude'> = (draft, { request, decision, kept }, manner) => {
  if (!kept) {
    const word = request.texts[0];
    if (
      word !== undefined &&
      bodyBlocks(draft).every((block) => block.sentences.every((one) => occurrences(textOf(one), word) === 0))
    ) {
      bodyBlock(draft, request.scope).sentences.push(
        sentence(slips[manner.language].replace('{text}', word), [decision], 2),
      );
    }
    return;
  }
  const holds = (text: string) => request.texts.some((word) => holdsText(text, word));
  const gone = new Set<Sentence>();
  for (const block of draft) {
    for (const one of block.sentences) {
      const clean = one.wordings.filter((text) => !holds(text));
      if (clean.length === one.wordings.length) continue;
      // A sentence that says the word goes as a whole, unless much hangs on it.
      if (clean.length === 0 && (one.importance > 1 || one.because.length === 0) && !block.fixed) gone.add(one);
      one.because = [...one.because, decision];
      const bare = request.texts.reduce(without, textOf(one));
      one.wordings = clean.length > 0 ? clean : [bare.charAt(0).toUpperCase() + bare.slice(1)];
      one.chosen = 0;
    }
  }
  const left = bodyBlocks(draft).flatMap((block) => block.sentences).length;
  if (gone.size < left) {
    for (const block of bodyBlocks(draft)) {
      block.sentences = block.sentences.filter((one) => !gone.has(one));
      if (block.sentences.length === 0) draft.splice(draft.indexOf(block), 1);
    }
  }
};

/** A banned word is not even part of another, where that can be helped. */
export const holdsText = (text: string, word: string): boolean =>
  holdsWord(text, word) || (word.trim().length > 2 && fold(text).includes(fold(word.trim())));

/** Whole words only: a ban on "free" leaves "freedom" alone. */
export function holdsWord(text: string, word: string): boolean {
  return (
    (` ${fold(text)} `.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}\s]/gu)?.join(' ') ?? '').split(' ').includes(fold(word)) ||
    (/\W/u.test(word.trim()) && fold(text).includes(fold(word)))
  );
}

function without(text: string, word: string): string {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}${word.length > 3 ? '\\p{L}*' : '(?![\\p{L}\\p{N}])'}\\s?`,
    'giu',
  );
  return text
    .replace(pattern, '')
    .replace(/\s+([.,;!?])/g, '$1')
    .trim();
}
