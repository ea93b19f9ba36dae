import type { Language } from '#core/language/language.ts';
import type { Decision } from '../explanation.ts';
import type { KeySpec, OutputFormat, Reading } from '../reading/reading.ts';
import { fence } from '../temperament/fence.ts';
import type { Fate } from '../temperament/fate.ts';
import { isStrictForm } from '../temperament/matter.ts';
import type { Wish } from '../temperament/obey.ts';
import { preamble } from '../temperament/preamble.ts';
import { usualForm } from '../temperament/usual-form.ts';
import { wordiness } from '../temperament/wordiness.ts';
import type { Content } from './content.ts';
import type { Limit } from './limit.ts';
import { limitsOf } from './limits.ts';

/** How the answer will look, after it was decided what is kept. */
export interface Plan {
  language: Language;
  form: OutputFormat;
  /** Decisions that the form comes from. */
  formBecause: string[];
  /** How the items of a list are marked, where that was said. */
  mark?: string;
  keys: KeySpec[];
  array: boolean;
  /** A key goes missing: the format was asked for and forgotten. */
  losesKey: boolean;
  /** The one chosen from; empty when any answer may be given. */
  labels: string[];
  opening: boolean;
  offer: boolean;
  fenced: boolean;
  limits: Limit[];
  /** Padding until this many words, when no length was asked. */
  idleWords: number;
  wishes: Wish[];
  /** Nothing of the matter was given: the text speaks of the topic in general. */
  general: boolean;
  /** The request in its own words, when the answer is to begin with it; empty otherwise. */
  repeated: string;
  repeatedBecause: string;
}

/** What the writer keeps: what was asked, or what is done instead. */
function asDone(wish: Wish): Wish {
  return wish.instead ? { ...wish, request: wish.instead, kept: true } : wish;
}

/** Forgotten, these are not left out: the word or the mark that was named slips in. */
const slips: ReadonlySet<string> = new Set(['exclude', 'ban']);

/**
 * Models that mind an instruction which a sentence before or after the answer would break say none; how often they miss
 * it stands in its base rate already, and the sentence is not to come on top of that.
 */
function barsOpening({ request, kept }: Wish): boolean {
  if (request.kind === 'start') return request.scope.which !== 'each';
  if (request.kind === 'count') return barsExtra(request, kept);
  return kept && /^(?:quotation|repeat-request|title|labels)$/.test(request.kind);
}

function barsOffer({ request, kept }: Wish): boolean {
  if (request.kind === 'count') return barsExtra(request, kept);
  return kept && /^(?:quotation|end|postscript|labels)$/.test(request.kind);
}

/** A length that more text may break, of the whole or of a part that is counted off from its beginning or end. */
function barsExtra({ scope, op, unit }: Extract<Wish['request'], { kind: 'count' }>, kept: boolean): boolean {
  if (scope.part !== undefined || scope.within?.part !== undefined || unit === 'item' || scope.which === 'each')
    return false;
  // A least that is missed is not to be met by chatting.
  return scope.which !== 'all' || op !== '>=' || !kept;
}

const structured: readonly OutputFormat[] = ['json', 'yaml', 'xml', 'csv', 'table'];
/** Whether the answer is made of values rather than of text. */
export const isStructured = ({ form }: Plan): boolean => structured.includes(form);

export function planAnswer(
  reading: Reading,
  asked: readonly Wish[],
  content: Content,
  language: Language,
  fate: Fate,
  requested = '',
): { plan: Plan; decisions: Decision[] } {
  const wishes = asked.map(asDone);
  const decisions: Decision[] = [];
  const note = (decision: Omit<Decision, 'output'>) => {
    decisions.push({ ...decision, output: [] });
    return decision.id;
  };
  const formats = wishes.filter(isFormat);
  // "an e-mail, as JSON with these keys": the container wins over the kind of text within it.
  const container = formats.find((wish) => structured.includes(wish.request.format)) ?? formats[0];
  const labelWish = wishes.find((wish) => wish.request.kind === 'labels');
  const labels = labelWish?.request.kind === 'labels' ? labelWish.request.labels : [];
  const only = wishes.find((wish) => wish.request.kind === 'only' && wish.polarity === 1);
  let form: OutputFormat = content.usualForm;
  let formBecause: string[];
  if (labelWish?.kept && container && !structured.includes(container.request.format)) {
    form = 'label';
    formBecause = [labelWish.decision];
  } else if (container && (container.kept || structured.includes(container.request.format))) {
    form = container.request.format;
    formBecause = [container.decision];
  } else if (labelWish && !container) {
    form = labelWish.kept ? 'label' : 'prose';
    formBecause = [labelWish.decision];
  } else if (only && isLabelOnly(reading, only, content)) {
    form = only.kept ? 'label' : 'prose';
    formBecause = [only.decision];
  } else {
    formBecause = [
      container?.decision ??
        note({ id: 'form', outcome: 'guessed', topic: 'format', params: { format: form }, weakness: usualForm.id }),
    ];
  }
  const listed = wishes.find(
    ({ request, kept }) => kept && request.kind === 'count' && request.unit === 'item' && request.scope.which === 'all',
  );
  const sectioned = wishes.some(
    ({ request, kept }) => kept && (request.kind === 'sections' || request.kind === 'versions'),
  );
  if (form === 'prose' && !container && listed && !sectioned) {
    form = 'bullets';
    formBecause = [listed.decision];
  }
  // A greeting is a sentence too: where few are allowed, the message goes without.
  const scarce = wishes.some(
    ({ request, kept }) =>
      kept &&
      request.kind === 'count' &&
      request.scope.which === 'all' &&
      request.op !== '>=' &&
      (request.unit === 'sentence' || (request.unit === 'word' && request.value <= 40)),
  );
  if (form === 'email' && content.general && scarce) form = 'prose';
  const spoiled = container !== undefined && !container.kept && structured.includes(form);
  const tidy = (only?.kept ?? false) || content.tongue !== undefined || reading.prefill !== undefined;
  const brisk =
    form === 'label' || form === 'number'
      ? 0.3
      : isStrictForm(form)
        ? 0.12
        : form === 'prose' && reading.clauses.length > 0
          ? 0.8
          : 1;
  const eager = fate.happens('preamble', {
    small: preamble.chance.small * brisk,
    medium: preamble.chance.medium * brisk,
    large: preamble.chance.large * brisk,
  });
  // A form for programs that is not kept is mostly there, with something around it.
  const strict = container !== undefined && isStrictForm(form);
  const spoils = spoiled ? fate.draw('spoiled') : 1;
  const wrapped = strict && spoiled && (spoils < 0.85 || (container.request.keys ?? []).length < 2);
  const chatty = strict ? wrapped && spoils >= 0.5 : !tidy && (only !== undefined || eager);
  const ends = asked.find((wish) => wish.request.kind === 'end' && !wish.kept && isWhole(wish));
  const opening = chatty && !asked.some(barsOpening);
  const offer =
    form !== 'label' &&
    form !== 'number' &&
    !asked.some(barsOffer) &&
    ((chatty && fate.draw('offer') < 0.6) || (ends !== undefined && fate.draw('offer after the end') < 0.5));
  if ((opening || offer) && !only)
    note({ id: 'preamble', outcome: 'guessed', topic: 'preamble', params: {}, weakness: preamble.id });
  const fenced = strict
    ? wrapped && (spoils < 0.5 || spoils >= 0.7)
    : isStrictForm(form) && !tidy && fate.happens('fence', fence.chance);
  if (fenced) note({ id: 'fence', outcome: 'guessed', topic: 'fence', params: {}, weakness: fence.id });
  const limits = limitsOf(wishes);
  const brief = wishes.find((wish) => wish.request.kind === 'brief' && wish.kept && wish.polarity === 1);
  const bounded = limits.some((limit) => limit.part === undefined) || brief !== undefined;
  if (brief && !limits.some((limit) => limit.unit === 'word'))
    limits.push({ unit: 'word', max: 70, because: brief.decision });
  const detailed = wishes.some((wish) => wish.request.kind === 'detailed' && wish.kept);
  const talkative = !bounded && content.short !== true && (form === 'prose' || form === 'email');
  const idleWords = talkative ? (detailed ? 260 : 150 + Math.floor(fate.draw('wordiness') * 70)) : 0;
  if (idleWords > 0)
    note({
      id: 'wordiness',
      outcome: 'guessed',
      topic: 'length',
      params: { words: idleWords },
      weakness: wordiness.id,
    });
  const repeat = wishes.find((wish) => wish.kept && wish.request.kind === 'repeat-request');
  return {
    plan: {
      repeated: repeat ? requested : '',
      repeatedBecause: repeat?.decision ?? '',
      language,
      form,
      formBecause,
      labels,
      limits,
      idleWords,
      general: content.general && content.short !== true,
      fenced,
      keys: keysFor(reading, container, content),
      array: container?.request.array ?? false,
      ...(container?.request.mark === undefined ? {} : { mark: container.request.mark }),
      losesKey: spoiled && !wrapped,
      opening,
      offer,
      wishes: wishes.filter(
        (wish) =>
          (wish.kept || slips.has(wish.request.kind)) &&
          (content.general || !('loose' in wish.request && wish.request.loose)),
      ),
    },
    decisions,
  };
}

/** The keys that are named; else the things that are to be extracted ("name, date and amount as JSON"). */
function keysFor(reading: Reading, container: FormatWish | undefined, content: Content): KeySpec[] {
  const named = container?.request.keys ?? (container?.request.names ?? []).map((name) => ({ name }));
  if (named.length > 0 || Object.keys(content.fields).length > 0) return named;
  const task = reading.instructions.find((one) => one.request.kind === 'task' && one.request.act === 'extract');
  if (task?.request.kind !== 'task') return named;
  const list = task.request.object.replace(
    /\s*(?:\b(?:as|in|from|into|en|sous|dans|au format|du|of)\b|[:.(]).*$/isu,
    '',
  );
  const items = list
    .split(/,\s*(?:and |et )?|\s+(?:and|et)\s+/i)
    .map((item) => item.replace(/^(?:the|all|every|each|le|la|les|l['’]|tous les|toutes les)\s*/i, '').trim())
    .filter((item) => item !== '' && item.split(/\s+/).length <= 3);
  return items.length >= 1 && items.length <= 12 ? items.map((item) => ({ name: item.replace(/\s+/g, '_') })) : named;
}

type FormatWish = Wish & { request: Extract<Wish['request'], { kind: 'format' }> };
function isFormat(wish: Wish): wish is FormatWish {
  return wish.request.kind === 'format' && wish.polarity === 1;
}

function isWhole(wish: Wish): boolean {
  return !('scope' in wish.request) || wish.request.scope.which === 'all';
}

/** "Answer with the category only": the words of the instruction name the one value that is asked for. */
function isLabelOnly(reading: Reading, only: Wish, content: Content): boolean {
  const instruction = reading.instructions.find((one) => `instruction:${one.id}` === only.decision);
  const clause = reading.clauses.find(
    (one) =>
      instruction &&
      one.span.message === instruction.span.message &&
      one.span.start <= instruction.span.start &&
      instruction.span.start < one.span.end,
  );
  const said = (clause?.text ?? '').toLowerCase();
  return Object.entries(content.fields).some(
    ([id, field]) =>
      field.kind === 'value' &&
      [id, ...field.names.en, ...field.names.fr].some((name) =>
        new RegExp(`\\b${escape(name.toLowerCase())}\\b`, 'u').test(said),
      ),
  );
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
