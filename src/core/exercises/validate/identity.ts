import type { ExerciseFile } from '#core/exercises/exercise.ts';
import type { Finding } from '#core/exercises/finding.ts';
import { inExercise, repeated } from './material.ts';

interface Identified {
  /** The folder's name. */
  id: string;
  file: ExerciseFile;
}

/** What exercises of every kind have to get right about themselves, and how many cases of each side they need. */
export function validateIdentity({ id, file }: Identified, least: { shown: number; heldOut: number }): Finding[] {
  const findings: Finding[] = [];
  if (file.id !== id)
    findings.push(inExercise(['id'], `the id is "${file.id}", but the folder is "${id}"; they must be the same`));
  const [profession] = id.split('/');
  if (file.profession !== profession) {
    findings.push(
      inExercise(['profession'], `the profession is "${file.profession}", but the folder lies in "${profession}"`),
    );
  }
  for (const { id: skill, index } of repeated(file.skills))
    findings.push(inExercise(['skills', index], `the skill "${skill}" is listed twice`));

  for (const { id: twice, index } of repeated(file.cases.map((one) => one.id))) {
    findings.push(inExercise(['cases', index, 'id'], `the case id "${twice}" is used twice`));
  }
  const heldOut = file.cases.filter((one) => one.heldOut).length;
  const shown = file.cases.length - heldOut;
  if (shown < least.shown)
    findings.push(
      inExercise(['cases'], `there must be at least ${least.shown} shown cases, but there are ${shown}`, true),
    );
  if (heldOut < least.heldOut) {
    findings.push(
      inExercise(
        ['cases'],
        `there must be at least ${least.heldOut} held-out cases (heldOut: true), but there are ${heldOut}`,
        true,
      ),
    );
  }
  return findings;
}
