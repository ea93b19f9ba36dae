import { countWords } from '#core/language/measure.ts';
import type { Content, Fact } from './content.ts';
import { type Block, draftText, sentence, type Draft, type Manner } from './draft.ts';
import { allowedPadding, editDraft, layOut } from './edits/index.ts';
import { fit } from './fit.ts';
import type { Limit } from './limit.ts';
import { fitScoped } from './fit-scoped.ts';
import { emailOf, listOf, proseOf, renumber } from './forms/text.ts';
import { letterPadding, reportPadding } from './phrases/padding.ts';
import { spareSentences } from './phrases/topics.ts';
import { isStructured, type Plan } from './plan.ts';

const roman = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** The mark before the nth item of a list; nothing where the form is no list. */
function markOf({ form, mark }: Plan): ((n: number) => string) | undefined {
  if (form !== 'bullets' && form !== 'numbered') return undefined;
  if (mark === undefined) return form === 'bullets' ? () => '- ' : (n) => `${n}. `;
  const nth = (first: string, n: number) =>
    first === '1'
      ? String(n)
      : first === 'I' || first === 'i'
        ? (roman[n] ?? String(n))[first === 'i' ? 'toLowerCase' : 'toString']()
        : String.fromCharCode(first.charCodeAt(0) + ((n - 1) % 26));
  return (n) => `${mark.replace(/[AaIi1]/, (first) => nth(first, n))} `;
}

/** The text of an answer: the facts as blocks, fitted to their lengths, with all that has to stand in it. */
export function draftFor(
  { facts, topic, genre = 'explain' }: Content,
  plan: Plan,
  manner: Manner,
  limits: readonly Limit[],
  idleWords: number,
): Draft {
  const mark = markOf(plan);
  const draft = mark ? listOf(facts, mark) : plan.form === 'email' ? emailOf(facts, manner) : proseOf(facts);
  if (draft.length === 0) draft.push({ kind: 'paragraph', sentences: [sentence(nothing[manner.language])] });
  const layout = limits.filter(({ unit }) => unit === 'paragraph' || unit === 'item' || unit === 'line');
  // Lines that are counted stand one by one.
  if (plan.form === 'prose' && layout.some(({ unit }) => unit === 'line') && layout.length === 1)
    draft.splice(0, draft.length, ...draft.flatMap(byLine));
  const early = plan.general
    ? spareSentences(manner.language, topic, genre, manner.tongue).filter((text) =>
        facts.every(({ say }) => say[0] !== text),
      )
    : bankOf(facts, plan, manner);
  if (layout.length > 0) fit(draft, layout, manner, early);
  layOut(draft, plan.wishes, manner);
  editDraft(draft, plan.wishes, manner, topic);
  const said = draftText(draft);
  const padding = allowedPadding(early, plan.wishes).filter((text) => !said.includes(text.slice(0, -1)));
  const own = limits.filter((limit) => limit.part === undefined || mark !== undefined || !isStructured(plan));
  const idle: Limit[] =
    idleWords > 0 && countWords(draftText(draft)) < idleWords
      ? [{ unit: 'word', min: idleWords, because: 'wordiness' }]
      : [];
  const bank = new Set(plan.general ? spareSentences(manner.language, topic, genre, manner.tongue) : []);
  const scoped = () => fitScoped(draft, plan.wishes, manner, plan.general ? padding : [], bank);
  // Cutting may take away what was put in, and putting it back makes the text longer: a few rounds settle it.
  let before = '';
  const countsParagraphs = limits.some(({ unit }) => unit === 'paragraph');
  if (countsParagraphs) glued(draft);
  for (let round = 0; round < 4; round++) {
    scoped();
    fit(draft, [...own, ...idle], manner, padding, bank);
    scoped();
    if (countsParagraphs) glued(draft);
    const now = draftText(draft);
    if (now === before) break;
    before = now;
    editDraft(draft, plan.wishes, manner, topic);
    if (draftText(draft) === now) break;
  }
  return mark ? renumber(draft, mark) : draft;
}

const byLine = (block: Block): Block[] =>
  block.fixed ? [block] : block.sentences.map((one) => ({ kind: 'line', sentences: [one] }));

/** Where paragraphs are counted, titles, greetings and postscripts are none of them. */
function glued(draft: Draft): void {
  const first = draft.findIndex((block) => !block.fixed);
  draft.forEach((block, index) => {
    if (block.fixed && block.kind !== 'item' && draft.length > 1)
      block.glue = block.kind === 'heading' || index < first ? 'next' : 'last';
  });
}

/** Sentences that may fill up a text about the matter. */
function bankOf(facts: readonly Fact[], plan: Plan, manner: Manner): string[] {
  const letter = plan.form === 'email' || facts.some((fact) => fact.role === 'closing');
  return [...(letter ? letterPadding : reportPadding)[manner.language]];
}

const nothing = {
  en: 'There is not much to go on here.',
  fr: 'Il y a peu d’éléments sur lesquels s’appuyer ici.',
} as const;
