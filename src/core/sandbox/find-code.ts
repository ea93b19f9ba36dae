/** Where code stands in a text. */
export interface Passage {
  text: string;
  start: number;
  end: number;
}

interface Block extends Passage {
  language: string;
}

const fence = /^[ \t]*(`{3,}|~{3,})[ \t]*([\w+#.-]*)/;

/** The code blocks of a Markdown text; one that is never closed runs to the end. */
function blocksIn(text: string): Block[] {
  const blocks: Block[] = [];
  let open: { mark: string; language: string; start: number } | undefined;
  for (let from = 0; from < text.length;) {
    const newline = text.indexOf('\n', from);
    const next = newline < 0 ? text.length : newline + 1;
    const found = fence.exec(text.slice(from, Math.min(next, from + 200)));
    if (found) {
      const [, mark = '', language = ''] = found;
      if (!open) open = { mark, language: language.toLowerCase(), start: next };
      else if (language === '' && mark[0] === open.mark[0] && mark.length >= open.mark.length) {
        blocks.push(passage(text, open.start, from, open.language));
        open = undefined;
      }
    }
    from = next;
  }
  if (open) blocks.push(passage(text, open.start, text.length, open.language));
  return blocks;
}

function passage(text: string, start: number, end: number, language: string): Block {
  return { language, text: text.slice(start, end), start, end };
}

/** The last that is at least half as long as the longest: a corrected answer follows its draft, an example stays one. */
function foremost(blocks: readonly Block[]): Passage | undefined {
  const longest = blocks.reduce((most, { text }) => Math.max(most, text.length), 0);
  return blocks.findLast(({ text }) => text.length * 2 >= longest);
}

const javascriptNames = new Set(['', 'js', 'javascript', 'mjs', 'cjs', 'jsx', 'node', 'ts', 'typescript']);
const sqlNames = new Set(['', 'sql', 'sqlite', 'sqlite3', 'postgresql', 'postgres', 'pgsql', 'mysql', 'tsql', 'plsql']);

/** The code that defines the function: in a block, or bare among prose. */
export function javascriptIn(text: string, name: string): Passage | undefined {
  const blocks = blocksIn(text).filter(({ language }) => javascriptNames.has(language));
  if (blocks.length === 0) return bareJavascript(text);
  const defines = new RegExp(`(?:function\\s*\\*?|const|let|var|class|exports\\.)\\s*${name}\\b|\\b${name}\\s*[:=]`);
  return foremost(blocks.filter((block) => defines.test(block.text))) ?? foremost(blocks);
}

const javascriptStart =
  /^[ \t]*(?:export\b|async function\b|function\b|const [\w{[]|let [\w{[]+ *=|var \w|class \w+ *[{e]|module\.exports|'use strict'|"use strict"|\/\/|\/\*)/m;
const javascriptEnd = /[;})\]]|\*\//;

function bareJavascript(text: string): Passage | undefined {
  const start = javascriptStart.exec(text)?.index;
  if (start === undefined) return undefined;
  const lines = text.slice(start).split('\n');
  while (lines.length > 1 && !javascriptEnd.test(lines.at(-1)!.trimEnd().slice(-2))) lines.pop();
  return from(text, start, lines.join('\n').length);
}

/** The query: in a block, or bare among prose. */
export function sqlIn(text: string): Passage | undefined {
  const blocks = blocksIn(text).filter(({ language }) => sqlNames.has(language));
  if (blocks.length === 0) return bareSql(text);
  return foremost(blocks.filter((block) => /\b(?:select|with|values)\b/i.test(block.text))) ?? foremost(blocks);
}

const sqlStart = /^[ \t]*(?:select\b|values *\(|with +(?:recursive +)?["\w]+ *(?:\([^)\n]*\) *)?as\b|--)/im;
const sqlGoesOn =
  /^\s*(?:--|[()]|(?:select|from|where|group|order|having|limit|union|with|join|left|inner|window|and|or)\b)/i;

function bareSql(text: string): Passage | undefined {
  const start = sqlStart.exec(text)?.index;
  if (start === undefined) return undefined;
  const rest = text.slice(start);
  const last = rest.lastIndexOf(';');
  if (last >= 0 && /^[ \t]*(?:--.*)?(?:\n|$)/.test(rest.slice(last + 1))) return from(text, start, last + 1);
  const parts = rest.split(/(?<=\n[ \t]*\n)/);
  const prose = parts.findIndex((part, index) => index > 0 && !sqlGoesOn.test(part));
  return from(text, start, parts.slice(0, prose < 0 ? parts.length : prose).join('').length);
}

const from = (text: string, start: number, length: number): Passage => ({
  text: text.slice(start, start + length),
  start,
  end: start + length,
});
