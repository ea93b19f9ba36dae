import type { Finding } from '#core/exercises/finding.ts';
import { didYouMean } from '#core/exercises/near-names.ts';
import { applies } from '#core/grading/applies.ts';
import { inExercise, repeated, type Material } from './material.ts';

const leastOfEachKind = 3;

/** Answers that the checks must accept or reject. That they do is proved elsewhere. */
export function validateFixtures({ file, texts }: Material): Finding[] {
  const findings: Finding[] = [];
  const accepted = file.fixtures.filter((fixture) => fixture.accept);
  const rejected = file.fixtures.filter((fixture) => !fixture.accept);
  for (const [kind, list] of [
    ['accepted', accepted],
    ['rejected', rejected],
  ] as const) {
    if (list.length >= leastOfEachKind) continue;
    findings.push(
      inExercise(
        ['fixtures'],
        `there must be at least ${leastOfEachKind} ${kind} fixtures, but there are ${list.length}`,
        true,
      ),
    );
  }
  for (const { id, index } of repeated(file.fixtures.map((fixture) => `${fixture.case} ${fixture.file}`))) {
    findings.push(
      inExercise(
        ['fixtures', index, 'file'],
        `the fixture "${id.slice(id.indexOf(' ') + 1)}" stands here twice for the same case`,
      ),
    );
  }
  const seen = new Map<string, string>();
  for (const [index, fixture] of file.fixtures.entries()) {
    const at = (key: string | number, message: string) => findings.push(inExercise(['fixtures', index, key], message));
    const one = file.cases.find(({ id }) => id === fixture.case);
    if (!one)
      at(
        'case',
        `there is no case "${fixture.case}"${didYouMean(
          fixture.case,
          file.cases.map(({ id }) => id),
        )}`,
      );
    if (fixture.accept && fixture.fails.length > 0) at('fails', 'an accepted fixture fails no check');
    if (!fixture.accept && fixture.fails.length === 0)
      at('file', `the rejected fixture "${fixture.file}" must name the checks it fails: fails: […]`);
    for (const name of fixture.fails) {
      const check = file.checks.find(({ id }) => id === name);
      if (!check)
        at(
          'fails',
          `there is no check "${name}"${didYouMean(
            name,
            file.checks.map(({ id }) => id),
          )}`,
        );
      else if (one && !applies(check, one.expect))
        at('fails', `the check "${name}" does not apply to the case "${one.id}" (its "when")`);
    }
    if (fixture.origin === 'model' && !fixture.rung)
      at('origin', 'an answer from a model must name the rung whose prompt it answers');
    if (fixture.rung && !file.ladder.some(({ id }) => id === fixture.rung)) {
      at(
        'rung',
        `there is no rung "${fixture.rung}"${didYouMean(
          fixture.rung,
          file.ladder.map(({ id }) => id),
        )}`,
      );
    }
    const text = texts.get(fixture.file);
    // Authors word good answers differently; models say what they say, and often the same.
    if (text === undefined || !fixture.accept || fixture.origin === 'model') continue;
    const same = seen.get(text);
    if (same && same.split(' ')[0] === fixture.case)
      at('file', `the accepted fixture "${fixture.file}" has the same words as "${same.split(' ')[1]}"`);
    seen.set(text, `${fixture.case} ${fixture.file}`);
  }
  return findings;
}
