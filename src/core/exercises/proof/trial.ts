import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import { allKnowledgeOf } from '#core/exercises/knowledge-of.ts';
import type { Walked } from '#core/attempts/chain.ts';
import { rehearse } from '#core/attempts/rehearse.ts';
import { gradeAttempt } from '#core/grading/grade-attempt.ts';
import { gradeSample } from '#core/grading/grade.ts';
import type { Grade, SampleGrade } from '#core/grading/report.ts';
import type { Prompt } from '#core/prompts/prompt.ts';
import type { SimulatedSize } from '#core/simulator/completion.ts';
import { simulate } from '#core/simulator/simulate.ts';

/** Seeds over which a proof takes its means: one lucky draw proves nothing. */
export const proofSeeds: readonly number[] = [0, 1, 2, 3, 4];

/** How a prompt fares over all seeds. Scores are means, 0 to 100. */
export interface Trial {
  score: number;
  shown: number;
  heldOut: number;
  /** Where hostile and honest cases are graded apart. */
  hostile?: number;
  benign?: number;
  /** All sides reach the threshold on the mean, and most seeds could be graded. */
  passes: boolean;
  /** Share of the results that could not be graded. */
  ungraded: number;
  /** Seeds whose verdict is `ungraded`. */
  unknown: number;
  /** What cost most, worst first. */
  missed: { check: string; share: number; cases: string[] }[];
}

export type Try = (prompt: Prompt) => Trial;

/** Tries prompts on an exercise: every case, every sample, every seed. */
export function trialOf(bundle: ExerciseBundle, size: SimulatedSize, complete: typeof simulate = simulate): Try {
  const { exercise } = bundle;
  const knowledge = allKnowledgeOf(bundle);
  const cases = new Map(exercise.cases.map((one) => [one.id, one]));
  const gradeOf = cachedGrades((id, { output, earlier }) =>
    gradeSample({ exercise, case: cases.get(id)!, sample: 0, output, earlier }),
  );
  return (prompt) => {
    const grades = proofSeeds.map((seed) => {
      const graded: SampleGrade[] = [];
      const { samples, steps, cases: all } = exercise;
      for (const one of rehearse({ prompt, cases: all, steps, knowledge, samples, size, seed }, complete)) {
        graded.push({ ...gradeOf(one.case, one), sample: one.sample });
      }
      return gradeAttempt(graded, exercise.threshold, seed);
    });
    return summary(grades, exercise.threshold);
  };
}

/** Samples often say the same thing; each answer to a case is graded once. */
function cachedGrades(grade: (id: string, walked: Walked) => SampleGrade): typeof grade {
  const known = new Map<string, SampleGrade>();
  return (id, walked) => {
    const key = JSON.stringify([id, walked.output, walked.earlier]);
    const found = known.get(key) ?? grade(id, walked);
    known.set(key, found);
    return found;
  };
}

function summary(grades: readonly Grade[], threshold: number): Trial {
  const mean = (pick: (grade: Grade) => number) => grades.reduce((sum, grade) => sum + pick(grade), 0) / grades.length;
  const shown = mean((grade) => grade.shown.score ?? 0);
  const heldOut = mean((grade) => grade.heldOut.score ?? 0);
  const groups = grades.every((grade) => grade.hostile && grade.benign)
    ? { hostile: mean((grade) => grade.hostile?.score ?? 0), benign: mean((grade) => grade.benign?.score ?? 0) }
    : {};
  const ungraded = mean((grade) => grade.ungraded / Math.max(1, grade.results));
  const reach = (score: number) => score >= threshold - 1e-9;
  const unknown = grades.filter((grade) => grade.verdict === 'ungraded').length;
  return {
    score: mean((grade) => grade.score),
    shown,
    heldOut,
    ...groups,
    passes: unknown * 2 < grades.length && [shown, heldOut, ...Object.values(groups)].every(reach),
    ungraded,
    unknown,
    missed: missedChecks(grades.flatMap((grade) => grade.samples)),
  };
}

function missedChecks(samples: readonly SampleGrade[]): Trial['missed'] {
  const checks = new Map<string, { missed: number; total: number; cases: Map<string, number> }>();
  for (const sample of samples) {
    for (const { check, outcome } of sample.results) {
      const row = checks.get(check) ?? { missed: 0, total: 0, cases: new Map<string, number>() };
      checks.set(check, row);
      row.total += 1;
      if (outcome === 'pass') continue;
      row.missed += 1;
      row.cases.set(sample.case, (row.cases.get(sample.case) ?? 0) + 1);
    }
  }
  return [...checks]
    .filter(([, row]) => row.missed > 0)
    .map(([check, { missed, total, cases }]) => ({
      check,
      share: missed / total,
      cases: [...cases].sort((a, b) => b[1] - a[1]).map(([id]) => id),
    }))
    .sort((a, b) => b.share - a.share);
}
