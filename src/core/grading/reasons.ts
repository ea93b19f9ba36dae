import type { Reason } from './report.ts';

/**
 * Every reason a check can give, with the values its sentence may use. The words stand in the catalogues, one per
 * code and language; lists come joined by commas, quotations cut to a readable length.
 */
export const reasonCodes = {
  // a text should have occurred, or should not have
  'text-missing': { text: 'string' },
  'text-found': { text: 'string' },
  'texts-missing': { texts: 'string', count: 'number' },
  'all-texts-found': { texts: 'string' },
  'none-of-texts': { texts: 'string' },
  differs: { expected: 'string', actual: 'string' },
  'same-as-forbidden': { text: 'string' },
  'pattern-missing': {},
  'pattern-found': { text: 'string' },
  'wrong-start': { expected: 'string', actual: 'string' },
  'wrong-end': { expected: 'string', actual: 'string' },
  'forbidden-start': { text: 'string' },
  'forbidden-end': { text: 'string' },
  // structured answers
  'not-json': {},
  'not-only-json': {},
  'json-found': {},
  'schema-broken': { where: 'string', rule: 'string' },
  'schema-met': {},
  'field-missing': { path: 'string' },
  'field-wrong': { path: 'string', expected: 'string', actual: 'string' },
  'field-forbidden': { path: 'string', actual: 'string' },
  // numbers and labels
  'no-number': { expected: 'number' },
  'number-wrong': { expected: 'number', actual: 'string' },
  'number-forbidden': { actual: 'string' },
  'no-label': { labels: 'string' },
  'several-labels': { labels: 'string' },
  'label-negated': { label: 'string' },
  'label-wrong': { expected: 'string', actual: 'string' },
  'label-forbidden': { actual: 'string' },
  // measures; `measure` is words, sentences, paragraphs, bullets or characters
  'too-few': { measure: 'string', count: 'number', min: 'number' },
  'too-many': { measure: 'string', count: 'number', max: 'number' },
  'count-forbidden': { measure: 'string', count: 'number' },
  // languages are ISO 639-1 codes
  'language-wrong': { expected: 'string', actual: 'string' },
  'language-forbidden': { actual: 'string' },
  // `kinds` are email, phone, iban, card, ip-address, key, social-security-number, text
  'personal-data': { kinds: 'string', count: 'number' },
  'no-personal-data': {},
  'quote-not-in-source': { quote: 'string', count: 'number' },
  'too-few-quotes': { count: 'number', min: 'number' },
  'quotes-in-source': { count: 'number' },
  'meaning-missing': { meaning: 'string' },
  'meaning-found': { meaning: 'string' },
  // code that was run; `language` is javascript or sql, and `error` in the words of its interpreter
  'code-missing': { language: 'string' },
  'code-breaks': { error: 'string' },
  'code-endless': {},
  'code-too-greedy': {},
  'function-missing': { name: 'string' },
  'call-wrong': { call: 'string', expected: 'string', actual: 'string' },
  'call-threw': { call: 'string', error: 'string' },
  'call-returned': { call: 'string', actual: 'string' },
  'call-unsettled': { call: 'string' },
  'calls-right': { count: 'number' },
  'query-several': {},
  'query-not-allowed': {},
  'column-missing': { column: 'string', columns: 'string' },
  'columns-wrong': { count: 'number', expected: 'number' },
  'rows-wrong-count': { count: 'number', expected: 'number' },
  'row-missing': { row: 'string' },
  'row-misplaced': { row: 'number', expected: 'string', actual: 'string' },
  'rows-right': { count: 'number' },
  // could not be graded
  'code-not-run': {},
  'invalid-tables': { error: 'string' },
  'meaning-unsure': { meaning: 'string' },
  'too-short-for-language': { words: 'number' },
  'language-unsure': { actual: 'string' },
  'answer-too-large': {},
  'unknown-placeholder': { name: 'string' },
  'wrong-placeholder': { name: 'string', needs: 'string' },
  'invalid-regex': { pattern: 'string' },
  'invalid-schema': {},
  'unknown-meaning': { meaning: 'string' },
  'unknown-source': { source: 'string' },
  'check-broke': {},
} as const satisfies Record<string, Record<string, 'string' | 'number'>>;

type Codes = typeof reasonCodes;
export type ReasonCode = keyof Codes;
export type ReasonParams<C extends ReasonCode> = {
  -readonly [P in keyof Codes[C]]: Codes[C][P] extends 'number' ? number : string;
};

/** A reason whose values fit its code. */
export function reason<C extends ReasonCode>(code: C, params: ReasonParams<C>): Reason {
  return { code, params: params as Record<string, string | number> };
}

const longest = 120;

/** A text short enough for a margin note. */
export function shortened(text: string): string {
  const flat = text
    .slice(0, longest * 4)
    .replace(/\s+/g, ' ')
    .trim();
  return flat.length <= longest ? flat : `${flat.slice(0, longest - 1).trimEnd()}…`;
}
