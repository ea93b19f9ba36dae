import { byLength } from '#core/arbitration/traps.ts';
import type { ArbitrateCase, ArbitrateExercise } from '#core/exercises/arbitrate.ts';
import type { Finding } from '#core/exercises/finding.ts';

/** The best may be the first, the longest or the surest in this share of the cases at most. */
const mostOften = 0.4;
/** The same for what nobody is warned of: being the shortest, or deciding by one criterion. */
const mostOftenQuiet = 0.6;

/**
 * What gives the best away besides its merit. A trap that always springs is a rule as well ("never the longest"), so
 * the best has to be the longest, and the surest, at least once.
 */
export function spreadFindings({ cases, criteria }: Pick<ArbitrateExercise, 'cases' | 'criteria'>): Finding[] {
  const findings: Finding[] = [];
  const at = (message: string) => findings.push({ file: 'exercise.yaml', path: ['cases'], key: true, message });
  const decided = cases.filter(({ outputs, key }) => outputs.some(({ id }) => id === key.best));
  const bestIs = (called: string, holds: (one: ArbitrateCase) => boolean, most: number, least: number) => {
    const found = decided.filter(holds).length;
    if (found > most * decided.length)
      at(`the best output is the ${called} in ${found} of ${decided.length} cases; at most ${percent(most)} may be`);
    if (found < least)
      at(`the best output is never the ${called}, so "never the ${called}" would be a rule; let it be so once`);
  };
  bestIs('first in the file', ({ outputs, key }) => outputs[0]?.id === key.best, mostOften, 0);
  bestIs('last in the file', ({ outputs, key }) => outputs.at(-1)?.id === key.best, mostOftenQuiet, 0);
  bestIs('longest', (one) => byLength(one).at(-1) === one.key.best, mostOften, 1);
  bestIs('shortest', (one) => byLength(one)[0] === one.key.best, mostOftenQuiet, 0);
  bestIs('surest', ({ surest, key }) => surest === key.best, mostOften, 1);
  for (const criterion of criteria) {
    const found = cases.filter(({ key }) => key.criteria.includes(criterion)).length;
    if (found > mostOftenQuiet * cases.length)
      at(
        `the criterion "${criterion}" decides ${found} of ${cases.length} cases; at most ${percent(mostOftenQuiet)} may be`,
      );
  }
  return findings;
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
