import { fold } from '#core/language/normalise.ts';
import { draftText, type Manner, pick, sentence } from '../draft.ts';
import type { Edit } from './edit.ts';
import { bodyBlock } from './places.ts';

const carriers = {
  en: [
    'It would be a pity to leave {text} out of the picture.',
    'In this respect, {text} deserves a mention.',
    'One could also speak of {text} in this connection.',
    'Much depends on {text} here.',
    'People often think of {text} first.',
    'It is also a question of {text}.',
    'Some would put {text} at the centre.',
    'That brings {text} into the picture.',
  ],
  fr: [
    'Il serait dommage de laisser {text} de côté.',
    'À cet égard, {text} mérite une mention.',
    'On peut aussi parler de {text} à ce propos.',
    'Beaucoup dépend ici de {text}.',
    'On pense souvent à {text} en premier.',
    'C’est aussi une question de {text}.',
    'Certains placeraient {text} au centre.',
    'Cela fait entrer {text} en jeu.',
  ],
} as const;

/** Given words stand in the answer, as often as asked. */
export const include: Edit<'include'> = (draft, { request, decision }, manner) => {
  for (const text of request.texts) {
    const whole = /[.!?…]$/.test(text.trim()) || text.trim().split(/\s+/).length > 5;
    const most = request.op === '<=' ? 0 : (request.times ?? 1);
    const carrying = [...carriers[manner.language]];
    for (
      let missing = most - occurrences(draftText(draft), text), tries = 0;
      missing > 0 && tries < 24;
      missing--, tries++
    ) {
      const said = whole ? text : carried(carrying, manner).replace('{text}', text);
      bodyBlock(draft, request.scope).sentences.push(sentence(said, [decision], 1));
    }
  }
};

function carried(left: string[], manner: Manner): string {
  if (left.length === 0) left.push(...carriers[manner.language]);
  const text = pick(left, manner.next);
  left.splice(left.indexOf(text), 1);
  return text;
}

export function occurrences(text: string, part: string): number {
  const wanted = fold(part.trim());
  return wanted === '' ? 0 : fold(text).split(wanted).length - 1;
}
