import { countWords } from '#core/language/measure.ts';
import type { Span } from '#core/language/span.ts';
import { alignParagraphs, type Pair } from './align-paragraphs.ts';
import { diffWords, type Part } from './word-diff.ts';

/** A paragraph of one text beside the one that answers it, with what differs between them. */
export interface DiffRow {
  kind: Pair['kind'];
  /** Where it stands in either text; white space after it included. */
  before?: Span;
  after?: Span;
  /** Kept and removed parts are the paragraph of `before`, kept and added ones that of `after`. */
  parts: Part[];
}

/** How two texts differ. */
export interface TextDiff {
  /** `paragraphs`: too long to go word by word; whole paragraphs are told apart. */
  grain: 'words' | 'paragraphs';
  /** As `after` reads; what was removed stands where it stood. */
  rows: DiffRow[];
  /** Words that were taken out, and put in. */
  removed: number;
  added: number;
}

/** Characters of both texts together up to which words are compared: some 200,000 words. */
const mostForWords = 1_200_000;

/** Sets two texts side by side, paragraph by paragraph, and says what differs within each. */
export function diffTexts(before: string, after: string): TextDiff {
  const byWords = before.length + after.length <= mostForWords;
  const diff: TextDiff = { grain: byWords ? 'words' : 'paragraphs', rows: [], removed: 0, added: 0 };
  for (const pair of alignParagraphs(before, after, byWords)) {
    const row = rowOf(pair, before, after, byWords);
    for (const { kind, text } of row.parts) if (kind !== 'kept') diff[kind] += countWords(text);
    diff.rows.push(row);
  }
  return diff;
}

function rowOf(pair: Pair, before: string, after: string, byWords: boolean): DiffRow {
  const was = 'before' in pair ? before.slice(pair.before.start, pair.before.end) : '';
  const is = 'after' in pair ? after.slice(pair.after.start, pair.after.end) : '';
  return { ...pair, parts: byWords ? diffWords(was, is) : wholeParts(was, is, pair.kind === 'changed') };
}

/** The parts without a look at words; paragraphs that are not told to have changed differ in the white space after them. */
function wholeParts(was: string, is: string, changed: boolean): Part[] {
  const common = changed || !was || !is ? 0 : is.trimEnd().length;
  const parts: Part[] = [
    { kind: 'kept', text: is.slice(0, common) },
    { kind: 'removed', text: was.slice(common) },
    { kind: 'added', text: is.slice(common) },
  ];
  const same = was.slice(common) === is.slice(common);
  if (same) return is ? [{ kind: 'kept', text: is }] : [];
  return parts.filter(({ text }) => text);
}
