import { type Draft, type Manner, pick, sentence, textOf } from '../draft.ts';
import type { Scope } from '../../reading/reading.ts';
import type { Edit } from './edit.ts';
import { type Run, runsAt } from './places.ts';

/** The answer, a paragraph, each item or each sentence starts with a given text. */
export const start: Edit<'start'> = (draft, { request, decision }, manner) => {
  const { scope, text } = request;
  const [head] = draft;
  const runs: Run[] = scope.which === 'all' ? (head ? [{ block: head, from: 0, to: 0 }] : []) : runsAt(draft, scope);
  for (const { block, from } of runs) {
    const first = block.sentences[from];
    if (first && textOf(first).startsWith(text)) continue;
    if (!first || /[.!?:,…]$/.test(text.trim()) || block.fixed) {
      if (block.fixed && block.kind !== 'heading') block.sentences = [sentence(text, [decision], 1)];
      else block.sentences.splice(from, 0, sentence(text, [decision], 1));
      continue;
    }
    first.wordings = first.wordings.map((said) => `${begun(text, manner)} ${lowered(said)}`);
    first.because = [...first.because, decision];
    first.importance = 0;
  }
};

/** It ends with a given text, and nothing after it. */
export const end: Edit<'end'> = (draft, { request, decision }, manner) => {
  const { scope, text } = request;
  if (/^[!?…]$/.test(text)) {
    endMark(draft, scope, text, decision, manner);
    return;
  }
  // A lone word stands in a sentence; a greeting or a name stands by itself.
  const said =
    /^\p{Ll}[\p{L}’'-]*$/u.test(text) && manner.tongue === undefined ? `${leading[manner.language]} ${text}` : text;
  if (scope.which === 'all') {
    const last = draft.at(-1);
    if (last?.fixed && textOf(last.sentences.at(-1) ?? sentence('')) === said) return;
    draft.push({ kind: 'paragraph', fixed: true, sentences: [sentence(said, [decision], 1)] });
    return;
  }
  for (const { block, from, to } of runsAt(draft, scope).reverse()) {
    const last = block.sentences[to];
    if (
      last &&
      textOf(last)
        .replace(/[.!?…]+$/, '')
        .endsWith(text.replace(/[.!?…]+$/, ''))
    )
      continue;
    if (scope.unit === 'sentence' && last) {
      last.wordings = last.wordings.map((one) => `${one.replace(/[.!?…]+$/, ',')} ${text.replace(/[.!?…]*$/, '.')}`);
      last.because = [...last.because, decision];
    } else block.sentences.splice(Math.max(from, to) + 1, 0, sentence(said, [decision], 1));
  }
};

/** A mark at the end takes the place of the one that stands there; for a question, one is asked. */
function endMark(draft: Draft, scope: Scope, mark: string, decision: string, { language }: Manner): void {
  const runs = runsAt(draft, scope.which === 'all' ? { which: 'last', unit: 'sentence' } : scope);
  for (const { block, to } of runs.reverse()) {
    const last = block.sentences[to];
    if (!last || textOf(last).endsWith(mark)) continue;
    const space = language === 'fr' && mark !== '…' ? ' ' : '';
    if (mark === '?')
      block.sentences.splice(
        to + (scope.unit === 'sentence' ? 0 : 1),
        scope.unit === 'sentence' ? 1 : 0,
        sentence(questions[language], [decision], 1),
      );
    else {
      last.wordings = last.wordings.map((said) => said.replace(/\s?[.!?…]*$/, `${space}${mark}`));
      last.because = [...last.because, decision];
    }
  }
}

const questions = { en: 'Is that not so?', fr: 'N’est-ce pas ?' } as const;

const leading = { en: 'In the end it all comes back to', fr: 'Au bout du compte, tout revient à ceci :' } as const;

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

/** Words that go straight on, and words that a comma parts from what follows. */
const straight =
  /^(?:the|an?|my|our|your|this|that|these|in|on|at|for|with|because|when|while|if|since|although|as|and|but|or|le|la|les|une?|des|mon|ma|nos|notre|ce|cette|dans|sur|pour|avec|parce qu[e’']|quand|si|comme|et|mais|car|ou)$/i;
const parted =
  /^(?:however|meanwhile|then|next|still|yet|now|today|once|indeed|also|therefore|moreover|sometimes|often|perhaps|maybe|so|thus|overall|instead|later|afterwards|tomorrow|yesterday|besides|furthermore|nevertheless|first|second|third|cependant|pourtant|enfin|ensuite|puis|aujourd[’']hui|ainsi|alors|toutefois|néanmoins|bref|donc|demain|hier|parfois|souvent|soudain|désormais|voyons|certes|\p{L}+ly|\p{L}+ment)$/iu;
/** Pronouns need a verb before anything can follow. */
const spoken: Readonly<Record<string, readonly string[]>> = {
  i: ['would say this:', 'know one thing:', 'often tell myself:'],
  we: ['all know this:', 'have learned one thing:'],
  you: ['know how it is:', 'will soon notice:'],
  it: ['is quite simple:', 'comes down to this:'],
  they: ['say it themselves:'],
  he: ['puts it this way:'],
  she: ['puts it this way:'],
  je: ['dirais ceci :', 'retiens une chose :', 'me le répète souvent :'],
  nous: ['le savons tous :', 'l’avons appris :'],
  vous: ['le savez :', 'le verrez vite :'],
  tu: ['le sais :', 'le verras vite :'],
  il: ['faut le dire :', 'suffit d’y penser :'],
  elle: ['le dit ainsi :'],
  on: ['le sait bien :', 'le dit souvent :'],
};

/** Given words, ready for the sentence that they now open. */
function begun(text: string, { language, next }: Manner): string {
  const verbs = spoken[text.toLowerCase()];
  if (verbs) return `${text} ${pick(verbs, next)}`;
  if (straight.test(text)) return text;
  return parted.test(text) || text.includes(' ') ? `${text},` : `${text}${language === 'fr' ? ' :' : ':'}`;
}

/** A sentence that no longer opens; names and "I" keep their capital. */
export function lowered(text: string): string {
  return /^(?:I\b|\p{Lu}{2}|\p{Lu}[\p{Ll}’'-]+ \p{Lu})/u.test(text)
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);
}
