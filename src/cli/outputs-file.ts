import type { ExerciseStep, WriteExercise } from '#core/exercises/exercise.ts';
import type { PlannedSample } from '#core/attempts/run-plan.ts';
import { didYouMean } from '#core/exercises/near-names.ts';
import { describe } from '#core/exercises/issue-sentence.ts';
import type { StepTexts } from '#core/grading/steps.ts';
import { InputError } from './input-error.ts';
import { parseLine } from './json-lines.ts';

/** An output, and of a chain what the steps before the last wrote (`steps` in the file). */
type RecordedOutput = PlannedSample & { output: string; earlier?: StepTexts };

/** Recorded outputs of an exercise; several lines of one case are its samples. */
export function recordedOutputs(text: string, called: string, exercise: WriteExercise): RecordedOutput[] {
  const samples = new Map<string, number>();
  const outputs: RecordedOutput[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const where = `${called}, line ${index + 1}`;
    const { case: name, output, steps } = parseLine(line, where, '{"case": "…", "output": "…"}');
    if (typeof name !== 'string')
      throw new InputError(`${where}: "case" must be the id of a case, but is ${describe(name)}`);
    if (typeof output !== 'string')
      throw new InputError(`${where}: "output" must be a text, but is ${describe(output)}`);
    const one = exercise.cases.find(({ id }) => id === name);
    if (!one) {
      const known = exercise.cases.map(({ id }) => id);
      throw new InputError(
        `${where}: ${exercise.id} has no case "${name}"${didYouMean(name, known) || `; its cases are ${known.join(', ')}`}`,
      );
    }
    const sample = samples.get(name) ?? 0;
    samples.set(name, sample + 1);
    const earlier = exercise.steps && earlierSteps(steps, exercise.steps, where);
    outputs.push({ case: name, heldOut: one.heldOut, sample, output, ...(earlier ? { earlier } : {}) });
  }
  if (outputs.length === 0)
    throw new InputError(`${called} holds no outputs: it needs lines {"case": "…", "output": "…"}`);
  return outputs;
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
