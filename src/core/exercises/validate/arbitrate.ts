import { noBest, type ArbitrateFile, type Flaw } from '#core/exercises/arbitrate.ts';
import type { Finding, Path } from '#core/exercises/finding.ts';
import { didYouMean } from '#core/exercises/near-names.ts';
import { validateIdentity } from './identity.ts';
import { inExercise, repeated, textOf, type ArbitrateMaterial } from './material.ts';
import { wordFindings } from './words.ts';

type Case = ArbitrateFile['cases'][number];
type Report = (path: Path, message: string, key?: boolean) => void;

/** Holds the files of an exercise in which outputs are judged against each other. */
export function validateArbitrate({ id, file, texts, words }: ArbitrateMaterial): Finding[] {
  const findings = validateIdentity({ id, file }, { shown: 4, heldOut: 2 });
  const at: Report = (path, message, key) => findings.push(inExercise(path, message, key));
  if (!file.skills.includes('judge-outputs'))
    at(['skills'], 'an exercise that judges outputs has the skill "judge-outputs"', true);
  for (const { id: twice, index } of repeated(file.criteria))
    at(['criteria', index], `the criterion "${twice}" is listed twice`);
  const text = (source: Case['values'][string]) => textOf(source, texts);
  const names = [...new Set(file.cases.flatMap((one) => Object.keys(one.values)))];
  for (const [index, one] of file.cases.entries()) {
    const inCase: Report = (path, message, key) => at(['cases', index, ...path], message, key);
    for (const name of names) {
      if (one.values[name] === undefined)
        inCase(['values'], `the case "${one.id}" has no "${name}", which other cases have`);
      else if (Object.hasOwn(file.common, name))
        inCase(['values', name], `"${name}" is already the name of shared material (common)`, true);
    }
    validateOutputs(one, text, inCase);
    validateKey(one, file.criteria, text, inCase);
  }
  findings.push(
    ...wordFindings(words, [
      { section: 'cases', noun: 'case', ids: file.cases.map((one) => one.id) },
      { section: 'materials', noun: 'material', ids: [...Object.keys(file.common), ...names] },
      { section: 'criteria', noun: 'criterion', ids: file.criteria },
      { section: 'reasons', noun: 'case', ids: file.cases.map((one) => one.id) },
    ]),
  );
  return findings;
}

function validateOutputs(
  { outputs, surest }: Case,
  text: (source: Case['values'][string]) => string,
  at: Report,
): void {
  const ids = outputs.map((output) => output.id);
  for (const { id, index } of repeated(ids)) at(['outputs', index, 'id'], `the output id "${id}" is used twice`);
  const seen = new Map<string, string>();
  for (const [index, output] of outputs.entries()) {
    if ((noBest as readonly string[]).includes(output.id))
      at(['outputs', index, 'id'], `"${output.id}" means something else in a key, so no output can be called that`);
    const written = text(output.text).trim();
    const same = seen.get(written);
    if (written === '') at(['outputs', index, 'text'], `the output "${output.id}" is empty`);
    else if (same) at(['outputs', index, 'text'], `the output "${output.id}" says the same as "${same}"`);
    seen.set(written, output.id);
  }
  if (!ids.includes(surest)) at(['surest'], `there is no output "${surest}"${didYouMean(surest, ids)}`);
}

const mostCriteria = 2;

function validateKey(
  { id, outputs, key }: Case,
  criteria: readonly string[],
  text: (source: Case['values'][string]) => string,
  at: Report,
): void {
  const ids = outputs.map((output) => output.id);
  if (![...ids, ...noBest].includes(key.best)) {
    at(
      ['key', 'best'],
      `there is no output "${key.best}"${didYouMean(key.best, ids)}; "none" and "tie" can stand here too`,
    );
    return;
  }
  if (key.best === 'tie') {
    if (key.criteria.length > 0 || key.flaws.length > 0)
      at(['key'], `in a tie nothing decides, so the key of "${id}" has neither criteria nor flaws`, true);
    return;
  }
  if (key.criteria.length === 0 || key.criteria.length > mostCriteria)
    at(['key'], `the key of "${id}" names one criterion that decides, or ${mostCriteria} that may`, true);
  for (const [index, name] of key.criteria.entries()) {
    if (!criteria.includes(name))
      at(['key', 'criteria', index], `there is no criterion "${name}"${didYouMean(name, criteria)}`);
  }
  for (const [index, flaw] of key.flaws.entries()) {
    const message = flawProblem(flaw, key.best, outputs, text);
    if (message) at(['key', 'flaws', index, message.key], message.text);
  }
  for (const output of ids) {
    if (output !== key.best && !key.flaws.some((flaw) => flaw.output === output))
      at(['key'], `the key of "${id}" quotes no flaw of the output "${output}", so nobody could mark one there`, true);
  }
}

function flawProblem(
  { output, quote }: Flaw,
  best: string,
  outputs: Case['outputs'],
  text: (source: Case['values'][string]) => string,
): { key: 'output' | 'quote'; text: string } | undefined {
  const ids = outputs.map(({ id }) => id);
  const found = outputs.find(({ id }) => id === output);
  if (!found) return { key: 'output', text: `there is no output "${output}"${didYouMean(output, ids)}` };
  if (output === best)
    return { key: 'output', text: `"${output}" is the best output; a flaw is quoted from a worse one` };
  const first = text(found.text).indexOf(quote);
  const short = quote.length > 60 ? `${quote.slice(0, 60)}…` : quote;
  if (first < 0) return { key: 'quote', text: `"${short}" does not stand in the output "${output}" to the letter` };
  if (text(found.text).indexOf(quote, first + 1) >= 0)
    return { key: 'quote', text: `"${short}" stands in the output "${output}" more than once; quote a little more` };
  return undefined;
}
