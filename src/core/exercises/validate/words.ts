import type { Finding } from '#core/exercises/finding.ts';
import { didYouMean } from '#core/exercises/near-names.ts';
import type { ExerciseWords } from '#core/exercises/exercise.ts';
import type { Material } from './material.ts';

const leastHints = 3;

/** Every id has its words in both languages, and no words are left over. */
export function validateWords({ file, words }: Material): Finding[] {
  const findings: Finding[] = [];
  const ids = {
    cases: file.cases.map(({ id }) => id),
    checks: file.checks.map(({ id }) => id),
    ladder: file.ladder.map(({ id }) => id),
  };
  const nouns = { cases: 'case', checks: 'check', ladder: 'rung' };
  for (const language of ['en', 'fr'] as const) {
    const parsed = words[language];
    if (!parsed) continue;
    const part = `${language}.md` as const;
    for (const room of ['cases', 'checks', 'ladder'] as const) {
      const there: ExerciseWords[typeof room] = parsed.words[room];
      for (const id of ids[room]) {
        if (!Object.hasOwn(there, id))
          findings.push({
            file: part,
            entry: room,
            message: `the ${nouns[room]} "${id}" has no words under "## ${room}"`,
          });
      }
      for (const id of Object.keys(there)) {
        if (ids[room].includes(id)) continue;
        findings.push({
          file: part,
          entry: `${room}.${id}`,
          message: `there is no ${nouns[room]} "${id}" in exercise.yaml${didYouMean(id, ids[room])}`,
        });
      }
    }
    const { hints } = parsed.words;
    if (parsed.lines.has('hints') && hints.length < leastHints) {
      findings.push({
        file: part,
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
