import type { Instruction, Signals } from './reading.ts';
import { type Found, type Sentence, quotedIn } from './sentence.ts';

const emphatic =
  /\b(?:important|crucial|critical|essential|must|strictly|absolutely|under no circumstances|above all|imperativement|absolument|strictement|surtout|obligatoire(?:ment)?|en aucun cas|essentiel|il faut)\b/;
const capitals =
  /\b(?:MUST|NEVER|ALWAYS|IMPORTANT|ONLY|NOT|DO NOT|EXACTLY|STRICTLY|WARNING|NO|JAMAIS|TOUJOURS|IMPORTANT|UNIQUEMENT|ATTENTION|EXACTEMENT|SEULEMENT|AUCUN|AUCUNE|PAS)\b/;
const exemplified = /\b(?:for example|for instance|e\.g\.?|such as|like this|par exemple|p\. ?ex\.?|comme ceci|ex\s?:)/;
const prohibitions: ReadonlySet<string> = new Set([
  'exclude',
  'ban',
  'only',
  'no-invention',
  'no-personal-data',
  'treat-as-data',
  'ground',
  'missing',
]);

/** What in a sentence makes an instruction likelier to be kept. */
export function signalsOf(sentence: Sentence, found: Found): Signals {
  const positives = sentence.parsed.frames.some((frame) => frame.directive && !frame.negated);
  const polarity = found.polarity ?? 1;
  return {
    emphasis: emphatic.test(sentence.low) || capitals.test(sentence.text),
    example: exemplified.test(sentence.low),
    positive: prohibitions.has(found.request.kind) ? polarity === 1 || positives : false,
    exact:
      (found.request.kind === 'missing' ||
        found.request.kind === 'start' ||
        found.request.kind === 'end' ||
        found.request.kind === 'labels') &&
      quotedIn(sentence).length > 0,
    repeated: false,
    afterData: false,
    selfCheck: false,
  };
}

/** Drops later copies of the same instruction; the first one is then said to be repeated. */
export function mergeRepeated(instructions: readonly Instruction[]): Instruction[] {
  const first = new Map<string, Instruction>();
  const kept: Instruction[] = [];
  for (const one of instructions) {
    const key = `${one.source === 'data'}${one.polarity}${JSON.stringify(one.request)}`;
    const earlier = first.get(key);
    if (earlier && one.corrects === undefined && one.condition === earlier.condition) {
      earlier.signals = {
        ...earlier.signals,
        repeated: true,
        afterData: earlier.signals.afterData || one.signals.afterData,
      };
      continue;
    }
    first.set(key, one);
    kept.push(one);
  }
  return kept;
}
