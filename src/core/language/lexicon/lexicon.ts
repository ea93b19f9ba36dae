import type { Language } from '../language.ts';
import { fold } from '../normalise.ts';
import { stem } from '../stem.ts';
import { frenchForms } from './french-forms.ts';
import { acts } from './acts.ts';
import { business } from './business.ts';
import { prompting } from './prompting.ts';
import { idioms } from './idioms.ts';
import { general } from './general.ts';
import { writing } from './writing.ts';
import { technology } from './technology.ts';

/**
 * Our own bilingual lexicon. One concept a line:
 *
 *     id<broader,broader@weight: english, words / mots, français ! verbs of the opposite / … ^ other opposites / …
 *
 * Opposites are the same concept with the other sign, so that "omit the price" and "do not include the price" come out
 * alike. A verb of the opposite (after `!`) turns what follows it as well; other opposites (after `^`) only themselves.
 * `…` inside an expression stands for up to four words ("leave … out"). Weight says how much a concept tells, from 0 to
 * 1.5; common acts tell little.
 */
export interface Concept {
  id: string;
  weight: number;
  broader: readonly string[];
}

/** What a word or expression means. */
export interface Sense {
  concept: string;
  sign: 1 | -1;
  /** The word also negates what follows it. */
  turns: boolean;
}

interface Entry {
  /** Stems after the first; `…` allows a gap. */
  rest: readonly string[];
  sense: Sense;
}

export interface Lexicon {
  concepts: ReadonlyMap<string, Concept>;
  /** Entries by language and first stem, longest first. */
  entries: Record<Language, ReadonlyMap<string, readonly Entry[]>>;
}

const line = /^([a-z0-9-]+)(?:<([a-z0-9,-]+))?(?:@([\d.]+))?:(.*)$/;
let built: Lexicon | undefined;

/** The lexicon, compiled when first asked for. */
export function lexicon(): Lexicon {
  return (built ??= build([acts, business, prompting, general, writing, technology, idioms].join('\n')));
}

function build(source: string): Lexicon {
  const concepts = new Map<string, Concept>();
  const entries: Record<Language, Map<string, Entry[]>> = { en: new Map(), fr: new Map() };
  for (const row of source.split('\n')) {
    const parsed = line.exec(row.trim());
    if (!parsed) continue;
    const [, id = '', broader, weight, words = ''] = parsed;
    if (!concepts.has(id))
      concepts.set(id, { id, weight: weight ? Number(weight) : 1, broader: broader?.split(',') ?? [] });
    for (const part of words.split(/(?=[!^])/)) {
      const mark = part[0] ?? '';
      const [en = '', fr = ''] = part.replace(/^[!^]/, '').split(' / ');
      const sense: Sense = { concept: id, sign: mark === '!' || mark === '^' ? -1 : 1, turns: mark === '!' };
      for (const [language, list] of [
        ['en', en],
        ['fr', fr],
      ] as const) {
        for (const word of list.split(',')) enter(entries[language], word.trim(), language, sense);
      }
    }
  }
  for (const map of Object.values(entries)) {
    for (const list of map.values()) list.sort((a, b) => b.rest.length - a.rest.length);
  }
  return { concepts, entries };
}

function enter(map: Map<string, Entry[]>, expression: string, language: Language, sense: Sense): void {
  if (expression === '') return;
  const parts = (
    language === 'fr'
      ? fold(expression.replaceAll('…', ' @ ')).replace(/'/g, "' ")
      : fold(expression.replaceAll('…', ' @ '))
  )
    .split(/\s+/)
    .filter((part) => part !== '');
  const [first = '', ...rest] = parts;
  const firsts = new Set([first, ...(language === 'fr' ? frenchForms(first) : [])].map((form) => stem(form, language)));
  const stems = rest.map((part) => (part === '@' ? part : stem(part, language)));
  for (const key of firsts) {
    const list = map.get(key) ?? [];
    if (
      !list.some(
        (one) =>
          one.sense.concept === sense.concept &&
          one.sense.sign === sense.sign &&
          one.rest.join(' ') === stems.join(' '),
      )
    ) {
      list.push({ rest: stems, sense });
    }
    map.set(key, list);
  }
}

/** Senses of the expression that begins at `at`, and how many words it takes; nothing when it is unknown. */
export function lookUp(
  stems: readonly string[],
  at: number,
  language: Language,
): { senses: Sense[]; length: number; skipped: number[] } | undefined {
  const list = lexicon().entries[language].get(stems[at] ?? '');
  if (!list) return undefined;
  let best: { senses: Sense[]; length: number; skipped: number[]; parts: number } | undefined;
  for (const entry of list) {
    if (best && entry.rest.length < best.parts) break;
    const taken = follow(stems, at, entry.rest);
    if (!taken) continue;
    if (best) best.senses.push(entry.sense);
    else best = { senses: [entry.sense], length: 1, skipped: taken, parts: entry.rest.length };
    if (!entry.rest.includes('@')) best.length = entry.rest.length + 1;
  }
  return best;
}

/** Positions of the words of an expression after its first, when they all follow. */
function follow(stems: readonly string[], at: number, rest: readonly string[]): number[] | undefined {
  const taken: number[] = [];
  let position = at + 1;
  for (let i = 0; i < rest.length; i++) {
    if (rest[i] === '@') continue;
    const reach = rest[i - 1] === '@' ? 4 : 0;
    const limit = Math.min(stems.length - 1, position + reach);
    while (position <= limit && stems[position] !== rest[i]) position++;
    if (position > limit) return undefined;
    taken.push(position++);
  }
  return taken;
}
