import type { Finding } from '#core/exercises/finding.ts';
import type { SharedWords } from '#core/exercises/identity.ts';
import { didYouMean } from '#core/exercises/near-names.ts';
import type { ParsedWords } from '#core/exercises/word-file.ts';
import type { Material } from './material.ts';

const leastHints = 3;

/** A section whose entries stand for ids of `exercise.yaml`. */
export interface WordRoom<Words> {
  section: string & keyof Words;
  /** What its ids are called in a sentence. */
  noun: string;
  ids: readonly string[];
}

/** Every id has its words in both languages, and no words are left over. */
export function validateWords({ file, words }: Material): Finding[] {
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
  return wordFindings(words, [
    { section: 'cases', noun: 'case', ids: ids(file.cases) },
    { section: 'checks', noun: 'check', ids: ids(file.checks) },
    { section: 'ladder', noun: 'rung', ids: ids(file.ladder) },
    ...(file.kind === 'repair' ? [{ section: 'faults' as const, noun: 'fault', ids: ids(file.faults ?? []) }] : []),
    ...(file.kind === 'chain' ? [{ section: 'steps' as const, noun: 'step', ids: ids(file.steps ?? []) }] : []),
  ]);
}

export function wordFindings<Words extends SharedWords>(
  words: { en?: ParsedWords<Words>; fr?: ParsedWords<Words> },
  rooms: readonly WordRoom<Words>[],
): Finding[] {
  const findings: Finding[] = [];
  for (const language of ['en', 'fr'] as const) {
    const parsed = words[language];
    if (!parsed) continue;
    const file = `${language}.md` as const;
    for (const { section, noun, ids } of rooms) {
      const there = Object.keys((parsed.words[section] as object | undefined) ?? {});
      for (const id of ids) {
        if (!there.includes(id))
          findings.push({ file, entry: section, message: `the ${noun} "${id}" has no words under "## ${section}"` });
      }
      for (const id of there) {
        if (ids.includes(id)) continue;
        findings.push({
          file,
          entry: `${section}.${id}`,
          message: `there is no ${noun} "${id}" in exercise.yaml${didYouMean(id, ids)}`,
        });
      }
    }
    const { hints } = parsed.words;
    if (parsed.lines.has('hints') && hints.length < leastHints) {
      findings.push({
        file,
        entry: 'hints',
        message: `there must be at least ${leastHints} hints, but there are ${hints.length}`,
      });
    }
  }
  const { en, fr } = words;
  if (en && fr && en.words.hints.length !== fr.words.hints.length) {
    findings.push({
      file: 'fr.md',
      entry: 'hints',
      message: `there are ${fr.words.hints.length} hints here and ${en.words.hints.length} in en.md; both languages need the same`,
    });
  }
  return findings;
}
