import { type View, slice, spanOfView, trimmed } from './view.ts';

/** What closes each opening mark. */
const closing: Record<string, string> = { '“': '”', '„': '“”', '«': '»', '"': '"', '‘': '’', '‹': '›', "'": "'" };
const opening = /[“„«"‘‹']/g;
const longestQuotation = 4000;

/**
 * The passages in quotation marks of any kind, and block quotations, in order. An apostrophe opens nothing inside a
 * word and closes nothing before a letter; an opening mark whose partner does not come in the same paragraph is none.
 */
export function quotations(view: View): View[] {
  const { text } = view;
  const found: View[] = [];
  opening.lastIndex = 0;
  const dead = new Set<string>();
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const start = match.index;
    const mark = match[0];
    const single = mark === "'" || mark === '‘';
    if (single && isLetter(text[start - 1])) continue;
    const key = `${mark}${paragraphEnd(text, start)}`;
    if (dead.has(key)) continue;
    const end = closingMark(text, start, closing[mark] ?? mark, single);
    if (end < 0) {
      // No partner from here to the end of the paragraph, hence none for later marks of this kind there either.
      dead.add(key);
      continue;
    }
    found.push(trimmed(slice(view, start + 1, end)));
    opening.lastIndex = end + 1;
  }
  // A block with quotation marks in it quotes what stands between them.
  return [...found, ...without(blockQuotations(view), found)].filter((quotation) => quotation.text !== '');
}

/** The blocks that hold none of the quotations; both come in order, so one pass is enough. */
function without(blocks: View[], inside: View[]): View[] {
  const starts = inside.map((one) => spanOfView(one).start);
  let next = 0;
  return blocks.filter((block) => {
    const { start, end } = spanOfView(block);
    while (next < starts.length && (starts[next] ?? 0) < start) next += 1;
    return (starts[next] ?? Infinity) >= end;
  });
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

let lastParagraph = { text: '', start: 0, end: -1 };

/** Where the paragraph around `at` ends; remembered, since marks come in order. */
function paragraphEnd(text: string, at: number): number {
  if (lastParagraph.text === text && at >= lastParagraph.start && at < lastParagraph.end) return lastParagraph.end;
  const next = text.indexOf('\n\n', at);
  lastParagraph = { text, start: at, end: next < 0 ? text.length : next };
  return lastParagraph.end;
}

function closingMark(text: string, start: number, marks: string, single: boolean): number {
  const limit = Math.min(paragraphEnd(text, start), start + longestQuotation);
  for (let at = start + 1; at < limit; at++) {
    if (!marks.includes(text[at] ?? '')) continue;
    if (single && isLetter(text[at + 1])) continue;
    return at;
  }
  return -1;
}

const quotedLine = /^[ \t]*>[ \t]?(.*)$/gm;
/** A line that names the speaker: "> — Marie". */
const attribution = /^[ \t]*>[ \t]*[—–-]\s?\S.{0,80}$/;

/** Runs of lines marked with `>`, each run one passage, its speaker left out. */
function blockQuotations(view: View): View[] {
  const found: View[] = [];
  let run: { start: number; end: number } | undefined;
  for (const match of view.text.matchAll(quotedLine)) {
    const line = { start: match.index, end: match.index + match[0].length };
    if (run && line.start === run.end + 1) {
      if (!attribution.test(match[0])) run.end = line.end;
      continue;
    }
    if (run) found.push(trimmed(slice(view, run.start, run.end)));
    run = line;
  }
  if (run) found.push(trimmed(slice(view, run.start, run.end)));
  return found;
}
