import type { WriteExercise } from '#core/exercises/exercise.ts';
import { allKnowledgeOf } from '#core/exercises/knowledge-of.ts';
import { rehearse } from '#core/attempts/rehearse.ts';
import type { PlannedSample } from '#core/attempts/run-plan.ts';
import { gradeAttempt } from '#core/grading/grade-attempt.ts';
import { gradeSample } from '#core/grading/grade.ts';
import type { Grade, Side } from '#core/grading/report.ts';
import type { StepTexts } from '#core/grading/steps.ts';
import { checkMessage } from '../check-message.ts';
import type { Console } from '../console.ts';
import { exercisesRoot, requireExercise } from '../exercise-folder.ts';
import { readText } from '../files.ts';
import { gradeText } from '../grade-text.ts';
import { InputError } from '../input-error.ts';
import type { Command } from '../main.ts';
import { largestSeed, readOptions, simulatedModel, wholeNumber } from '../options.ts';
import { recordedOutputs } from '../outputs-file.ts';
import { readPrompt } from '../prompt-file.ts';

import { soleName } from '../sole-name.ts';
import { counted, oneDecimal } from '../text.ts';

const kinds = {
  prompt: 'text',
  model: 'text',
  samples: 'text',
  seed: 'text',
  outputs: 'text',
  json: 'flag',
  exercises: 'text',
} as const;

const grade: Command = async (parameters, console) => {
  const { names, options } = readOptions('grade', parameters, kinds);
  const model = simulatedModel(options.model);
  const seed = wholeNumber('seed', options.seed, 0, largestSeed) ?? 0;
  const samples = wholeNumber('samples', options.samples, 1, 1000);
  const { exercise, simulation } = requireExercise(exercisesRoot(options.exercises), soleName('grade', names), 'grade');

  let outputs: Iterable<PlannedSample & { output: string; earlier?: StepTexts }>;
  if (options.outputs === undefined) {
    const prompt = await readPrompt(options.prompt, exercise, 'grade', console);
    const knowledge = allKnowledgeOf({ exercise, simulation });
    outputs = rehearse({
      prompt,
      cases: exercise.cases,
      steps: exercise.steps,
      knowledge,
      samples: samples ?? exercise.samples,
      size: model.size,
      seed,
    });
  } else {
    const extra = (['prompt', 'model', 'samples'] as const).find((name) => options[name] !== undefined);
    if (extra)
      throw new InputError(
        `--outputs grades what was recorded and runs no model, so --${extra} cannot stand beside it`,
      );
    const text = options.outputs === '-' ? await console.input() : readText(options.outputs);
    const recorded = recordedOutputs(
      text,
      options.outputs === '-' ? 'standard input' : `"${options.outputs}"`,
      exercise,
    );
    noteMissing(exercise, recorded, console);
    outputs = recorded;
  }

  const total = exercise.cases.length * (samples ?? exercise.samples);
  const graded = [];
  for (const { output, earlier, sample, case: id } of outputs) {
    const one = exercise.cases.find((each) => each.id === id)!;
    graded.push(gradeSample({ exercise, case: one, sample, output, earlier }));
    console.progress(`graded ${graded.length} of ${total} outputs`);
  }
  const result = gradeAttempt(graded, exercise.threshold, seed);
  const ranOn = options.outputs === undefined ? model.id : 'recorded';
  if (options.json) await console.write(`${JSON.stringify(gradeJson(exercise, ranOn, result), null, 2)}\n`);
  else await console.write(gradeText(exercise, ranOn, result));
  return result.verdict === 'pass' ? 0 : 1;
};

function gradeJson(exercise: WriteExercise, model: string, grade: Grade) {
  return {
    exercise: exercise.id,
    model,
    score: oneDecimal(grade.score),
    verdict: grade.verdict,
    interval: grade.interval.map(oneDecimal),
    shown: { passed: grade.shown.passed, total: grade.shown.total },
    heldOut: { passed: grade.heldOut.passed, total: grade.heldOut.total },
    ...(grade.hostile && grade.benign && { hostile: sideJson(grade.hostile), benign: sideJson(grade.benign) }),
    checks: grade.samples.flatMap(({ case: id, heldOut, sample, results }) =>
      results.map((result) => ({
        case: id,
        heldOut,
        sample,
        check: result.check,
        outcome: result.outcome,
        message: checkMessage(result, exercise.words.en),
      })),
    ),
  };
}

const sideJson = ({ score, passed, total }: Side) => ({
  score: score === null ? null : oneDecimal(score),
  passed,
  total,
});

function noteMissing(exercise: WriteExercise, recorded: readonly PlannedSample[], console: Console): void {
  const there = new Set(recorded.map((one) => one.case));
  const missing = exercise.cases.filter(({ id }) => !there.has(id)).map(({ id }) => id);
  if (missing.length > 0) {
    console.note(
      `Note: ${counted(missing.length, 'case')} of ${exercise.cases.length} ${missing.length === 1 ? 'has' : 'have'} no output and ${missing.length === 1 ? 'is' : 'are'} left out of the grade: ${missing.join(', ')}`,
    );
  }
}

export default grade;
