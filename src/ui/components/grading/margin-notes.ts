import type { SampleView } from '#core/attempts/sample-view.ts';
import type { CheckResult } from '#core/grading/report.ts';
import type { WriteWords } from '#core/exercises/exercise.ts';
import type { MarginNote } from './mark-segments.ts';

/** What the margin says of one answer: failures first, then what could not be graded, then what only a lenient reader forgives. */
export function marginNotes(
  sample: SampleView,
  checks: WriteWords['checks'],
  sentence: (result: CheckResult) => string,
  strictNote: string,
): MarginNote[] {
  const order = { fail: 0, ungraded: 1, pass: 2 } as const;
  return [...sample.results]
    .sort((a, b) => order[a.outcome] - order[b.outcome])
    .flatMap((result): MarginNote[] => {
      const words = checks[result.check];
      const note = { id: result.check, places: result.places };
      if (result.outcome === 'fail') {
        return [{ ...note, kind: 'fail', title: `${words?.missed ?? result.check}.`, detail: sentence(result) }];
      }
      if (result.outcome === 'ungraded') {
        return [{ ...note, kind: 'ungraded', title: `${words?.met ?? result.check}?`, detail: sentence(result) }];
      }
      if (result.strict === 'fail') {
        return [{ ...note, places: [], kind: 'strict', title: `${words?.met ?? result.check}.`, detail: strictNote }];
      }
      return [];
    });
}
