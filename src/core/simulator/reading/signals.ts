import type { Instruction, KeySpec, Signals } from './reading.ts';
import type { Found, Sentence } from './sentence.ts';

const emphatic =
  /\b(?:important|crucial|critical|essential|must|strictly|absolutely|under no circumstances|above all|imperativement|absolument|strictement|surtout|obligatoire(?:ment)?|en aucun cas|essentiel|il faut)\b/;
const capitals =
  /\b(?:MUST|NEVER|ALWAYS|IMPORTANT|ONLY|NOT|DO NOT|EXACTLY|STRICTLY|WARNING|NO|JAMAIS|TOUJOURS|IMPORTANT|UNIQUEMENT|ATTENTION|EXACTEMENT|SEULEMENT|AUCUN|AUCUNE|PAS)\b/;
const exemplified = /\b(?:for example|for instance|e\.g\.?|such as|like this|par exemple|p\. ?ex\.?|comme ceci|ex\s?:)/;
const alternative =
  /\b(?:instead|rather than|in place of|replace|say|plut[oô]t|à la place|au lieu|remplace\p{L}*|dis|écris)\b/u;
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
  const { kind } = found.request;
  // "Write about bread without commas" says nothing of what to do instead of a comma.
  const positives =
    kind === 'ban' || kind === 'exclude'
      ? alternative.test(sentence.low)
      : sentence.parsed.frames.some((frame) => frame.directive && !frame.negated);
  const polarity = found.polarity ?? 1;
  return {
    emphasis: emphatic.test(sentence.low) || capitals.test(sentence.text),
    example: exemplified.test(sentence.low),
    positive: prohibitions.has(kind) ? (polarity === 1 && kind !== 'ban' && kind !== 'exclude') || positives : false,
    exact:
      (found.request.kind === 'missing' ||
        found.request.kind === 'start' ||
        found.request.kind === 'end' ||
        found.request.kind === 'labels') &&
      sentence.quoted.length > 0,
    repeated: false,
    afterData: false,
    selfCheck: false,
  };
}

/** Drops later copies of the same instruction; the first one is then said to be repeated. */
export function mergeRepeated(instructions: readonly Instruction[]): Instruction[] {
  const first = new Map<string, Instruction>();
  const kept: Instruction[] = [];
  const forms = new Map<string, Instruction>();
  for (const one of instructions) {
    if (one.request.kind === 'format' && one.polarity === 1 && one.corrects === undefined) {
      const data = one.source === 'data';
      const name = `${data}${one.request.format}`;
      const before = forms.get(name) ?? structured(forms, data, one.request.implied);
      if (before && joinForms(before, one)) continue;
      if (!before) forms.set(name, one);
    }
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

/** Keys named by themselves belong to the form named elsewhere, before or after them. */
function structured(forms: ReadonlyMap<string, Instruction>, data: boolean, implied?: true): Instruction | undefined {
  for (const form of ['json', 'yaml', 'csv', 'xml', 'table']) {
    const known = forms.get(`${data}${form}`);
    if (known?.request.kind === 'format' && (implied || known.request.implied)) return known;
  }
  return undefined;
}

/** "Answer in JSON" here and its keys there are one request for a form; two different sets of keys are two. */
function joinForms(before: Instruction, one: Instruction): boolean {
  if (before.request.kind !== 'format' || one.request.kind !== 'format') return false;
  const both = before.request.keys && one.request.keys;
  if (before.request.keys && one.request.keys && before.request.keys.length > 1 && one.request.keys.length > 1)
    return false;
  const keys = both
    ? joinKeys(before.request.keys ?? [], one.request.keys ?? [])
    : (before.request.keys ?? one.request.keys);
  const array = before.request.array ?? one.request.array;
  const mark = before.request.mark ?? one.request.mark;
  if (one.request.keys) before.span = one.span;
  const { implied: _, ...form } = before.request.implied
    ? { ...before.request, format: one.request.format }
    : before.request;
  before.request = { ...form, ...(keys ? { keys } : {}), ...(array ? { array } : {}), ...(mark ? { mark } : {}) };
  before.signals = {
    ...before.signals,
    exact: before.signals.exact || one.signals.exact,
    example: before.signals.example || one.signals.example,
    afterData: before.signals.afterData || one.signals.afterData,
  };
  return true;
}

/** A key spoken of by itself is one of those that are listed elsewhere, or one more. */
function joinKeys(first: readonly KeySpec[], second: readonly KeySpec[]): KeySpec[] {
  const all = new Map<string, KeySpec>();
  const listed = first.length > 1 ? first : second;
  const has = (name: string) => listed.some((key) => key.name === name);
  for (const key of [...first, ...second]) {
    const known = all.get(key.name);
    all.set(key.name, { ...key, ...known });
  }
  const extra = [...all.values()].filter(({ name }) => !has(name));
  const rest = listed.map((key) => all.get(key.name) ?? key);
  return listed === first ? [...rest, ...extra] : [...extra, ...rest];
}
