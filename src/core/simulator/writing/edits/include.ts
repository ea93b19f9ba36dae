import { fold } from '#core/language/normalise.ts';
import { draftText, pick, sentence } from '../draft.ts';
import type { Edit } from './edit.ts';
import { bodyBlock } from './places.ts';

const carriers = {
  en: [
    'The word that comes to mind here is {text}.',
    'In this respect, {text} deserves a mention.',
    'One could also speak of {text}.',
  ],
  fr: [
    'Le mot qui vient ici à l’esprit est {text}.',
    'À cet égard, {text} mérite une mention.',
    'On peut aussi parler de {text}.',
  ],
} as const;

/** Given words stand in the answer, as often as asked. */
export const include: Edit<'include'> = (draft, { request, decision }, manner) => {
  for (const text of request.texts) {
    const whole = /[.!?…]$/.test(text.trim()) || text.trim().split(/\s+/).length > 5;
    for (
      let missing = (request.times ?? 1) - occurrences(draftText(draft), text), tries = 0;
      missing > 0 && tries < 12;
      missing--, tries++
    ) {
      const said = whole ? text : pick(carriers[manner.language], manner.next).replace('{text}', text);
      bodyBlock(draft, request.scope).sentences.push(sentence(said, [decision], 1));
    }
  }
};

export function occurrences(text: string, part: string): number {
  const wanted = fold(part.trim());
  return wanted === '' ? 0 : fold(text).split(wanted).length - 1;
}
