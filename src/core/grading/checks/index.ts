import { javascriptPasses, sqlResult } from './code.ts';
import { contains, containsAll, containsAny, icontains, icontainsAll, icontainsAny } from './contains.ts';
import { bulletCount, characterCount, paragraphCount, sentenceCount, wordCount } from './counts.ts';
import { endsWith, startsWith } from './edges.ts';
import { equals } from './equals.ts';
import { field } from './field.ts';
import { jsonSchema } from './json-schema.ts';
import { isJson } from './json.ts';
import type { Kind } from './kind.ts';
import { label } from './label.ts';
import { language } from './language.ts';
import { noPersonalData } from './no-personal-data.ts';
import { numeric } from './numeric.ts';
import { quotes } from './quotes.ts';
import { regex } from './regex.ts';
import type { CheckType } from './schema.ts';
import { states } from './states.ts';

/** The name of a kind of check, without `not-`. */
export type KindName = Exclude<CheckType, `not-${string}`>;

/** Every kind of check by its name; a new kind is a file, an entry here and one in the schema. */
export const kinds: { readonly [T in KindName]: Kind<T> } = {
  contains,
  icontains,
  'contains-all': containsAll,
  'contains-any': containsAny,
  'icontains-all': icontainsAll,
  'icontains-any': icontainsAny,
  equals,
  regex,
  'starts-with': startsWith,
  'ends-with': endsWith,
  'is-json': isJson,
  'json-schema': jsonSchema,
  field,
  numeric,
  label,
  'word-count': wordCount,
  'sentence-count': sentenceCount,
  'paragraph-count': paragraphCount,
  'bullet-count': bulletCount,
  'character-count': characterCount,
  language,
  'no-personal-data': noPersonalData,
  quotes,
  states,
  'javascript-passes': javascriptPasses,
  'sql-result': sqlResult,
};
