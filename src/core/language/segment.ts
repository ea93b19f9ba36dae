import { classOf, letter, mark as accent, number, written } from './characters.ts';
import type { Span } from './span.ts';
import { abbreviations } from './abbreviations.ts';

/** A word or number of a text. */
export interface Token extends Span {
  text: string;
}

/** A stretch of a text: a sentence, a paragraph, a line, a list item. */
export interface Segment extends Span {
  text: string;
}

const elisions = new Set('jusqu lorsqu puisqu quoiqu presqu qu c d j l m n s t'.split(' '));
const longestElision = 6;
const underscore = 0x5f;
/** What joins the parts of a number, or of a word. */
const numberJoints = new Set([...'.,:/\u00a0\u202f'].map((sign) => sign.charCodeAt(0)));
const wordJoints = new Set([..."-‐‑'’.&"].map((sign) => sign.charCodeAt(0)));

const isApostrophe = (code: number) => code === 0x27 || code === 0x2019;
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
const widthOf = (code: number) => (code > 0xffff ? 2 : 1);

/** Words and numbers. French elisions (`l'`, `qu'`) are words of their own; hyphenated words are one. */
export function words(text: string): Token[] {
  const found: Token[] = [];
  for (let start = 0; start < text.length;) {
    const code = text.codePointAt(start) ?? 0;
    const is = isDigit(code) ? number : classOf(code) & letter;
    if (is === 0) {
      start += widthOf(code);
      continue;
    }
    const end = is === number ? numberEnd(text, start) : (elisionEnd(text, start) ?? wordEnd(text, start));
    found.push({ text: text.slice(start, end), start, end });
    start = end;
  }
  return found;
}

/** Where characters of some classes, or underscores if they count, end. */
function runEnd(text: string, from: number, classes: number, underscores: boolean): number {
  let at = from;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    if ((classOf(code) & classes) === 0 && !(underscores && code === underscore)) break;
    at += widthOf(code);
  }
  return at;
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

function numberEnd(text: string, start: number): number {
  let end = digitsEnd(text, start);
  while (numberJoints.has(text.charCodeAt(end)) && isDigit(text.charCodeAt(end + 1))) end = digitsEnd(text, end + 1);
  return runEnd(text, end, letter, false);
}

function wordEnd(text: string, start: number): number {
  let end = runEnd(text, start, letter | accent | number, true);
  while (wordJoints.has(text.charCodeAt(end)) && (classOf(text.codePointAt(end + 1) ?? 0) & written) !== 0)
    end = runEnd(text, end + 1, letter | accent | number, true);
  return end;
}

function elisionEnd(text: string, start: number): number | undefined {
  let at = start;
  while (at - start <= longestElision && at < text.length && !isApostrophe(text.charCodeAt(at))) at++;
  if (!isApostrophe(text.charCodeAt(at)) || (classOf(text.codePointAt(at + 1) ?? 0) & letter) === 0) return undefined;
  return elisions.has(text.slice(start, at).toLowerCase()) ? at + 1 : undefined;
}

/** A mark at the beginning of a list item, with its indentation. */
export const itemMark = /^[ \t]*(?:[-*+•‣▪◦·–●○■►➤✓✔✅]\ufe0f?|\(?\d{1,3}[.)]|\(?[a-h]\)|[a-h]\.)[ \t]+(?=\S)/;
const fenceMark = /^[ \t]*(?:```|~~~)/;
const rule = /^[ \t]*(?:(?:[-*_=][ \t]*){3,})$/;

interface Line extends Segment {
  /** Inside a code fence, its marks included. */
  fenced: boolean;
}

/** All lines, empty ones included, without their breaks. */
function allLines(text: string): Line[] {
  const found: Line[] = [];
  let fenced = false;
  let start = 0;
  while (start <= text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const stop = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    const line = text.slice(start, stop);
    const mark = fenceMark.test(line);
    found.push({ text: line, start, end: stop, fenced: fenced || mark });
    if (mark) fenced = !fenced;
    start = end + 1;
  }
  return found;
}

function trimmedSegment(text: string, from: number, to: number): Segment | undefined {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return end > start ? { text: text.slice(start, end), start, end } : undefined;
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x202f ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0xfeff
  );
}

/** Lines that are not empty, without the white space around them. */
export function lines(text: string): Segment[] {
  const found: Segment[] = [];
  for (const line of allLines(text)) {
    const segment = trimmedSegment(text, line.start, line.end);
    if (segment) found.push(segment);
  }
  return found;
}

/** Blocks that blank lines divide. A code fence is never divided, and items of one list stay together. */
export function paragraphs(text: string): Segment[] {
  const found: (Segment & { list: boolean })[] = [];
  let block: { start: number; end: number; list: boolean } | undefined;
  const close = () => {
    if (!block) return;
    const previous = found.at(-1);
    const segment = trimmedSegment(text, block.start, block.end);
    if (segment && previous?.list && block.list) {
      previous.end = segment.end;
      previous.text = text.slice(previous.start, segment.end);
    } else if (segment) found.push({ ...segment, list: block.list });
    block = undefined;
  };
  for (const line of allLines(text)) {
    const blank = !line.fenced && (line.text.trim() === '' || rule.test(line.text));
    if (blank) close();
    else if (block) block.end = line.end;
    else block = { start: line.start, end: line.end, list: !line.fenced && itemMark.test(line.text) };
  }
  close();
  return found.map(({ text: own, start, end }) => ({ text: own, start, end }));
}

/** The items of bulleted and numbered lists, without their marks; indented lines after an item belong to it. */
export function bullets(text: string): Segment[] {
  const found: Segment[] = [];
  let item: { start: number; end: number } | undefined;
  const close = () => {
    const segment = item && trimmedSegment(text, item.start, item.end);
    if (segment) found.push(segment);
    item = undefined;
  };
  for (const line of allLines(text)) {
    const mark = line.fenced || rule.test(line.text) ? null : itemMark.exec(line.text);
    if (mark) {
      close();
      item = { start: line.start + mark[0].length, end: line.end };
    } else if (item && !line.fenced && /^[ \t]+\S/.test(line.text)) item.end = line.end;
    else close();
  }
  close();
  return found;
}

/** Terminators with the closing marks after them, and the white space that makes them an end. */
const ending = /(?:[.!?…]+|[。！？]+)(?:[\s\u00a0\u202f]?»|["'”’)\]*_]+)*(?=\s|$|[。！？])/gu;
const opener = /^["'“‘«([*_¿¡\s-]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;

/** Sentences. Line breaks end one where the next line begins anew: an item, a heading, a capital after a short line. */
export function sentences(text: string): Segment[] {
  const found: Segment[] = [];
  const add = (start: number, end: number) => {
    const segment = trimmedSegment(text, start, end);
    if (segment) found.push(segment);
  };
  let start = -1;
  let end = -1;
  let before = '';
  const close = () => {
    if (start >= 0) splitFlow(text, start, end, add);
    start = -1;
  };
  let fence: { start: number; end: number } | undefined;
  for (const line of allLines(text)) {
    if (line.fenced) {
      close();
      if (fence) fence.end = line.end;
      else fence = { start: line.start, end: line.end };
      continue;
    }
    if (fence) add(fence.start, fence.end);
    fence = undefined;
    if (line.text.trim() === '' || rule.test(line.text)) {
      close();
      continue;
    }
    if (start >= 0 && beginsAnew(before, line.text)) close();
    if (start < 0) start = line.start + (itemMark.exec(line.text)?.[0].length ?? 0);
    end = line.end;
    before = line.text;
  }
  if (fence) add(fence.start, fence.end);
  close();
  return found;
}

/** A line this long was probably wrapped in the middle of a sentence. */
const wrapped = 60;

function beginsAnew(before: string, line: string): boolean {
  if (itemMark.test(line) || /^\s*[#>|{}[\]]/.test(line) || /^\s*[#|{}]/.test(before)) return true;
  if (/[.!?…:;]["'”’»)\]*]*\s*$/.test(before)) return true;
  return opener.test(line) && before.trimEnd().length < wrapped;
}

function splitFlow(text: string, from: number, to: number, add: (start: number, end: number) => void): void {
  const flow = text.slice(from, to);
  let start = 0;
  for (const match of flow.matchAll(ending)) {
    const end = match.index + match[0].length;
    if (end < flow.length && !ends(flow, match.index, match[0], end)) continue;
    add(from + start, from + end);
    start = end;
  }
  add(from + start, to);
}

function ends(flow: string, at: number, mark: string, end: number): boolean {
  const next = flow.slice(end, end + 24);
  // What is quoted in the middle of a sentence may be a sentence: he said "No." and left.
  if (/["”’»]/.test(mark) && /^\s+\p{Ll}/u.test(next)) return false;
  if (mark.startsWith('.') && !mark.startsWith('..')) {
    const last = /(\p{L}[\p{L}.]*|\p{N}+|°)$/u.exec(flow.slice(Math.max(0, at - 12), at))?.[0] ?? '';
    if (abbreviations.has(last.toLowerCase())) return false;
    if (last === 'p' && /^\s*ex\b/.test(next)) return false;
    if (
      /^\p{Lu}$/u.test(last) &&
      last !== 'I' &&
      mark === '.' &&
      /(?:^|[\p{Lu}]\p{L}*\.?\s|\s\s)$/u.test(flow.slice(0, at - 1).slice(-24)) &&
      !/,\s$/.test(flow.slice(0, at - 1))
    )
      return false;
    if (/^(?:no|nos|art|fig|vol|p|pp|nr)$/i.test(last) && /^\s*\p{N}/u.test(next)) return false;
    if (/^(?:etc|inc|ltd|corp|co|sté|ets|a\.m|p\.m|(?:\p{Lu}\.)+\p{Lu})$/iu.test(last))
      return /^\s+["'“«]?\p{Lu}/u.test(next);
    return opener.test(next) || /^\s*$/.test(next) || /^\s+\p{Ll}/u.test(next);
  }
  // "Really?" she said. "Well..." he began: what goes on in lower case is one sentence.
  return !/^\s+\p{Ll}/u.test(next);
}
