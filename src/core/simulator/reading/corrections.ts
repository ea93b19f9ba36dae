import type { Segment } from '#core/language/segment.ts';
import { plain } from './plain.ts';
import { amountIn, unitOf, unitPattern } from './quantity.ts';
import type { Instruction, Request } from './reading.ts';
import { type Found, quotesIn, type Sentence } from './sentence.ts';

const second =
  "actually|en fait|wait|hold on|sorry|pardon|oops|oups|correction|erratum|rather|or rather|plutot|ou plutot|finalement|make that|make it|on second thoughts?|on reflection|a la reflexion|reflexion faite|scratch that|instead|i meant?|je voulais dire|disons|let's say|tout compte fait|attends|change of plan|changement de programme|au temps pour moi";
const takenBack = new RegExp(
  `^(?:(?:no|non|nope|ah|oh|hmm|but|mais|enfin|well)[\\s,:;.!…-]+(?=${second}|(?:in|en|use|write|let|a|an|une?|mets|fais)\\b|\\d)|(?:no|non)[,:;.!…-]|(?:${second})\\b)`,
);
/** All that may stand around the one amount of a bare correction: "no, let's make that at most 30 instead". */
const around = new RegExp(
  `^(?:${second}|no|non|nope|oh|ah|enfin|well|but|mais|make|let's|let us|say|to|use|it|that|just|only|mets|mettons|fais|en|a|pour|please|instead|a la place|s'il te plait|s'il vous plait|\\W)*$`,
);

/** Whether a sentence takes back what an earlier one asked. */
export function takesBack(sentence: Sentence): boolean {
  return takenBack.test(sentence.low);
}

const within = new RegExp(
  `(?:[;,(…]|\\.{3}|\\s[-])\\s*(?=(?:no|non)[,:]? (?:${second})\\b|(?:no|non), (?:finalement|in|en|use|mets)\\b|(?:actually|scratch that|or rather|ou plutot|correction|make (?:that|it)|on second thought|i meant?|je voulais dire)\\b)`,
  'g',
);

/** Takes a sentence apart where it begins to take itself back: "in 50 words; no, make that at most 30". */
export function atCorrections(segments: readonly Segment[]): Segment[] {
  return segments.flatMap((one) => {
    const low = plain(one.text);
    const places = [...low.matchAll(within)];
    if (places.length === 0) return [one];
    const quoted = quotesIn(one.text);
    const cuts = places
      .map((match) => match.index + match[0].length)
      .filter((at) => takenBack.test(low.slice(at)) && quoted.every(({ start, end }) => at < start || at > end));
    return [0, ...cuts].map((from, index): Segment => {
      const to = cuts[index] ?? one.text.length;
      return { ...one, start: one.start + from, end: one.start + to, text: one.text.slice(from, to) };
    });
  });
}

/** "No, make that five": a number alone takes the unit of the count it corrects. */
export function bareCorrection(sentence: Sentence, earlier: readonly Instruction[]): Found | undefined {
  const { low } = sentence;
  const amount = amountIn(low);
  if (!amount) return undefined;
  const named = new RegExp(`^\\s?(?:of )?(${unitPattern})\\b`).exec(low.slice(amount.end));
  const end = amount.end + (named?.[0].length ?? 0);
  const behind = /^(?:(?!\s-)[^,;.(])*/.exec(low.slice(end))?.[0] ?? '';
  if (!around.test(low.slice(0, amount.start)) || !around.test(behind)) return undefined;
  const unit = named ? unitOf(named[1] ?? '') : undefined;
  const last = earlier.findLast(
    ({ request }) => request.kind === 'count' && (unit === undefined || request.unit === unit),
  )?.request;
  if (last?.kind !== 'count') return undefined;
  const { upTo: _, ...rest } = last;
  const op = amount.bare ? (last.op === 'between' ? '=' : last.op) : amount.op;
  const upTo = amount.upTo === undefined ? {} : { upTo: amount.upTo };
  return { request: { ...rest, op, value: amount.value, ...upTo }, polarity: 1, start: 0, end: end + behind.length };
}

const lengths: ReadonlySet<string> = new Set(['word', 'character', 'sentence', 'paragraph', 'line']);

/** The earlier instruction that a correction replaces: the last of the same kind and unit, else of the same sort. */
export function corrected({ request }: Found, earlier: readonly Instruction[]): string | undefined {
  const alike = earlier.filter((one) => one.request.kind === request.kind);
  if (request.kind !== 'count') return alike.at(-1)?.id;
  const sized = (one: Instruction) => one.request.kind === 'count' && one.request.unit;
  return (
    alike.findLast((one) => sized(one) === request.unit) ??
    alike.findLast((one) => lengths.has(request.unit) && lengths.has(sized(one) || ''))
  )?.id;
}

/** Whether two requests cannot both be kept; the first one that was made is. */
function contradict(one: Request, other: Request): boolean {
  if (one.kind === 'language' && other.kind === 'language') return one.language !== other.language;
  if (one.kind === 'casing' && other.kind === 'casing') return alike(one, other) && one.casing !== other.casing;
  if (one.kind === 'start' && other.kind === 'start') return alike(one, other) && one.text !== other.text;
  if (one.kind === 'end' && other.kind === 'end') return alike(one, other) && one.text !== other.text;
  if (one.kind !== 'count' || other.kind !== 'count' || one.unit !== other.unit || !alike(one, other)) return false;
  const [a, b] = [rangeOf(one), rangeOf(other)];
  return a.least > b.most || b.least > a.most;
}

const alike = (one: { scope: unknown }, other: { scope: unknown }) =>
  JSON.stringify(one.scope) === JSON.stringify(other.scope);

const rangeOf = ({ op, value, upTo }: Extract<Request, { kind: 'count' }>) => ({
  least: op === '<=' ? 0 : op === '~' ? value * 0.8 : value,
  most: op === '>=' ? Infinity : op === '~' ? value * 1.2 : (upTo ?? value),
});

/** Ids of instructions that an earlier one rules out, although nothing says that it is taken back. */
export function overruled(instructions: readonly Instruction[]): Set<string> {
  const out = new Set<string>();
  const said = instructions.filter((one) => one.polarity === 1 && one.source !== 'data' && one.source !== 'example');
  const gone = new Set(instructions.flatMap((one) => one.corrects ?? []));
  said.forEach((one, index) => {
    if (gone.has(one.id) || one.condition !== undefined) return;
    for (const before of said.slice(0, index))
      if (!out.has(before.id) && !gone.has(before.id) && !before.condition && contradict(before.request, one.request))
        out.add(one.id);
  });
  return out;
}
