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

/** Kinds of signs that hold whatever is no sign yet; as large as all the rest, and of no use in a check. */
export const unassigned: readonly string[] = ['C', 'Cn'];

const named = /\\[pP](?:\{\^?(?:(?:Script|sc|General_Category|gc)=)?([^{}]+)\}|([A-Z]))/g;

/** Whether a pattern names a script, or a kind of signs, whose table is left out. */
export function namesOtherScript(pattern: string): boolean {
  return [...pattern.matchAll(named)].some(([, long, short]) => {
    const name = long ?? short ?? '';
    return unassigned.includes(name) || (name.length > 2 && ![...scripts, ...properties].includes(name));
  });
}
