import { randomStream } from '#core/chance/chance.ts';
import type { Value } from '#core/exercises/simulation.ts';
import { countWords } from '#core/language/measure.ts';
import type { KeySpec } from '../reading/reading.ts';
import type { Fate } from '../temperament/fate.ts';
import type { Wish } from '../temperament/obey.ts';
import { codeIn, codePieces } from './code.ts';
import type { Content, Fact } from './content.ts';
import { type Block, draftText, joined, piecesOf, sentence, type Draft, type Manner, type Piece } from './draft.ts';
import { allowedPadding, editDraft, editSurface, layOut } from './edits/index.ts';
import { fit, type Limit } from './fit.ts';
import { fitScoped } from './fit-scoped.ts';
import { leaf, objectOf, type Building, type Node } from './forms/nodes.ts';
import { jsonPieces, tablePieces, xmlPieces, yamlPieces } from './forms/serialise.ts';
import { emailOf, listOf, proseOf, renumber } from './forms/text.ts';
import { inventKeys } from './invent-keys.ts';
import { labelPieces } from './label.ts';
import { matchKey } from './match-key.ts';
import { letterPadding, reportPadding } from './phrases/padding.ts';
import { spareSentences } from './phrases/topics.ts';
import { offers, openings, type Announced } from './phrases/openings.ts';
import type { Plan } from './plan.ts';
import { shows } from './verify.ts';
import { toucher } from './touch.ts';

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

/** So many tries at an answer that keeps all that is to be kept; the best of them counts. */
const mostTries = 4;

/**
 * Writes the answer: what is to be said, in the form and length that were decided. Wishes may get into each other's
 * way, so the text is measured, and written anew in other words while something is missing.
 */
export function write(content: Content, plan: Plan, fate: Fate): Piece[] {
  if (!content.general) return attemptAt(content, plan, fate, 0);
  const wanted = plan.wishes.filter((wish) => wish.kept && !/^(?:order|person|missing)$/.test(wish.request.kind));
  let best: { pieces: Piece[]; missed: number } | undefined;
  for (let attempt = 0; attempt < mostTries; attempt++) {
    const pieces = attemptAt(content, plan, fate, attempt);
    const text = joined(pieces);
    const missed = wanted.filter((wish) => shows(wish, text) === false).length;
    if (!best || missed < best.missed) best = { pieces, missed };
    if (missed === 0) break;
  }
  return best?.pieces ?? [];
}

function attemptAt(content: Content, plan: Plan, fate: Fate, attempt: number): Piece[] {
  const manner: Manner = {
    language: plan.language,
    next: randomStream(fate.seed(attempt === 0 ? 'wording' : `wording:again:${attempt}`)),
    ...(content.tongue === undefined ? {} : { tongue: content.tongue }),
  };
  const body = versionsOf(content, plan, fate, manner);
  const coded = codeIn(content) !== undefined && !holdsValues(plan);
  const fencedBody =
    plan.fenced && !coded
      ? [piece(`\`\`\`${plan.form === 'code' ? '' : plan.form}\n`, 'fence'), ...body, piece('\n```', 'fence')]
      : body;
  const framed = frame(fencedBody, coded ? { ...plan, form: 'code' } : plan, fate);
  const said = plan.repeated === '' ? framed : [piece(`${plan.repeated}\n\n`, plan.repeatedBecause), ...framed];
  const versions = plan.wishes.some((wish) => wish.kept && wish.request.kind === 'versions');
  return isText(plan)
    ? editSurface(said, versions ? plan.wishes.filter((one) => one.request.kind !== 'separator') : plan.wishes)
    : said;
}

/** The answer, as many times over as was asked, each time in other words. */
function versionsOf(content: Content, plan: Plan, fate: Fate, manner: Manner): Piece[] {
  const asked = plan.wishes.find((wish) => wish.kept && wish.polarity === 1 && wish.request.kind === 'versions');
  if (asked?.request.kind !== 'versions' || isStructured(plan) || plan.form === 'label' || plan.form === 'number')
    return bodyPieces(content, plan, fate, manner);
  const { count, separator } = asked.request;
  const mark =
    separator ??
    plan.wishes.flatMap(({ request, kept }) => (kept && request.kind === 'separator' ? [request.text] : []))[0];
  // A most that holds for all versions together is shared out among them.
  const limits = plan.limits.map((limit) =>
    limit.max !== undefined && limit.min === undefined && limit.unit !== 'paragraph' && limit.unit !== 'item'
      ? { ...limit, max: Math.max(1, Math.floor(limit.max / count)) }
      : limit,
  );
  const short = { ...plan, limits, idleWords: Math.min(plan.idleWords, 60) };
  return Array.from({ length: count }, (_, index) => {
    const turn = content.general ? (index * 3) % Math.max(1, content.facts.length) : 0;
    const most = content.short ? 2 : plan.idleWords > 0 && content.general ? 4 : content.facts.length;
    // Each version begins elsewhere, and keeps what it begins with to the last.
    const facts = [...content.facts.slice(turn), ...content.facts.slice(0, turn)]
      .slice(0, most)
      .map((fact, rank) => (content.general ? { ...fact, importance: Math.min(5, 1 + rank) } : fact));
    const before: Piece[] =
      index === 0 ? [] : [{ text: mark ? `\n\n${mark}\n\n` : '\n\n---\n\n', because: [asked.decision] }];
    return [
      ...before,
      ...bodyPieces(
        { ...content, facts },
        { ...short, wishes: plan.wishes.flatMap((one) => shareOf(one, index, count)) },
        fate,
        manner,
      ),
    ];
  }).flat();
}

/** What one of several versions has to keep so that all of them together keep it. */
function shareOf(wish: Wish, index: number, count: number): Wish[] {
  const { request } = wish;
  if (request.kind === 'separator') return [];
  if (request.kind === 'include' && request.op === '=' && index > 0)
    return [{ ...wish, request: { ...request, times: 0, op: '<=' } }];
  if ((request.kind === 'letter' || request.kind === 'capitals') && request.op === '<=')
    return [{ ...wish, request: { ...request, value: Math.floor(request.value / count) } }];
  return [wish];
}

function bodyPieces(content: Content, plan: Plan, fate: Fate, manner: Manner): Piece[] {
  const { form } = plan;
  const code = codeIn(content);
  if (code && !holdsValues(plan)) return codePieces(code, piecesBeside(code, content, plan, manner));
  if (form === 'label') return labelPieces(content, plan, fate);
  if (form === 'number') return numberPieces(content);
  if (form === 'json' || form === 'yaml' || form === 'xml' || form === 'csv' || form === 'table') {
    const node = nodeFor(content, plan, fate, manner);
    if (form === 'json') return jsonPieces(node);
    if (form === 'yaml') return yamlPieces(node);
    return form === 'xml' ? xmlPieces(node) : tablePieces(node, form === 'csv' ? 'csv' : 'markdown');
  }
  const pieces = piecesOf(draftFor(content, plan, manner, plan.limits, plan.idleWords));
  // A poem stands line by line.
  return content.verse && form === 'prose'
    ? pieces.map((one) => (one.text === ' ' && one.because.length === 0 ? { ...one, text: '\n' } : one))
    : pieces;
}

/** What is said beside a piece of code; nothing where only the code was asked for. */
function piecesBeside(code: Fact, content: Content, plan: Plan, manner: Manner): Piece[] {
  const facts = content.facts.filter((fact) => fact !== code && fact.say.length > 0);
  const only = plan.wishes.some(({ request, kept, polarity }) => kept && polarity === 1 && request.kind === 'only');
  if (facts.length === 0 || only || plan.form === 'label') return [];
  return piecesOf(draftFor({ ...content, facts }, { ...plan, form: 'prose' }, manner, plan.limits, 0));
}

function draftFor(
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

function nodeFor(content: Content, plan: Plan, fate: Fate, manner: Manner): Node {
  const compose: Building['compose'] = (facts, part) => {
    const limits = plan.limits
      .filter(
        (limit) =>
          limit.part === undefined || matchKey(limit.part, { [part]: { names: { en: [], fr: [] } } }) !== undefined,
      )
      .map((limit) => ({ ...limit, part: undefined as never }))
      .map(({ part: _, ...limit }): Limit => limit);
    const idle =
      limits.length === 0 && facts.some((fact) => fact.role === 'greeting' || fact.role === 'closing') ? 70 : 0;
    const draft = draftFor({ ...content, facts: [...facts] }, { ...plan, form: 'prose' }, manner, limits, idle);
    return {
      text: draftText(draft),
      because: [...new Set(draft.flatMap((block) => block.sentences.flatMap((one) => one.because)))],
    };
  };
  const touch = toucher(plan.wishes, plan.language);
  const labelled = (value: Value, key: KeySpec) => touch(value, key);
  const building: Building = { content, match: matchKey, compose, touch: labelled };
  const keys = plan.keys.length > 0 ? plan.keys : inventKeys(content, plan.language, fate);
  const kept =
    plan.losesKey && keys.length > 1
      ? keys.filter((_, index) => index !== Math.floor(fate.draw('which-key') * keys.length))
      : keys;
  if (content.records && (plan.array || content.rows || plan.form === 'table' || plan.form === 'csv')) {
    const rows = content.records(plan.keys);
    const node = (row: [string, Value][]): Node => ({
      kind: 'object',
      entries: row.map(([name, value]) => [name, leaf(touch(value, { name }))]),
    });
    if (rows.length > 0) return { kind: 'array', items: rows.map(node) };
  }
  if (plan.form === 'xml' && kept.length === 1 && !kept[0]?.keys) building.whole = true;
  if (plan.array && plan.keys.length === 0 && Object.keys(content.fields).length === 0) return textsOf(content, plan);
  if (plan.array) return recordsOf(content, kept, building);
  if (content.spoken && plan.keys.length > 0 && (plan.form === 'table' || plan.form === 'csv'))
    return rowsAbout(plan, kept, building);
  return objectOf(kept, building);
}

/** An array of records: the exercise's list when it has one, else one record. */
function recordsOf(content: Content, keys: KeySpec[], building: Building): Node {
  const list = Object.entries(content.fields).find(([, field]) => field.kind === 'list');
  if (list) {
    const [id] = list;
    const whole = objectOf([{ name: id, type: 'array', keys }], building);
    if (whole.kind === 'object' && whole.entries[0]) return whole.entries[0][1];
  }
  return { kind: 'array', items: [objectOf(keys, building)] };
}

/** A plain list: what there is to say, one thing each, as many as were asked for. */
function textsOf({ facts, topic, genre = 'explain' }: Content, { wishes, language }: Plan): Node {
  const asked = wishes.find(
    ({ request, kept }) => kept && request.kind === 'count' && request.unit === 'item',
  )?.request;
  const says = facts.flatMap(({ say, because }) => (say[0] === undefined ? [] : [leaf(say[0], because)]));
  const most = asked?.kind === 'count' ? asked.value : Math.max(1, says.length);
  const more = spareSentences(language, topic, genre).filter((text) => facts.every(({ say }) => say[0] !== text));
  return { kind: 'array', items: [...says, ...more.map((text) => leaf(text))].slice(0, Math.min(mostRows, most)) };
}

/** As many rows about a topic as were asked for, or a few. */
function rowsAbout({ wishes }: Plan, keys: KeySpec[], building: Building): Node {
  const asked = wishes.find(
    ({ request, kept }) => kept && request.kind === 'count' && request.unit === 'item',
  )?.request;
  const count = asked?.kind === 'count' ? Math.min(mostRows, Math.max(1, asked.value)) : usualRows;
  return { kind: 'array', items: Array.from({ length: count }, (_, row) => objectOf(keys, { ...building, row })) };
}

const usualRows = 3;
const mostRows = 20;

function numberPieces(content: Content): Piece[] {
  const fact =
    content.facts.find((one) => typeof one.value === 'number') ?? content.facts.find((one) => one.value !== undefined);
  if (fact) return [{ text: String(fact.value), because: fact.because }];
  const found = content.lookUp({ name: 'number', type: 'number' });
  return [{ text: String(found.value ?? 0), because: found.because }];
}

function frame(body: Piece[], plan: Plan, fate: Fate): Piece[] {
  const kind: Announced =
    plan.form === 'email'
      ? 'email'
      : plan.form === 'bullets' || plan.form === 'numbered'
        ? 'list'
        : plan.form === 'label' || plan.form === 'number'
          ? 'label'
          : plan.form === 'prose'
            ? 'text'
            : plan.form === 'code'
              ? 'code'
              : 'data';
  const before = plan.opening
    ? [piece(`${fate.choose('opening', openings[plan.language][kind])}\n\n`, 'preamble')]
    : [];
  const after = plan.offer ? [piece(`\n\n${fate.choose('offer', offers[plan.language])}`, 'preamble')] : [];
  return [...before, ...body, ...after];
}

const nothing = {
  en: 'There is not much to go on here.',
  fr: 'Il y a peu d’éléments sur lesquels s’appuyer ici.',
} as const;
const piece = (text: string, because: string): Piece => ({ text, because: [because] });
/** Forms in which a program reads values; code goes in as one. A table of code is nothing that anybody asks for. */
const holdsValues = (plan: Plan) => ['json', 'yaml', 'xml'].includes(plan.form);
const isStructured = (plan: Plan) => ['json', 'yaml', 'xml', 'csv', 'table'].includes(plan.form);
const isText = (plan: Plan) => !isStructured(plan) && plan.form !== 'label' && plan.form !== 'number';
