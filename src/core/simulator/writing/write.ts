import { randomStream } from '#core/chance/chance.ts';
import type { Fate } from '../temperament/fate.ts';
import type { Wish } from '../temperament/obey.ts';
import { codeIn, codePieces } from './code.ts';
import type { Content, Fact } from './content.ts';
import { joined, piecesOf, type Manner, type Piece } from './draft.ts';
import { editSurface } from './edits/index.ts';
import { jsonPieces, tablePieces, xmlPieces, yamlPieces } from './forms/serialise.ts';
import { labelPieces } from './label.ts';
import { offers, openings, type Announced } from './phrases/openings.ts';
import { isStructured, type Plan } from './plan.ts';
import { shows } from './verify.ts';
import { draftFor } from './compose.ts';
import { nodeFor } from './structure.ts';

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

const piece = (text: string, because: string): Piece => ({ text, because: [because] });
/** Forms in which a program reads values; code goes in as one. A table of code is nothing that anybody asks for. */
const holdsValues = (plan: Plan) => ['json', 'yaml', 'xml'].includes(plan.form);
const isText = (plan: Plan) => !isStructured(plan) && plan.form !== 'label' && plan.form !== 'number';
