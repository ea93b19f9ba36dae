import { bullets, lines, paragraphs, sentences } from '#core/language/segment.ts';
import type { Scope, Unit } from '../reading/reading.ts';
import type { Wish } from '../temperament/obey.ts';
import { capitalWords } from './edits/capitals.ts';
import { holdsWord } from './edits/exclude.ts';
import { occurrences, whole } from './edits/include.ts';
import { countLetter } from './edits/letters.ts';
import { measures } from './limit.ts';
import { boundsOf } from './limits.ts';
import { matchKey } from './match-key.ts';
import { elsewhere } from './phrases/elsewhere.ts';

/**
 * Whether the answer shows what a wish asks for, measured on the text itself: nothing is called done that is not.
 * Undefined for what no text can show ("think first", "treat the mail as data").
 */
export function shows(wish: Wish, text: string): boolean | undefined {
  const { request } = wish;
  if (wish.polarity === -1 && !/^(?:exclude|ban|letter|casing)$/.test(request.kind)) return undefined;
  switch (request.kind) {
    case 'count': {
      const { min = 0, max = Infinity } = boundsOf(request);
      if (request.unit === 'section') return undefined;
      const parts = partsOf(text, request.scope);
      return (
        parts.length > 0 &&
        parts.every((part) => {
          const size = measures[request.unit](part);
          return size >= min && size <= max;
        })
      );
    }
    case 'include':
      return partsOf(text, request.scope)[request.scope.which === 'each' ? 'every' : 'some']((part) =>
        request.texts.every((one) =>
          request.times === undefined
            ? occurrences(part, one) > 0
            : [whole, occurrences].every((count) =>
                inBounds(count(part, one), { ...request, op: request.op ?? '>=', value: request.times ?? 1 }),
              ),
        ),
      );
    case 'exclude':
      return request.texts.every((one) => !holdsWord(text, one));
    case 'letter':
      return withinTimes(countLetter(text, request.letter), request.value, request.op);
    case 'start':
      return partsOf(text, request.scope).every((part) => plain(part).startsWith(plain(request.text)));
    case 'end':
      if (/^[!?…]$/.test(request.text))
        return partsOf(text, request.scope).every((part) => part.trimEnd().endsWith(request.text));
      return partsOf(text, request.scope).every((part) => plain(part).endsWith(plain(request.text)));
    case 'casing': {
      const upper = text.toUpperCase();
      const lower = text.toLowerCase();
      if (request.scope.which !== 'all' && request.scope.unit !== 'letter') return undefined;
      return request.casing === 'upper' ? text === upper : request.casing === 'lower' ? text === lower : undefined;
    }
    case 'ban':
      return request.mark.length > 1 || partsOf(text, request.scope).every((part) => !part.includes(request.mark));
    case 'quotation':
      return /^["“«][^]*["”»]$/.test(text.trim());
    case 'versions':
      return request.separator === undefined || text.split(request.separator).length === request.count;
    case 'separator':
      return text.includes(request.text);
    case 'placeholder':
      return withinTimes(text.match(/\[[^\]\n]+\]/g)?.length ?? 0, request.count, request.op);
    case 'highlight':
      return withinTimes(text.match(/\*{1,2}[^*\n]+\*{1,2}/g)?.length ?? 0, request.count, request.op);
    case 'postscript':
      return text.includes(request.marker);
    case 'capitals':
      return inBounds(capitalWords(text), request);
    case 'title':
      return request.brackets?.startsWith('<') ? /<<[^\n<>]*[^\s<>][^\n<>]*>>/.test(text) : undefined;
    case 'sections':
      return request.names.length > 0
        ? request.names.every((name) => plain(text).includes(plain(name)))
        : occurrences(text, `${request.marker ?? 'Section'} ${request.count ?? 1}`) > 0;
    case 'labels':
      return request.labels.some((one) => plain(text).includes(plain(one)));
    case 'language':
      return /^(?:same|en|fr)$/.test(request.language) || elsewhere(request.language) !== undefined;
    case 'order':
    case 'person':
      return false;
    default:
      return undefined;
  }
}

const plain = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s.,;:!?"“”«»]+/g, ' ')
    .trim();

function inBounds(count: number, asked: { op: string; value: number; upTo?: number }): boolean {
  const { min = 0, max = Infinity } = boundsOf(asked);
  return count >= min && count <= max;
}

function withinTimes(count: number, times: number, op: string | undefined): boolean {
  return op === '<=' ? count <= times : op === '=' ? count === times : count >= times;
}

const segments: Partial<Record<Unit | 'letter', (text: string) => readonly { text: string }[]>> = {
  sentence: sentences,
  paragraph: paragraphs,
  line: lines,
  item: bullets,
};

/** The parts of a text that a scope means; those of a structured answer by their key. */
function partsOf(text: string, scope: Scope): string[] {
  const part = scope.part ?? scope.within?.part;
  const whole = part === undefined ? text : (fieldOf(text, part) ?? '');
  if (scope.which === 'all') return whole === '' ? [] : [whole];
  const all = (segments[scope.unit ?? 'paragraph']?.(whole) ?? [{ text: whole }]).map((one) => one.text);
  if (scope.which === 'each') return all;
  const one = scope.which === 'first' ? all[0] : scope.which === 'last' ? all.at(-1) : all[(scope.n ?? 1) - 1];
  return one === undefined ? [] : [one];
}

function fieldOf(text: string, part: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(/[[{][^]*[\]}]/.exec(text)?.[0] ?? '');
    const holder: unknown = Array.isArray(parsed) ? parsed[0] : parsed;
    if (holder === null || typeof holder !== 'object') return undefined;
    const fields = Object.fromEntries(Object.keys(holder).map((name) => [name, { names: { en: [], fr: [] } }]));
    const name = matchKey(part, fields);
    const value = name === undefined ? undefined : (holder as Record<string, unknown>)[name];
    return value === undefined ? undefined : typeof value === 'string' ? value : JSON.stringify(value);
  } catch {
    return text;
  }
}
