import { type Draft, draftText, type Manner, type Sentence, sentence, textOf } from '../draft.ts';
import { lowered } from './edges.ts';
import type { Edit } from './edit.ts';
import { bodyBlock, bodyBlocks } from './places.ts';

/** A few words that have the letter, for a sentence that needs it. */
const bearers: Record<string, string> = {
  b: 'bubble',
  c: 'accuracy',
  d: 'added',
  f: 'efficient',
  g: 'bigger',
  h: 'harmony',
  j: 'jazz',
  k: 'knock',
  m: 'momentum',
  p: 'paper',
  q: 'quality',
  v: 'vivid',
  w: 'window',
  x: 'example',
  y: 'yearly',
  z: 'puzzle',
};

export const countLetter = (text: string, letter: string) => text.toLowerCase().split(letter).length - 1;

/** Questions that may stand in any text. */
const questions = {
  en: ['Is that not so?', 'Who would have thought so?', 'What would you do?', 'Why not try it?'],
  fr: ['N’est-ce pas ?', 'Qui l’aurait cru ?', 'Que feriez-vous ?', 'Pourquoi ne pas essayer ?'],
} as const;
const tags = {
  en: ['everyday', 'ideas', 'today', 'goodtoknow', 'together', 'inspiration'],
  fr: ['quotidien', 'idées', 'aujourdhui', 'bonàsavoir', 'ensemble', 'inspiration'],
} as const;

/** Signs that are still missing: at the ends of sentences, between two of them, or in a row of their own. */
function signs(draft: Draft, sign: string, missing: number, decision: string, manner: Manner, topic: string): void {
  if (sign === '#') {
    const own = topic.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 3);
    const row = [...own.reverse(), ...tags[manner.language]].slice(0, missing).map((word) => `#${word}`);
    bodyBlock(draft, { which: 'last' }).sentences.push(sentence(row.join(' '), [decision], 1));
    return;
  }
  let left = missing;
  const change = (one: Sentence, text: string) => {
    one.wordings = [text];
    one.chosen = 0;
    one.importance = 1;
    one.because = [...one.because, decision];
    left -= 1;
  };
  for (const { sentences } of bodyBlocks(draft))
    for (let at = 0; at < sentences.length && left > 0; at++) {
      const [one, next] = [sentences[at]!, sentences[at + 1]];
      const said = textOf(one);
      if (!said.endsWith('.')) continue;
      if (sign === '!') change(one, said.replace(/\.$/, manner.language === 'fr' ? ' !' : '!'));
      else if (sign === '?')
        sentences.splice(++at, 0, sentence(questions[manner.language][--left % 4]!, [decision], 1));
      else if (next && textOf(next).endsWith('.')) {
        const [mark, gap] = manner.language === 'fr' && /[;:]/.test(sign) ? [` ${sign}`, ' '] : [sign, ' '];
        change(one, said.replace(/\.$/, /[;:,]/.test(sign) ? `${mark}${gap}` : ` ${sign} `) + lowered(textOf(next)));
        sentences.splice(at + 1, 1);
      }
    }
}

/** A letter comes as often as asked: a closing row of words that have it, or only sentences that do not. */
export const letters =
  (topic: string): Edit<'letter'> =>
  (draft, { request, decision }, manner) => {
    const { letter, op, value } = request;
    if (op === '<=' || op === '=') {
      let spare = value;
      for (const block of bodyBlocks(draft)) {
        block.sentences = block.sentences.filter((one) => {
          const own = countLetter(textOf(one), letter);
          if (own > spare) return false;
          spare -= own;
          return true;
        });
      }
      for (const block of bodyBlocks(draft)) if (block.sentences.length === 0) draft.splice(draft.indexOf(block), 1);
    }
    if (op !== '<=' && !/\p{L}/u.test(letter)) {
      const missing = value - countLetter(draftText(draft), letter);
      if (missing > 0) signs(draft, letter, missing, decision, manner, topic);
      return;
    }
    const lead = manner.language === 'fr' ? 'Quelques mots pour finir :' : 'A few words to end with:';
    if (op === '<=') return;
    const missing = value - countLetter(draftText(draft) + lead, letter);
    if (missing <= 0) return;
    const word = bearers[letter] ?? letter.repeat(3);
    const row = Array.from({ length: Math.min(60, Math.ceil(missing / countLetter(word, letter))) }, () => word);
    bodyBlock(draft, { which: 'last' }).sentences.push(sentence(`${lead} ${row.join(', ')}.`, [decision], 1));
  };
