import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import { allKnowledgeOf } from '#core/exercises/knowledge-of.ts';
import type { Walked } from '#core/attempts/chain.ts';
import { rehearse } from '#core/attempts/rehearse.ts';
import { Answer } from '#core/grading/answer.ts';
import { gradeWithoutInterval, reaches } from '#core/grading/grade-attempt.ts';
import { gradeSample } from '#core/grading/grade.ts';
import type { Grade, SampleGrade } from '#core/grading/report.ts';
import type { Prompt } from '#core/prompts/prompt.ts';
import type { SimulatedSize } from '#core/simulator/completion.ts';
import type { KnownCode } from '#core/sandbox/code-job.ts';
import { bounded } from '#core/language/bounded.ts';
import { simulate } from '#core/simulator/simulate.ts';

/** Seeds over which a proof takes its means: one lucky draw proves nothing. */
const proofSeeds: readonly number[] = [0, 1, 2, 3, 4];
/** Enough to see that a prompt fails. */
const fewerSeeds: readonly number[] = [0, 1, 2];

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

/** So many texts are kept apart ready for grading. */
const mostRead = 200;

export interface TryOptions {
  /** Three seeds in place of five. */
  fewer?: boolean;
  /** No further case or seed once the prompt cannot pass any more, however well the rest came out. */
  untilHopeless?: boolean;
}

type Figures = Omit<Grade, 'interval'>;

export type Try = (prompt: Prompt, options?: TryOptions) => Trial;

/** Tries prompts on an exercise with one model. */
export function trialOf(bundle: ExerciseBundle, size: SimulatedSize, code?: KnownCode): Try {
  const attempt = trialsOf(bundle, { code });
  return (prompt, options) => attempt(prompt, size, options);
}

/**
 * Tries prompts on an exercise: every case, every sample, every seed. One for all sizes reads each prompt once, and
 * grades each answer once.
 */
export function trialsOf(
  bundle: ExerciseBundle,
  { complete = simulate, code }: { complete?: typeof simulate; code?: KnownCode } = {},
): (prompt: Prompt, size: SimulatedSize, options?: TryOptions) => Trial {
  const { exercise } = bundle;
  const knowledge = allKnowledgeOf(bundle);
  const cases = new Map(exercise.cases.map((one) => [one.id, one]));
  const sides = [exercise.cases.filter((one) => !one.heldOut), exercise.cases.filter((one) => one.heldOut)];
  // The first steps of a chain often write what they wrote before.
  const read = bounded(mostRead, (text) => new Answer(text));
  const gradeOf = cachedGrades((id, { output, earlier }) =>
    gradeSample({ exercise, case: cases.get(id)!, sample: 0, output, earlier, code, outcomesOnly: true, read }),
  );
  return (prompt, size, { fewer = false, untilHopeless = false } = {}) => {
    const seeds = fewer ? fewerSeeds : proofSeeds;
    const grades: Figures[] = [];
    const cannotPass = () => untilHopeless && hopeless(grades, seeds.length, exercise.threshold);
    for (const seed of seeds) {
      const graded: SampleGrade[] = [];
      const { samples, steps } = exercise;
      // First what the learner sees: where that decides, the held-out cases have nothing to add.
      for (const side of sides) {
        for (const one of rehearse({ prompt, cases: side, steps, knowledge, samples, size, seed }, complete)) {
          graded.push({ ...gradeOf(one.case, one), sample: one.sample });
        }
        const figures = gradeWithoutInterval(graded, exercise.threshold);
        if (side === sides[0]) grades.push(figures);
        else grades[grades.length - 1] = figures;
        if (cannotPass()) break;
      }
      if (cannotPass()) break;
    }
    return summary(grades, exercise.threshold);
  };
}

/** Even with full marks on all cases and seeds to come, one side would miss the threshold. */
function hopeless(grades: readonly Figures[], seeds: number, threshold: number): boolean {
  const most = (score: (grade: Figures) => number | null | undefined) =>
    (grades.reduce((sum, grade) => sum + (score(grade) ?? 100), 0) + 100 * (seeds - grades.length)) / seeds;
  return !reaches(
    Math.min(
      most((grade) => grade.shown.score),
      most((grade) => grade.heldOut.score),
    ),
    threshold,
  );
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

function summary(grades: readonly Figures[], threshold: number): Trial {
  const mean = (pick: (grade: Figures) => number) =>
    grades.reduce((sum, grade) => sum + pick(grade), 0) / grades.length;
  const shown = mean((grade) => grade.shown.score ?? 0);
  const heldOut = mean((grade) => grade.heldOut.score ?? 0);
  const groups = grades.every((grade) => grade.hostile && grade.benign)
    ? { hostile: mean((grade) => grade.hostile?.score ?? 0), benign: mean((grade) => grade.benign?.score ?? 0) }
    : {};
  const ungraded = mean((grade) => grade.ungraded / Math.max(1, grade.results));
  const reach = (score: number) => reaches(score, threshold);
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
