import { fold } from '#core/language/normalise.ts';
import { draftText, type Draft, type Manner, pick, sentence, type Sentence, textOf } from '../draft.ts';
import { elsewhere } from '../phrases/elsewhere.ts';
import type { Edit } from './edit.ts';
import { bodyBlock, bodyBlocks, runsAt } from './places.ts';

/** Sentences that take any word, whatever its kind. */
const carriers = {
  en: [
    'One thing stands out here: {text}.',
    'Then there is {text}.',
    'It often comes back to {text}.',
    'People tend to think of {text} first.',
    'A single mention of {text} is enough to start a conversation.',
    'Much of this has to do with {text}.',
    'Nobody who was there will forget {text}.',
    'In the middle of it all, there was {text}.',
    'Some call it luck and others call it {text}.',
    'For many of us it means {text} above all.',
    'And once more, {text}.',
    'It would not be the same without {text}.',
  ],
  fr: [
    'Une chose ressort ici : {text}.',
    'Et puis il y a {text}.',
    'On en revient souvent à ce mot : {text}.',
    'Beaucoup pensent d’abord à ceci : {text}.',
    'Il suffit de dire {text} pour lancer la conversation.',
    'Personne n’oubliera {text}.',
    'Au milieu de tout cela, il y avait {text}.',
    'Certains appellent cela la chance et d’autres {text}.',
    'Pour beaucoup, cela veut dire {text} avant tout.',
    'Et une fois encore, {text}.',
    'Ce ne serait pas pareil sans {text}.',
    'Tout cela fait penser à {text}.',
  ],
} as const;

/** Given words stand in the answer, as often as asked and no oftener. */
export const include: Edit<'include'> = (draft, { request, decision }, manner) => {
  const times = request.times ?? 1;
  const most = request.upTo ?? (request.op === '<=' || request.op === '=' ? times : undefined);
  const carrying = carriersOf(manner);
  if (request.scope.which === 'each' && request.scope.unit !== 'sentence' && request.scope.unit !== 'word') {
    for (const block of bodyBlocks(draft))
      for (const text of request.texts)
        if (block.sentences.every((one) => whole(textOf(one), text) === 0))
          block.sentences.splice(
            1,
            0,
            sentence(capital(carried(carrying, manner).replace('{text}', () => text)), [decision], 1),
          );
    return;
  }
  if (request.scope.unit === 'sentence' && /^(?:first|last|nth)$/.test(request.scope.which)) {
    const [run] = runsAt(draft, request.scope);
    const one = run?.block.sentences[run.from];
    const absent = request.texts.filter((text) => !one || whole(textOf(one), text) === 0);
    if (!one || absent.length === 0) return;
    const row = absent.join(manner.language === 'fr' ? ' et ' : ' and ');
    Object.assign(one, sentence(capital(carried(carrying, manner).replace('{text}', () => row)), [decision], 1));
    return;
  }
  if (most !== undefined && request.times !== undefined) for (const text of request.texts) rarer(draft, text, most);
  let missing = request.texts.filter((text) => request.op !== '<=' && whole(draftText(draft), text) < times);
  // What a line is to begin with is no word to work into a sentence: a letter is without its subject then.
  if (draft.some((block) => block.fixed)) missing = missing.filter((text) => !/:$/.test(text.trim()));
  const short = missing.filter((text) => !isWhole(text));
  if (times === 1 && short.length > 1) {
    const row = `${short.slice(0, -1).join(', ')} ${manner.language === 'fr' ? 'et' : 'and'} ${short.at(-1)}`;
    put(
      draft,
      request.scope,
      carried(carrying, manner).replace('{text}', () => row),
      decision,
    );
  }
  for (const text of missing) {
    for (let tries = 0; tries < 40 && whole(draftText(draft), text) < times; tries++) {
      const said = isWhole(text) ? text : carried(carrying, manner).replace('{text}', () => text);
      put(draft, request.scope, said, decision);
    }
  }
};

const isWhole = (text: string) => /[.!?…]$/.test(text.trim()) || text.trim().split(/\s+/).length > 5;

/** Behind the first sentences, so that the words do not all stand in one heap at the end. */
function put(draft: Draft, scope: Parameters<typeof bodyBlock>[1], said: string, decision: string): void {
  const blocks = bodyBlocks(draft).filter((block) => block.kind !== 'line');
  const block =
    scope.which === 'all' && blocks.length > 1
      ? blocks.reduce((least, one) =>
          ownedBy(one.sentences, decision) < ownedBy(least.sentences, decision) ? one : least,
        )
      : bodyBlock(draft, scope);
  const at =
    block.sentences.length === 0 ? 0 : Math.min(block.sentences.length, 1 + 2 * ownedBy(block.sentences, decision));
  block.sentences.splice(at, 0, sentence(capital(said), [decision], 1));
}

const ownedBy = (sentences: readonly Sentence[], decision: string) =>
  sentences.filter((one) => one.because.includes(decision)).length;
const capital = (text: string) =>
  /^\p{Ll}[\p{Ll}’']* /u.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;

/** Sentences that have the word go while it comes too often; those last that were made for it. */
export function rarer(draft: Draft, text: string, most: number): void {
  for (let tries = 0; tries < 30 && occurrences(draftText(draft), text) > most; tries++) {
    const blocks = bodyBlocks(draft);
    const all = blocks.flatMap((block) => block.sentences.map((one) => ({ block, one })));
    const holding = all.filter(({ one }) => occurrences(textOf(one), text) > 0);
    const found = holding.find(({ one }) => one.because.length === 0) ?? holding.at(-1);
    if (!found || all.length < 2) return;
    found.block.sentences.splice(found.block.sentences.indexOf(found.one), 1);
    if (found.block.sentences.length === 0 && blocks.length > 1) draft.splice(draft.indexOf(found.block), 1);
  }
}

function carriersOf(manner: Manner): string[] {
  const own = manner.tongue === undefined ? undefined : elsewhere(manner.tongue);
  return own ? [own.carry] : [...carriers[manner.language]];
}

function carried(left: string[], manner: Manner): string {
  if (left.length === 0) left.push(...carriersOf(manner));
  const text = pick(left, manner.next);
  left.splice(left.indexOf(text), 1);
  return text;
}

/** The same, counted as a word of its own only: a pin is no opinion. */
export function whole(text: string, part: string): number {
  const wanted = fold(part.trim()).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return wanted === ''
    ? 0
    : (fold(text).match(new RegExp(`(?<![\\p{L}\\p{N}])${wanted}(?![\\p{L}\\p{N}])`, 'gu'))?.length ?? 0);
}

export function occurrences(text: string, part: string): number {
  const wanted = fold(part.trim());
  return wanted === '' ? 0 : fold(text).split(wanted).length - 1;
}
