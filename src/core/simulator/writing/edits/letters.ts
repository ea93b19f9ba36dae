import { draftText, sentence, textOf } from '../draft.ts';
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

/** A letter comes as often as asked: a closing row of words that have it, or only sentences that do not. */
export const letters: Edit<'letter'> = (draft, { request, decision }, manner) => {
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
  const lead = manner.language === 'fr' ? 'Quelques mots pour finir :' : 'A few words to end with:';
  if (op === '<=') return;
  const missing = value - countLetter(draftText(draft) + lead, letter);
  if (missing <= 0) return;
  const word = bearers[letter] ?? letter.repeat(3);
  const row = Array.from({ length: Math.min(60, Math.ceil(missing / countLetter(word, letter))) }, () => word);
  bodyBlock(draft, { which: 'last' }).sentences.push(sentence(`${lead} ${row.join(', ')}.`, [decision], 1));
};
