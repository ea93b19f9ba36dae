import type { Field } from '#core/exercises/simulation.ts';
import { bounded } from '#core/language/bounded.ts';
import { fold } from '#core/language/normalise.ts';

/** The parts of a key, whatever its convention: `dueDate`, `due_date`, "Due date". */
export const keyWords = bounded(2_000, (name): readonly string[] => {
  const apart = name.replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2');
  return (fold(apart).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) =>
    word.length > 3 ? word.replace(/e?s$/, '') : word,
  );
});

/** Those of them that tell one key from another. */
const tellingWords = bounded(2_000, (name): readonly string[] => keyWords(name).filter((word) => !idle.has(word)));

const idle = new Set(['the', 'of', 'a', 'de', 'du', 'la', 'le', 'd', 'l', 'field', 'champ', 'value', 'valeur']);

type Fields = Record<string, Pick<Field, 'names'>>;

const matched = new WeakMap<Fields, (name: string) => string>();
const mostMatched = 200;

/** The field that a key of the prompt means: the same name, or the one that shares most of its words. */
export function matchKey(name: string, fields: Fields): string | undefined {
  const known = matched.get(fields) ?? bounded(mostMatched, (one) => bestMatch(one, fields) ?? '');
  matched.set(fields, known);
  return known(name) || undefined;
}

function bestMatch(name: string, fields: Fields): string | undefined {
  const wanted = tellingWords(name);
  let best: { id: string; score: number } | undefined;
  for (const [id, field] of Object.entries(fields)) {
    for (const known of [id, ...field.names.en, ...field.names.fr]) {
      const own = tellingWords(known);
      const shared = own.filter((word) => wanted.includes(word)).length;
      const score = shared === 0 ? 0 : (2 * shared) / (own.length + wanted.length) + (known === id ? 0.001 : 0);
      if (score >= 0.6 && (!best || score > best.score)) best = { id, score };
    }
  }
  return best?.id;
}
