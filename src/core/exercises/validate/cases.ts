import type { Finding } from '#core/exercises/finding.ts';
import { validateIdentity } from './identity.ts';
import { inExercise, textOf, type Material } from './material.ts';

const leastOfEachSide = 3;

/** Identity, and the data that prompts are filled with. */
export function validateCases({ id, file, texts }: Material): Finding[] {
  const findings = validateIdentity({ id, file }, { shown: leastOfEachSide, heldOut: leastOfEachSide });
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
