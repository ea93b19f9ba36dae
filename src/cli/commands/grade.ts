import type { ExerciseBundle, ExerciseCase, WriteExercise } from '#core/exercises/exercise.ts';
import { allKnowledgeOf } from '#core/exercises/knowledge-of.ts';
import { rehearse, type Rehearsal } from '#core/attempts/rehearse.ts';
import { gradeSample } from '#core/grading/grade.ts';
import { GradeTally } from '#core/grading/grade-tally.ts';
import type { Prompt } from '#core/prompts/prompt.ts';
import { nodeSandbox } from '#services/sandbox/node-sandbox.ts';
import type { Console } from '../console.ts';
import { exercisesRoot, requireExercise } from '../exercise-folder.ts';
import { readLines } from '../files.ts';
import { gradeJsonText } from '../grade-json.ts';
import { gradeText } from '../grade-text.ts';
import { GradedRows } from '../graded-rows.ts';
import { InputError } from '../input-error.ts';
import type { Command } from '../command.ts';
import { largestSeed, readOptions, simulatedModel, wholeNumber } from '../options.ts';
import { connectionOptions, openConnection, rejectWithoutConnection } from '../open-connection.ts';
import { recordedOutputs, type RecordedOutput } from '../outputs-file.ts';
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

  const outputs =
    options.outputs === undefined
      ? rehearsed({ exercise, simulation }, await readPrompt(options.prompt, exercise, 'grade', console), {
          samples: samples ?? exercise.samples,
          size: model.size,
          seed,
        })
      : recorded(options.outputs, options, exercise, console);
  const total = options.outputs === undefined ? ` of ${exercise.cases.length * (samples ?? exercise.samples)}` : '';
  const tally = new GradeTally();
  const rows = new GradedRows(exercise);
  const seen = new Set<ExerciseCase>();
  for await (const { case: one, sample, output, earlier } of outputs) {
    const graded = gradeSample({ exercise, case: one, sample, output, earlier, code: nodeSandbox.judge });
    tally.add(graded);
    rows.add(graded);
    if (exercise.cases.includes(one)) seen.add(one);
    if (rows.outputs % progressEvery === 0) console.progress(`graded ${rows.outputs}${total} outputs`);
  }
  if (seen.size > 0) noteMissing(exercise, seen, console);
  const result = { ...tally.figures(exercise.threshold), interval: tally.interval(seed) };
  const ranOn = options.outputs === undefined ? model.id : 'recorded';
  if (options.json) for (const text of gradeJsonText(exercise, ranOn, result, rows)) await console.write(text);
  else await console.write(gradeText(exercise, ranOn, result, rows));
  return result.verdict === 'pass' ? 0 : 1;
};

/** Outputs between two lines of progress. */
const progressEvery = 10;

/** What the simulated model answers. */
async function* rehearsed(
  { exercise, simulation }: ExerciseBundle,
  prompt: Prompt,
  drawn: Pick<Rehearsal, 'samples' | 'size' | 'seed'>,
): AsyncGenerator<RecordedOutput> {
  const { cases, steps } = exercise;
  const knowledge = allKnowledgeOf({ exercise, simulation });
  const byId = new Map(cases.map((one) => [one.id, one]));
  for (const { case: id, sample, output, earlier } of rehearse({ prompt, cases, steps, knowledge, ...drawn })) {
    yield { case: byId.get(id)!, sample, output, ...(earlier ? { earlier } : {}) };
  }
}

/** What was answered elsewhere. */
function recorded(
  name: string,
  options: { prompt?: string; model?: string; samples?: string },
  exercise: WriteExercise,
  console: Console,
): AsyncIterable<RecordedOutput> {
  const extra = (['prompt', 'model', 'samples'] as const).find((option) => options[option] !== undefined);
  if (extra)
    throw new InputError(`--outputs grades what was recorded and runs no model, so --${extra} cannot stand beside it`);
  return name === '-'
    ? recordedOutputs(console.inputLines(), 'standard input', exercise)
    : recordedOutputs(readLines(name), `"${name}"`, exercise);
}

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

function noteMissing(exercise: WriteExercise, seen: ReadonlySet<ExerciseCase>, console: Console): void {
  const missing = exercise.cases.filter((one) => !seen.has(one)).map(({ id }) => id);
  if (missing.length > 0) {
    console.note(
      `Note: ${counted(missing.length, 'case')} of ${exercise.cases.length} ${missing.length === 1 ? 'has' : 'have'} no output and ${missing.length === 1 ? 'is' : 'are'} left out of the grade: ${missing.join(', ')}`,
    );
  }
}

export default grade;
