import type { Language } from '#core/language/language.ts';
import type { Reason } from '#core/grading/report.ts';

type Entry = string | ((values: never) => string);
/** The messages of the room `reasons`, as the store holds them. */
export type ReasonWords = Readonly<Record<string, Entry>>;

const measures = new Set(['words', 'sentences', 'paragraphs', 'bullets', 'characters']);

/** The sentence for a reason, in the language of the words given. */
export function reasonSentence(reason: Reason | undefined, words: ReasonWords, language: Language): string {
  const key = reason?.code === 'schema-broken' && reason.params['where'] === '' ? 'schema-broken-whole' : reason?.code;
  const entry = key && Object.hasOwn(words, key) ? words[key] : words['unknown'];
  if (entry === undefined) return '';
  if (typeof entry === 'string') return entry;
  return (entry as (values: Record<string, string | number>) => string)(
    reason ? readable(reason, words, language) : {},
  );
}

/** Values as a person reads them: amounts with their unit, languages and kinds by name. */
function readable({ code, params }: Reason, words: ReasonWords, language: Language): Record<string, string | number> {
  const values = { ...params };
  if (typeof params['measure'] === 'string') values['amount'] = amount(params['measure'], params['count'], words);
  if (code.startsWith('language-')) {
    for (const name of ['expected', 'actual']) {
      const tag = params[name];
      if (typeof tag === 'string') values[name] = languageName(tag, language);
    }
  }
  if (typeof params['kinds'] === 'string') {
    values['kinds'] = params['kinds']
      .split(/,\s*/)
      .map((kind) => String(words[`kind-${kind}`] ?? kind))
      .join(', ');
  }
  if (code === 'schema-broken') values['rule'] = ruleInWords(String(params['rule']), words);
  return values;
}

const forms = new Set(['pattern', 'format']);

/** A rule of a JSON Schema as a person reads it: `required: title`, `maxItems`. */
function ruleInWords(rule: string, words: ReasonWords): string {
  const [keyword = '', name = keyword] = rule.split(/: (.*)/s);
  const entry = words[`rule-${forms.has(keyword) ? 'form' : keyword}`] ?? words['rule-other'];
  return typeof entry === 'function' ? (entry as (values: { name: string }) => string)({ name }) : (entry ?? rule);
}

function amount(measure: string, count: string | number | undefined, words: ReasonWords): string {
  const unit = measures.has(measure) ? words[measure] : undefined;
  return typeof unit === 'function' ? (unit as (count: number) => string)(Number(count)) : `${count} ${measure}`;
}

function languageName(tag: string, language: Language): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag; // not a language tag: say it as it stands
  }
}
