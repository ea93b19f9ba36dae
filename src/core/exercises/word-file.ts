import type { SharedWords } from './identity.ts';

/** Something wrong in a word file, with its line (from 1). */
export interface WordProblem {
  line: number;
  message: string;
}

/** The words of a file, and on which line each of them stands: `checks.outcome` → 31. */
export interface ParsedWords<Words> {
  words: Words;
  problems: WordProblem[];
  lines: ReadonlyMap<string, number>;
}

/** What a check asks (`met`), and what is wrong with work that fails it (`missed`), by check. */
type CheckWords = Record<string, { met: string; missed: string }>;

interface Line {
  text: string;
  number: number;
}

/**
 * An `en.md` or `fr.md`: a title and summary at the head, then one section for each kind of words. Section
 * names are the same in both languages. It always gives words, empty where something is missing, so that one slip is
 * reported as one problem.
 */
export class WordFile {
  #problems: WordProblem[] = [];
  #lines = new Map<string, number>();
  #head: Record<string, string>;
  #sections: Map<string, Line[]>;
  #names: readonly string[];
  #length: number;

  constructor(markdown: string, names: readonly string[]) {
    const all = markdown
      .replace(/^\uFEFF/, '')
      .split(/\r\n|\r|\n/)
      .map((text, index) => ({ text, number: index + 1 }));
    const head = readHead(all, this.#problems, this.#lines);
    this.#head = head.values;
    this.#sections = readSections(all.slice(head.end), names, this.#problems, this.#lines);
    this.#names = names;
    this.#length = all.length;
  }

  /** Words that every exercise has. */
  shared(): SharedWords {
    return {
      ...this.head(),
      brief: this.prose('brief'),
      cases: this.pairs('cases'),
      hints: readHints(this.#section('hints'), this.#problems, this.#lines),
      debrief: this.prose('debrief'),
    };
  }

  head(): { title: string; summary: string } {
    return { title: this.#head['title'] ?? '', summary: this.#head['summary'] ?? '' };
  }

  /** A section of Markdown. */
  prose(name: string): string {
    const text = prose(this.#section(name));
    if (this.#sections.has(name) && text === '')
      this.#problems.push({ line: this.#lines.get(name)!, message: `the section "## ${name}" is empty` });
    return text;
  }

  pairs(name: string): Record<string, string> {
    return readPairs(name, this.#section(name), this.#problems, this.#lines);
  }

  checks(): CheckWords {
    return readChecks(this.#section('checks'), this.#problems, this.#lines);
  }

  /** The words with all that is wrong with their file. */
  parsed<Words extends { title: string; summary: string }>(words: Words): ParsedWords<Words> {
    const problems = [...this.#problems];
    for (const name of ['title', 'summary'] as const) {
      if (words[name] === '')
        problems.push({ line: 1, message: `the head of the file (between two lines of ---) gives no ${name}` });
    }
    for (const name of this.#names) {
      if (name !== 'fairness' && !this.#sections.has(name))
        problems.push({ line: this.#length, message: `the section "## ${name}" is missing` });
    }
    return { words, problems: problems.sort((a, b) => a.line - b.line), lines: this.#lines };
  }

  #section(name: string): Line[] {
    return this.#sections.get(name) ?? [];
  }
}

function readHead(all: Line[], problems: WordProblem[], lines: Map<string, number>) {
  const values: Record<string, string> = {};
  if (all[0]?.text.trim() !== '---') return { values, end: 0 };
  const close = all.findIndex((line, index) => index > 0 && line.text.trim() === '---');
  if (close < 0) {
    problems.push({ line: 1, message: 'the head of the file is not closed by a line of ---' });
    return { values, end: 1 };
  }
  for (const line of all.slice(1, close)) {
    if (line.text.trim() === '' || line.text.startsWith('#')) continue;
    const pair = /^([a-z]+)\s*:\s*(.*?)\s*$/.exec(line.text);
    if (!pair || !['title', 'summary'].includes(pair[1]!)) {
      problems.push({
        line: line.number,
        message: `the head holds "title: …" and "summary: …", each on one line; this is neither: ${line.text.trim()}`,
      });
      continue;
    }
    values[pair[1]!] = pair[2]!.replace(/^(["'])(.*)\1$/, '$2');
    lines.set(pair[1]!, line.number);
  }
  return { values, end: close + 1 };
}

function readSections(
  all: Line[],
  names: readonly string[],
  problems: WordProblem[],
  lines: Map<string, number>,
): Map<string, Line[]> {
  const sections = new Map<string, Line[]>();
  let current: Line[] | undefined;
  let fence: string | undefined;
  for (const line of all) {
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line.text)?.[1];
    if (mark && !fence) fence = mark;
    else if (mark && fence && mark.startsWith(fence)) fence = undefined;
    const heading = fence ? undefined : /^##\s+(.*?)\s*$/.exec(line.text)?.[1];
    if (heading === undefined) {
      if (current) current.push(line);
      else if (line.text.trim() !== '') {
        problems.push({ line: line.number, message: `there is text before the first section ("## ${names[0]}")` });
        current = [];
      }
      continue;
    }
    current = [];
    const name = names.find((known) => known === heading.toLowerCase());
    if (!name) {
      problems.push({
        line: line.number,
        message: `"## ${heading}" is not a section; sections are ${names.join(', ')} (in both languages), and headings inside them begin with ###`,
      });
    } else if (sections.has(name)) {
      problems.push({ line: line.number, message: `the section "## ${name}" stands here a second time` });
    } else {
      sections.set(name, current);
      lines.set(name, line.number);
    }
  }
  return sections;
}

const prose = (section: Line[]) =>
  section
    .map((line) => line.text)
    .join('\n')
    .trim();

/** Items of a list with the lines that continue them. */
function readItems(section: Line[], mark: RegExp, what: string, problems: WordProblem[]): Line[] {
  const items: Line[] = [];
  for (const line of section) {
    if (line.text.trim() === '') continue;
    const item = mark.exec(line.text);
    const last = items.at(-1);
    if (item) items.push({ text: item[1]!.trim(), number: line.number });
    else if (last && /^\s/.test(line.text)) last.text = `${last.text} ${line.text.trim()}`.trim();
    else problems.push({ line: line.number, message: `this line is no ${what}` });
  }
  return items;
}

const pair = /^([a-z][a-z0-9-]*)\s*:\s*(.*)$/s;

function readPairs(
  name: string,
  section: Line[],
  problems: WordProblem[],
  lines: Map<string, number>,
): Record<string, string> {
  const pairs: Record<string, string> = {};
  for (const item of readItems(section, /^[-*]\s+(.*)$/, 'list item of the form "- id: words"', problems)) {
    const [, id, text] = pair.exec(item.text) ?? [];
    if (!id || !text) problems.push({ line: item.number, message: `a list item here has the form "- id: words"` });
    else if (Object.hasOwn(pairs, id))
      problems.push({ line: item.number, message: `"${id}" stands here a second time` });
    else {
      pairs[id] = text;
      lines.set(`${name}.${id}`, item.number);
    }
  }
  return pairs;
}

function readChecks(section: Line[], problems: WordProblem[], lines: Map<string, number>): CheckWords {
  const checks: CheckWords = {};
  let id: string | undefined;
  let form: 'met' | 'missed' | undefined;
  for (const line of section) {
    if (line.text.trim() === '') continue;
    const name = /^[-*]\s+([a-z][a-z0-9-]*)\s*:?\s*$/.exec(line.text)?.[1];
    const words = /^\s+[-*]\s+(met|missed)\s*:\s*(.+)$/.exec(line.text);
    if (name) {
      if (Object.hasOwn(checks, name))
        problems.push({ line: line.number, message: `"${name}" stands here a second time` });
      id = name;
      form = undefined;
      checks[id] = { met: '', missed: '' };
      lines.set(`checks.${id}`, line.number);
    } else if (words && id) {
      form = words[1] as 'met' | 'missed';
      checks[id]![form] = words[2]!.trim();
    } else if (form && id && /^\s{3,}\S/.test(line.text) && !/^\s+[-*]\s/.test(line.text)) {
      checks[id]![form] += ` ${line.text.trim()}`;
    } else {
      problems.push({
        line: line.number,
        message: 'checks are written "- id", and under it "  - met: …" and "  - missed: …"',
      });
    }
  }
  for (const [check, words] of Object.entries(checks)) {
    for (const form of ['met', 'missed'] as const) {
      if (words[form] === '')
        problems.push({
          line: lines.get(`checks.${check}`)!,
          message: `the check "${check}" has no "  - ${form}: …" sentence`,
        });
    }
  }
  return checks;
}

function readHints(section: Line[], problems: WordProblem[], lines: Map<string, number>): string[] {
  return readItems(section, /^\d+[.)]\s+(.*)$/, 'numbered hint ("1. …")', problems).map((item, index) => {
    lines.set(`hints.${index}`, item.number);
    return item.text;
  });
}
