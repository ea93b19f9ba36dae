import type { Finding } from '#core/exercises/finding.ts';
import { didYouMean } from '#core/exercises/near-names.ts';
import { inExercise, repeated, textOf, type Material } from './material.ts';

const leastOfEachSide = 3;

/** Identity, and the data that prompts are filled with. */
export function validateCases({ id, known, file, texts }: Material): Finding[] {
  const findings: Finding[] = [];
  if (file.id !== id)
    findings.push(inExercise(['id'], `the id is "${file.id}", but the folder is "${id}"; they must be the same`));
  const [profession] = id.split('/');
  if (file.profession !== profession) {
    findings.push(
      inExercise(['profession'], `the profession is "${file.profession}", but the folder lies in "${profession}"`),
    );
  }
  if (file.kind !== 'write')
    findings.push(inExercise(['kind'], `the kind "${file.kind}" is reserved; only "write" can be practised yet`));
  for (const { id: skill, index } of repeated(file.skills))
    findings.push(inExercise(['skills', index], `the skill "${skill}" is listed twice`));
  for (const [index, other] of file.prerequisites.entries()) {
    if (other === file.id) findings.push(inExercise(['prerequisites', index], 'an exercise cannot come before itself'));
    else if (!known.includes(other)) {
      findings.push(inExercise(['prerequisites', index], `there is no exercise "${other}"${didYouMean(other, known)}`));
    }
  }

  for (const { id: twice, index } of repeated(file.cases.map((one) => one.id))) {
    findings.push(inExercise(['cases', index, 'id'], `the case id "${twice}" is used twice`));
  }
  const heldOut = file.cases.filter((one) => one.heldOut).length;
  const shown = file.cases.length - heldOut;
  if (shown < leastOfEachSide)
    findings.push(
      inExercise(['cases'], `there must be at least ${leastOfEachSide} shown cases, but there are ${shown}`, true),
    );
  if (heldOut < leastOfEachSide) {
    findings.push(
      inExercise(
        ['cases'],
        `there must be at least ${leastOfEachSide} held-out cases (heldOut: true), but there are ${heldOut}`,
        true,
      ),
    );
  }

  const names = [...new Set(file.cases.flatMap((one) => Object.keys(one.values)))];
  if (names.length === 0) findings.push(inExercise(['cases'], 'no case has a value for a prompt to use', true));
  const seen = new Map<string, string>();
  for (const [index, one] of file.cases.entries()) {
    for (const name of names) {
      const source = one.values[name];
      if (source === undefined) {
        findings.push(
          inExercise(
            ['cases', index, 'values'],
            `the case "${one.id}" has no value for {{${name}}}, which other cases have`,
          ),
        );
      } else if (textOf(source, texts).trim() === '' && (typeof source === 'string' || texts.has(source.file))) {
        findings.push(
          inExercise(['cases', index, 'values', name], `the value of {{${name}}} is empty in the case "${one.id}"`),
        );
      }
      if (Object.hasOwn(file.common, name) && source !== undefined) {
        findings.push(
          inExercise(
            ['cases', index, 'values', name],
            `"${name}" is already the name of shared material (common)`,
            true,
          ),
        );
      }
    }
    const data = JSON.stringify(
      Object.entries(one.values).map(([name, source]) => [name, textOf(source, texts).trim()]),
    );
    const same = seen.get(data);
    if (same)
      findings.push(inExercise(['cases', index, 'id'], `the case "${one.id}" has the same data as the case "${same}"`));
    else seen.set(data, one.id);
  }
  return findings;
}
