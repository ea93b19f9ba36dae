import type { WriteWords } from '#core/exercises/exercise.ts';
import type { CheckResult } from '#core/grading/report.ts';

/** What a result means for the work, in the exercise's own words; the reason follows where nothing could be graded. */
export function checkMessage(result: CheckResult, words: Pick<WriteWords, 'checks'>): string {
  const own = words.checks[result.check];
  if (result.outcome === 'pass') return own?.met ?? result.check;
  if (result.outcome === 'fail') return own?.missed ?? result.check;
  return `Could not be graded${result.reason ? ` (${result.reason.code.replaceAll('-', ' ')})` : ''}: ${own?.met ?? result.check}`;
}
