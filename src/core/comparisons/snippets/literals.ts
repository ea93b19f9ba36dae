/** Where languages differ. */
export interface Dialect {
  /** Joins the lines of a long text. */
  join: string;
}

/**
 * A text as a literal. Texts of several lines stand as several literals, one a line, so that people can read them. What JSON
 * writes between quotation marks is the same text in JavaScript and in Python.
 */
export function textLiteral(text: string, indent: string, { join }: Dialect): string {
  const lines = text.split(/(?<=\n)/);
  if (lines.length < 2) return quoted(text);
  const inner = lines.map((line) => `${indent}  ${quoted(line)}`).join(`${join}\n`);
  return `(\n${inner}\n${indent})`;
}

export function listLiteral(texts: readonly string[]): string {
  return `[${texts.map(quoted).join(', ')}]`;
}

/** Characters that break a line, or hide, in some editor are written by their numbers. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
