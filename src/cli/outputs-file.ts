import type { WriteExercise } from '#core/exercises/exercise.ts';
import type { PlannedSample } from '#core/attempts/run-plan.ts';
import { didYouMean } from '#core/exercises/near-names.ts';
import { describe } from '#core/exercises/issue-sentence.ts';
import { InputError } from './input-error.ts';
import { parseLine } from './json-lines.ts';

/** Recorded outputs of an exercise; several lines of one case are its samples. */
export function recordedOutputs(
  text: string,
  called: string,
  exercise: WriteExercise,
): (PlannedSample & { output: string })[] {
  const samples = new Map<string, number>();
  const outputs: (PlannedSample & { output: string })[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const where = `${called}, line ${index + 1}`;
    const { case: name, output } = parseLine(line, where, '{"case": "…", "output": "…"}');
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
    outputs.push({ case: name, heldOut: one.heldOut, sample, output });
  }
  if (outputs.length === 0)
    throw new InputError(`${called} holds no outputs: it needs lines {"case": "…", "output": "…"}`);
  return outputs;
}
