import { type WrittenNumber, findNumbers } from './numbers.ts';

const announcing =
  /(?:answer|result|total|sum|outcome|réponse|résultat|somme|solde|balance|therefore|donc|conclusion)/iu;
const final = /(?:final|grand|overall|altogether|in all|général|finale|au total|en tout)/iu;
const introduced =
  /(?:[=:→≈]|\b(?:is|are|equals|to|gives|makes|be|get|[Ss]o|[Tt]hus|[Hh]ence)|(?<!\p{L})(?:est|sont|[Ss]oit|donne|fait|à|vaut|[Dd]onc|[Aa]insi))\s*[*_`"'«“(]{0,4}\s*(?:[A-Z]{3}|[€$£])?\s*[-−–+]?$/u;
const equated = /[=≈→]\s*[*_`]{0,3}\s*[€$£]?\s*[-−]?$/u;
/** What a result is measured against: a limit, a whole, another number. */
const compared =
  /(?:\b(?:than|exceeds?|exceeding|above|below|under|within|out of|of the|limit(?: is| of)?|maximum(?: of)?|at most|at least|minimum(?: of)?|instead of|not)|(?<!\p{L})(?:que|sur|sous|dépasse|dans les|au lieu de|limite de|maximum de))\s+(?:the\s|les\s|[€$£])?$/iu;
const operatorAfter = /^\s*(?:[€$£%]\s*)?[+×*/÷](?!\*)|^\s*(?:[€$£%]\s*)?[-−]\s*\d/u;
const operatorBefore = /(?:[+×/÷]|(?<!\*)\*(?!\*)|\d\s*[-−])\s*[€$£]?$/u;

/**
 * The number that a text gives as its result, not just any number in it: the one that "= …", "total: …", "is …"
 * introduces; operands, dates, numbering and remarks in brackets stand back. Of equals, the last line counts,
 * since working comes before its result; within a line the first, unless a chain of "=" leads on.
 */
export function answerNumber(text: string): WrittenNumber | undefined {
  const all = findNumbers(text).filter((number) => number.values.length > 0);
  const results = all.filter((number) => !number.label);
  const candidates = results.length > 0 ? results : all;
  let best: { number: WrittenNumber; score: number; line: number } | undefined;
  const lines = lineReader(text);
  for (const number of candidates) {
    const { line, announced } = lines(number.start);
    const before = text.slice(Math.max(0, number.start - 24), number.start);
    const after = text.slice(number.end, number.end + 12);
    const chained = equated.test(before);
    let score = announced;
    if (chained) score += 5;
    else if (introduced.test(before)) score += 4;
    if (before.endsWith('**')) score += 2;
    if (/\([^)]*$/.test(before)) score -= 3;
    if (compared.test(before)) score -= 2;
    if (operatorAfter.test(after)) score -= 4;
    if (operatorBefore.test(before)) score -= 4;
    const better =
      !best || score > best.score || (score === best.score && (line !== best.line || chained || score <= 0));
    if (better) best = { number, score, line };
  }
  return best?.number;
}

/** Tells, for growing positions, which line they stand on and how strongly it announces a result. */
function lineReader(text: string): (at: number) => { line: number; announced: number } {
  let line = -1;
  let end = -1;
  let announced = 0;
  return (at) => {
    while (at > end) {
      const start = end + 1;
      const next = text.indexOf('\n', start);
      end = next < 0 ? text.length : next;
      line += 1;
      const words = text.slice(start, Math.min(end, start + 400));
      announced = (announcing.test(words) ? 3 : 0) + (final.test(words) ? 2 : 0);
    }
    return { line, announced };
  };
}
