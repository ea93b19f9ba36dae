import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadExercise, loadExercises, readyToWrite } from './folder.ts';

const id = 'support/late-parcel';
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'candor-folder-'));
  cpSync('tests/fixtures/exercises', root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Changes a file of the exercise and says what the loader then finds. */
function change(file: string, from: string | RegExp, to: string): string[] {
  const path = join(root, id, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  return loadExercise(root, id).problems.map(
    (problem) => `${problem.file.slice(id.length + 1)}:${problem.line} ${problem.message}`,
  );
}

describe('the folder of an exercise', () => {
  it('is read in whole: shared material in every case, fixtures with their texts', () => {
    const loaded = loadExercises(root);
    expect(loaded[0]?.problems).toEqual([]);
    const { exercise, proof } = readyToWrite(loaded)[0]!;
    expect(exercise.common).toEqual(['rules']);
    expect(exercise.cases.every((one) => one.values['rules']!.startsWith('- lost:'))).toBe(true);
    expect(proof.fixtures.map((fixture) => fixture.output).slice(0, 3)).toEqual([
      'lost',
      '**Waiting**',
      'Queue: unclear',
    ]);
  });

  it('reads the tables of a check out of their file, and says where rows are missing', () => {
    writeFileSync(join(root, id, 'tables.sql'), 'create table parcels (id);\n');
    const check = (value: string) =>
      `checks:\n  - { id: rows, type: sql-result, tables: { file: tables.sql }, value: ${value}, weight: 1 }`;
    expect(change('exercise.yaml', 'checks:', check('[[1]]')).join('\n')).not.toMatch(/tables|value/);
    expect(change('exercise.yaml', '[[1]]', '"{{expect.queue}}"')).toContainEqual(
      expect.stringContaining('"queue" is not a list of rows in the truth (expect) of "tracked"'),
    );
    expect(change('exercise.yaml', 'tables.sql', 'table.sql')).toContainEqual(
      expect.stringContaining('there is no file "table.sql"'),
    );
    expect(change('exercise.yaml', '{ file: table.sql }', '[{ file: tables.sql }, { file: rows.sql }]')).toContainEqual(
      expect.stringContaining('there is no file "rows.sql"'),
    );
  });

  it('keeps what proves an exercise apart from the exercise', () => {
    const { exercise } = loadExercise(root, id).ready!;
    expect(JSON.stringify(exercise)).not.toMatch(/mustFail|fixtures|fairness|\$schema/);
  });

  it.each([
    [
      'exercise.yaml',
      'threshold: 75',
      'treshold: 75',
      'exercise.yaml:13 "treshold" is not a known key; did you mean "threshold"?',
    ],
    ['exercise.yaml', 'kind: write', 'kind: [write', 'exercise.yaml:5 this is not valid YAML'],
    [
      'exercise.yaml',
      'id: support/late-parcel',
      'id: support/parcel',
      'exercise.yaml:3 the id is "support/parcel", but the folder is "support/late-parcel"',
    ],
    ['exercise.yaml', '- id: early', '- id: tracked', 'exercise.yaml:21 the case id "tracked" is used twice'],
    [
      'exercise.yaml',
      /heldOut: true\n/,
      'heldOut: false\n',
      'exercise.yaml:16 there must be at least 3 held-out cases (heldOut: true), but there are 2',
    ],
    [
      'exercise.yaml',
      '{{expect.queue}}',
      '{{expect.queu}}',
      'exercise.yaml:47 {{expect.queu}} has no value in the cases',
    ],
    [
      'exercise.yaml',
      'adds: structured-output',
      'adds: examples',
      'exercise.yaml:56 the rung "queues" adds "examples", which is not among the exercise\'s skills',
    ],
    [
      'exercise.yaml',
      'with this e-mail?\\n\\n{{email}}',
      'with this?\\n\\n{{mail}} {{email}}',
      'exercise.yaml:54 the rung "starter" uses {{mail}}, which no case has; did you mean "email"?',
    ],
    [
      'exercise.yaml',
      'E-mail:\n        {{email}}',
      'E-mail:\n        {{email}} {{',
      'the rung "queues" has an opening {{ that is never closed',
    ],
    ['exercise.yaml', 'fixtures/good-1.txt', 'fixtures/good-9.txt', 'there is no file "fixtures/good-9.txt"'],
    ['exercise.yaml', 'fixtures/good-1.txt', '../../../package.json', "lies outside the exercise's folder"],
    [
      'exercise.yaml',
      'fails: [queue], file: fixtures/bad-1',
      'fails: [queues], file: fixtures/bad-1',
      'there is no check "queues"; did you mean "queue"?',
    ],
    [
      'simulation.yaml',
      'needs: [two-weeks]',
      'needs: [two-week]',
      'there is no need "two-week"; did you mean "two-weeks"?',
    ],
    [
      'simulation.yaml',
      'missing for long',
      'missing for ages',
      '"missing for ages" does not occur in the shared material (common)',
    ],
    [
      'simulation.yaml',
      'field: queue',
      'field: queues',
      'there is no field "queues" under fields; did you mean "queue"?',
    ],
    [
      'simulation.yaml',
      '  weekend: {',
      '  week: {',
      'the case "weekend" is missing: the simulated model knows nothing of it',
    ],
    [
      'fr.md',
      '- nameless: Une cliente',
      '- nameles: Une cliente',
      'fr.md:14 there is no case "nameles" in exercise.yaml; did you mean "nameless"?',
    ],
    [
      'en.md',
      '3. What should happen when the e-mail names no order?\n',
      '',
      'en.md:35 there must be at least 3 hints, but there are 2',
    ],
  ])('says what is wrong after a slip in %s: %s → %s', (file, from, to, sentence) => {
    expect(change(file, from, to).join('\n')).toContain(sentence);
  });

  it('names a missing file', () => {
    rmSync(join(root, id, 'fr.md'));
    expect(loadExercise(root, id).problems).toEqual([
      { file: `${id}/fr.md`, line: 1, message: 'the file fr.md is missing' },
    ]);
  });
});
