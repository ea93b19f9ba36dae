import { type Draft, draftText, textOf } from '../draft.ts';
import type { Edit } from './edit.ts';
import { bodyBlocks } from './places.ts';

const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** Words that have no small letter; "A" and "I" are such words too. */
export const capitalWords = (text: string): number =>
  (text.match(word) ?? []).filter((one) => /\p{L}/u.test(one) && one === one.toUpperCase()).length;

/** So many words in capitals: the long ones, one a sentence as far as they go. */
export const capitals: Edit<'capitals'> = (draft, { request, decision }) => {
  const { op, value, upTo } = request;
  if (op !== '>=') quieter(draft, upTo ?? value);
  const least = op === '<=' ? 0 : value;
  for (let round = 0; round < 24 && capitalWords(draftText(draft)) < least; round++) {
    for (const one of bodyBlocks(draft).flatMap((block) => block.sentences)) {
      if (capitalWords(draftText(draft)) >= least) break;
      const text = textOf(one);
      const long = [...text.matchAll(word)]
        .filter(([said]) => said.length > (round < 12 ? 3 : 1) && said !== said.toUpperCase() && !/['’-]/.test(said))
        .sort((a, b) => b[0].length - a[0].length)[0];
      if (!long) continue;
      one.wordings = [text.slice(0, long.index) + long[0].toUpperCase() + text.slice(long.index + long[0].length)];
      one.chosen = 0;
      one.importance = Math.min(one.importance, 1);
      one.because = [...one.because, decision];
    }
  }
};

/** Sentences with words such as "A" go, where too many words would count. */
function quieter(draft: Draft, most: number): void {
  for (const block of bodyBlocks(draft)) {
    for (const one of [...block.sentences]) {
      if (capitalWords(draftText(draft)) <= most) return;
      if (capitalWords(textOf(one)) === 0 || one.because.length > 0) continue;
      if (bodyBlocks(draft).flatMap((each) => each.sentences).length < 2) return;
      block.sentences.splice(block.sentences.indexOf(one), 1);
    }
    if (block.sentences.length === 0) draft.splice(draft.indexOf(block), 1);
  }
}
