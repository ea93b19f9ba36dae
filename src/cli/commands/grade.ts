import type { ExerciseBundle, WriteExercise } from '#core/exercises/exercise.ts';
import { allKnowledgeOf } from '#core/exercises/knowledge-of.ts';
import { rehearse } from '#core/attempts/rehearse.ts';
import type { PlannedSample } from '#core/attempts/run-plan.ts';
import { gradeAttempt } from '#core/grading/grade-attempt.ts';
import { gradeSample } from '#core/grading/grade.ts';
import type { StepTexts } from '#core/grading/steps.ts';
import type { Console } from '../console.ts';
import { exercisesRoot, requireExercise } from '../exercise-folder.ts';
import { readText } from '../files.ts';
import { gradeJson } from '../grade-json.ts';
import { gradeText } from '../grade-text.ts';
import { InputError } from '../input-error.ts';
import type { Command } from '../main.ts';
import { largestSeed, readOptions, simulatedModel, wholeNumber } from '../options.ts';
import { connectionOptions, openConnection, rejectWithoutConnection } from '../open-connection.ts';
import { recordedOutputs } from '../outputs-file.ts';
import { readPrompt } from '../prompt-file.ts';
import { runJson, runText } from '../run-report.ts';
import { runPrompt } from '../run-prompt.ts';
import { soleName } from '../sole-name.ts';
import { counted } from '../text.ts';

const kinds = {
  prompt: 'text',
  model: 'text',
  samples: 'text',
  seed: 'text',
  outputs: 'text',
  json: 'flag',
  exercises: 'text',
  ...connectionOptions,
} as const;

const grade: Command = async (parameters, console) => {
  const { names, options } = readOptions('grade', parameters, kinds);
  const seed = wholeNumber('seed', options.seed, 0, largestSeed) ?? 0;
  const samples = wholeNumber('samples', options.samples, 1, 1000);
  const { exercise, simulation } = requireExercise(exercisesRoot(options.exercises), soleName('grade', names), 'grade');
  if (options.connection !== undefined) {
    const given = { ...options, connection: options.connection, seed, samples: samples ?? exercise.samples };
    return gradeReally({ exercise, simulation }, given, console);
  }
  rejectWithoutConnection(options);
  const model = simulatedModel(options.model);

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

/** The same, on a real model. What could not be drawn is told and never counts as passed. */
async function gradeReally(
  bundle: ExerciseBundle,
  options: {
    connection: string;
    seed: number;
    samples: number;
    outputs?: string;
    prompt?: string;
    json?: boolean;
  } & Parameters<typeof openConnection>[1],
  console: Console,
): Promise<0 | 1> {
  if (options.outputs !== undefined)
    throw new InputError(
      '--outputs grades what was recorded and runs no model, so --connection cannot stand beside it',
    );
  const { exercise } = bundle;
  const prompt = await readPrompt(options.prompt, exercise, 'grade', console);
  const open = openConnection(options.connection, options);
  const { seed, samples } = options;
  const run = await runPrompt(open, { bundle, prompt, samples, seed }, console);
  const ranOn = `${open.connection.name}/${open.connection.model}`;
  if (options.json) await console.write(`${JSON.stringify(runJson(exercise, ranOn, run), null, 2)}\n`);
  else await console.write(runText(exercise, ranOn, run));
  return run.grade?.verdict === 'pass' ? 0 : 1;
}

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
