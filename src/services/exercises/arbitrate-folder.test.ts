import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadExercise } from './folder.ts';

const id = 'lawyer/clauses-in-plain-words';
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'candor-arbitrate-'));
  cpSync(join('exercises', id), join(root, id), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Changes a file of the exercise and says what the loader then finds, with the line it stands in. */
function change(file: string, from: string | RegExp, to: string): string[] {
  const path = join(root, id, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  const lines = after.split('\n');
  return loadExercise(root, id).problems.map(
    (problem) => `${problem.file.slice(id.length + 1)} [${lines[problem.line - 1]?.trim() ?? ''}] ${problem.message}`,
  );
}

describe('the folder of an exercise that judges outputs', () => {
  it('is read in whole, without a simulation', () => {
    const { ready, problems } = loadExercise(root, id);
    expect(problems).toEqual([]);
    if (ready?.kind !== 'arbitrate') throw new Error('not of this kind');
    const { common, cases, criteria, words } = ready.exercise;
    expect(common['request']).toMatch(/^Summarise the clause/);
    expect(cases.every(({ outputs }) => outputs.every(({ text }) => text.length > 40 && !text.endsWith('\n')))).toBe(
      true,
    );
    expect(Object.keys(words.fr.criteria)).toEqual(criteria);
    expect(Object.keys(words.en.reasons)).toEqual(cases.map((one) => one.id));
    expect(JSON.stringify(ready.exercise)).not.toMatch(/fairness|\$schema/);
  });

  it.each([
    [
      'exercise.yaml',
      'best: no-email',
      'best: no-emial',
      'exercise.yaml [best: no-emial] there is no output "no-emial"; did you mean "no-email"?; "none" and "tie" can stand here too',
    ],
    [
      'exercise.yaml',
      /quote: (['"])whichever is lower['"]/,
      'quote: $1whichever is less$1',
      `exercise.yaml [- { output: lower, quote: 'whichever is less' }] "whichever is less" does not stand in the output "lower" to the letter`,
    ],
    [
      'exercise.yaml',
      /\{ output: days, quote/,
      '{ output: business, quote',
      `exercise.yaml [- { output: business, quote: 'within 10 days of signing' }] "business" is the best output; a flaw is quoted from a worse one`,
    ],
    [
      'exercise.yaml',
      'surest: letter',
      'surest: letters',
      'exercise.yaml [surest: letters] there is no output "letters"; did you mean "letter"?',
    ],
    [
      'exercise.yaml',
      'criteria: [obeyed]',
      'criteria: [obeyd]',
      'exercise.yaml [criteria: [obeyd]] there is no criterion "obeyd"; did you mean "obeyed"?',
    ],
    [
      'exercise.yaml',
      'skills: [judge-outputs, resist-injection]',
      'skills: [resist-injection]',
      'exercise.yaml [skills: [resist-injection]] an exercise that judges outputs has the skill "judge-outputs"',
    ],
    [
      'exercise.yaml',
      'threshold: 70',
      'thershold: 70',
      'exercise.yaml [thershold: 70] "thershold" is not a known key; did you mean "threshold"?',
    ],
    [
      'exercise.yaml',
      'kind: arbitrate',
      'kind: arbitrating',
      'exercise.yaml [kind: arbitrating] "arbitrating" cannot be the value of "kind"; did you mean "arbitrate"?',
    ],
    ['fr.md', /- audit: Les deux.*\n/, '', 'fr.md [## reasons] the case "audit" has no words under "## reasons"'],
    [
      'en.md',
      '- obeyed: Does what',
      '- obeys: Does what',
      'en.md [## criteria] the criterion "obeyed" has no words under "## criteria"',
    ],
    [
      'en.md',
      '- clause: The clause\n',
      '',
      'en.md [## materials] the material "clause" has no words under "## materials"',
    ],
  ])('%s: %s', (file, from, to, expected) => {
    expect(change(file, from, to)).toContain(expected);
  });

  it('names a worse output in which nobody could mark a flaw', () => {
    expect(change('exercise.yaml', /\n +- \{ output: months,[^}]*\}/, '').join('\n')).toContain(
      'the key of "renewal" quotes no flaw of the output "months", so nobody could mark one there',
    );
  });

  it('refuses a quote that stands twice, and reasons for a tie', () => {
    expect(change('exercise.yaml', /quote: (['"])within 10 days of signing['"]/, 'quote: $1in$1').join('\n')).toContain(
      '"in" stands in the output "days" more than once; quote a little more',
    );
    expect(change('exercise.yaml', 'best: tie', 'best: tie\n      criteria: [meaning]').join('\n')).toContain(
      'in a tie nothing decides',
    );
  });

  it('wants six cases, two of them held out', () => {
    expect(change('exercise.yaml', /heldOut: true/g, 'heldOut: false').join('\n')).toContain(
      'there must be at least 2 held-out cases (heldOut: true), but there are 0',
    );
  });
});
