/**
 * Scripts that a pattern may name (`\p{Greek}`). The built app leaves the tables of the others out, a tenth of the
 * library; so that a check comes out alike everywhere, they are refused everywhere.
 */
export const scripts: readonly string[] = [
  'Arabic',
  'Cyrillic',
  'Devanagari',
  'Greek',
  'Han',
  'Hangul',
  'Hebrew',
  'Hiragana',
  'Katakana',
  'Latin',
  'Thai',
];

/** Properties of signs that are no scripts. */
const properties: readonly string[] = [
  'Any',
  'ASCII_Hex_Digit',
  'Alphabetic',
  'Dash',
  'Emoji',
  'Emoji_Component',
  'Emoji_Modifier',
  'Emoji_Modifier_Base',
  'Emoji_Presentation',
  'Extended_Pictographic',
  'Hex_Digit',
  'Lowercase',
  'Math',
  'Quotation_Mark',
  'Terminal_Punctuation',
  'Uppercase',
  'White_Space',
];

const named = /\\[pP]\{\^?(?:(?:Script|sc|General_Category|gc)=)?([^{}]{3,})\}/g;

/** Whether a pattern names a script that is not among them. */
export function namesOtherScript(pattern: string): boolean {
  return [...pattern.matchAll(named)].some(([, name = '']) => ![...scripts, ...properties].includes(name));
}
