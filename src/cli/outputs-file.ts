import * as v from 'valibot';
import type { ExerciseCase, ExerciseStep, WriteExercise } from '#core/exercises/exercise.ts';
import { didYouMean } from '#core/exercises/near-names.ts';
import { describe, issueSentence } from '#core/exercises/issue-sentence.ts';
import { ValueSchema } from '#core/exercises/simulation.ts';
import type { StepTexts } from '#core/grading/steps.ts';
import { InputError } from './input-error.ts';
import { parseLine } from './json-lines.ts';

/** An output, its case, and of a chain what the steps before the last wrote (`steps` in the file). */
export interface RecordedOutput {
  case: ExerciseCase;
  sample: number;
  output: string;
  earlier?: StepTexts;
}

const form = '{"case": "…", "output": "…"}';

/**
 * Recorded outputs, one at a time and never all at once; several lines of one case are its samples. A line with an
 * `expect` brings a case of its own (`values` and `heldOut` beside it): so the checks of an exercise grade any number of
 * cases that it does not have.
 */
export async function* recordedOutputs(
  lines: AsyncIterable<string>,
  called: string,
  exercise: WriteExercise,
): AsyncGenerator<RecordedOutput> {
  const cases = new Map(exercise.cases.map((one) => [one.id, one]));
  const samples = new Map<string, number>();
  let number = 0;
  let any = false;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '' || line === '\uFEFF') continue;
    any = true;
    const where = `${called}, line ${number}`;
    const written = parseLine(number === 1 ? line.replace(/^\uFEFF/, '') : line, where, form);
    const { case: name, output, steps } = written;
    if (typeof name !== 'string')
      throw new InputError(`${where}: "case" must be the id of a case, but is ${describe(name)}`);
    if (typeof output !== 'string')
      throw new InputError(`${where}: "output" must be a text, but is ${describe(output)}`);
    const one = written['expect'] === undefined ? cases.get(name) : ownCase(name, written, where);
    if (!one) {
      const known = [...cases.keys()];
      throw new InputError(
        `${where}: ${exercise.id} has no case "${name}"${didYouMean(name, known) || `; its cases are ${known.join(', ')}`}`,
      );
    }
    const sample = samples.get(name) ?? 0;
    samples.set(name, sample + 1);
    const earlier = exercise.steps && earlierSteps(steps, exercise.steps, where);
    yield { case: one, sample, output, ...(earlier ? { earlier } : {}) };
  }
  if (!any) throw new InputError(`${called} holds no outputs: it needs lines ${form}`);
}

const OwnCaseSchema = v.object({
  expect: v.record(v.string(), ValueSchema),
  values: v.optional(v.record(v.string(), v.string()), {}),
  heldOut: v.optional(v.boolean(), false),
});

function ownCase(id: string, written: unknown, where: string): ExerciseCase {
  const parsed = v.safeParse(OwnCaseSchema, written);
  if (!parsed.success) throw new InputError(`${where}: ${issueSentence(parsed.issues[0], OwnCaseSchema).message}`);
  return { id, ...parsed.output };
}

function earlierSteps(written: unknown, steps: readonly ExerciseStep[], where: string): StepTexts {
  const earlier = steps.slice(0, -1).map(({ id }) => id);
  const texts = written !== null && typeof written === 'object' ? (written as Record<string, unknown>) : {};
  const missing = earlier.find((id) => typeof texts[id] !== 'string');
  if (missing === undefined) return texts as StepTexts;
  const shape = earlier.map((id) => `"${id}": "…"`).join(', ');
  throw new InputError(
    `${where}: this exercise is a chain, so what the step "${missing}" wrote belongs beside the output: "steps": {${shape}}`,
  );
}
