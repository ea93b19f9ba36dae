/** What can be written as YAML. Keys whose value is undefined are left out. */
export type Yaml = string | number | boolean | null | undefined | Yaml[] | { [key: string]: Yaml };

/** What no YAML reader takes as it stands, and line breaks that only some of them know. */
const unprintable = /[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;
const unprintables = new RegExp(unprintable.source, 'gu');
const plainKey = /^[A-Za-z_][\w-]*$/;
/** A last line of spaces, which a block would lose. */
const blankEnd = /\n[^\S\n]+\n*$/;
/** Words that some reader takes for something else than a text. */
const ambiguous = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** Writes a value so that every YAML reader reads it back as it was; texts of several lines as blocks, to be read by people. */
export function toYaml(value: Yaml): string {
  return `${written(value, 0).trimStart()}\n`;
}

function written(value: Yaml, depth: number): string {
  const pad = '  '.repeat(depth);
  if (Array.isArray(value)) {
    if (value.length === 0) return ' []';
    return value.map((item) => `\n${pad}- ${written(item ?? null, depth + 1).trimStart()}`).join('');
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    if (entries.length === 0) return ' {}';
    return entries.map(([key, item]) => `\n${pad}${keyOf(key)}:${written(item, depth + 1)}`).join('');
  }
  if (typeof value === 'string') return ` ${textOf(value, pad)}`;
  return ` ${typeof value === 'number' && !Number.isFinite(value) ? 'null' : String(value ?? null)}`;
}

function keyOf(key: string): string {
  return plainKey.test(key) && !ambiguous.test(key) ? key : quoted(key);
}

function textOf(text: string, pad: string): string {
  if (!text.includes('\n') || text.trim() === '' || blankEnd.test(text) || unprintable.test(text) || pad === '') {
    return quoted(text);
  }
  const chomping = text.endsWith('\n') ? '+' : '-';
  const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
  // The indentation is given, because a first line may begin with spaces of its own.
  return `|2${chomping}\n${lines.map((line) => (line === '' ? '' : `${pad}${line}`)).join('\n')}`;
}

/** Every JSON text is YAML, apart from a few characters that YAML does not print. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(unprintables, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
