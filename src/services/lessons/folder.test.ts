import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { proveLesson } from '#core/lessons/prove-lesson.ts';
import { loadExercises, readyToWrite } from '#services/exercises/folder.ts';
import { loadLesson, loadLessons } from './folder.ts';

const skill = 'state-requirements';
let root: string;

const yaml = `format: 1
skill: ${skill}
example:
  exercise: support/late-parcel
  case: tracked
  before: starter
  after: say-so
evidence:
  - { id: one, strength: strong, source: Somebody 2024, link: https://example.org/a }
  - { id: two, strength: weak, source: Somebody else }
`;
const words = (language: string) => `---
title: Say it
summary: One line.
---
${['what', 'helps', 'limits', 'example', 'change'].map((name) => `## ${name}\n${`Some ${language} words to read here. `.repeat(10)}`).join('\n')}
## evidence
- one: It was found.
- two: It was found as well.
## practise
Try it.
`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'candor-lessons-'));
  cpSync('tests/fixtures/exercises', root, { recursive: true });
  mkdirSync(join(root, 'lessons', skill), { recursive: true });
  writeFileSync(join(root, 'lessons', skill, 'lesson.yaml'), yaml);
  for (const language of ['en', 'fr']) writeFileSync(join(root, 'lessons', skill, `${language}.md`), words(language));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const ground = () => {
  const all = loadExercises(root);
  return { exercises: all.flatMap(({ ready }) => (ready ? [ready.exercise] : [])), known: all.map(({ id }) => id) };
};

function change(file: string, from: string | RegExp, to: string): string {
  const path = join(root, 'lessons', skill, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  return loadLesson(root, skill, ground())
    .problems.map((problem) => `${problem.file}:${problem.line} ${problem.message}`)
    .join('\n');
}

describe('the folder of a lesson', () => {
  it('is read in whole, and is no exercise', () => {
    const [loaded, ...others] = loadLessons(root, ground());
    expect(others).toEqual([]);
    expect(loaded?.problems).toEqual([]);
    expect(loaded?.ready?.words.fr.evidence).toEqual({ one: 'It was found.', two: 'It was found as well.' });
    expect(loadExercises(root).map(({ id }) => id)).toEqual(['support/late-parcel']);
  });

  it.each([
    [
      'lesson.yaml',
      'skill: state-requirements',
      'skill: examples',
      'lesson.yaml:2 the skill is "examples", but the folder is',
    ],
    [
      'lesson.yaml',
      'late-parcel',
      'late-parcl',
      'lesson.yaml:4 there is no exercise "support/late-parcl"; did you mean',
    ],
    [
      'lesson.yaml',
      'case: tracked',
      'case: traked',
      'lesson.yaml:5 "support/late-parcel" has no case "traked"; did you mean "tracked"?',
    ],
    [
      'lesson.yaml',
      'case: tracked',
      'case: photo',
      'lesson.yaml:5 the case "photo" is held out, and a lesson would give it away',
    ],
    [
      'lesson.yaml',
      'after: say-so',
      'after: say',
      'lesson.yaml:7 the ladder of "support/late-parcel" has no rung "say"',
    ],
    [
      'lesson.yaml',
      'strength: weak',
      'strength: certain',
      'lesson.yaml:10 "certain" cannot be the value of "strength"',
    ],
    ['lesson.yaml', 'https:', 'http:', 'lesson.yaml:9'],
    ['lesson.yaml', 'id: two', 'id: three', 'en.md:17 there is no evidence "two" in lesson.yaml'],
    ['fr.md', '- two: It was found as well.\n', '', 'fr.md:15 the evidence "two" has no words under "## evidence"'],
    ['fr.md', '## limits', '## limit', 'fr.md:9 "## limit" is not a section'],
    [
      'en.md',
      /## what\n.*/,
      '## what\nLittle.',
      'en.md:1 the lesson has 251 words, 49 too few: it must have 300 to 600',
    ],
    ['fr.md', 'Try it.', 'Essayez!', 'fr.md:19 in French there is a space before "!"'],
  ])('says what is wrong after a slip in %s: %s → %s', (file, from, to, sentence) => {
    expect(change(file, from, to)).toContain(sentence);
  });

  it('names a missing file', () => {
    rmSync(join(root, 'lessons', skill, 'fr.md'));
    const [problem] = loadLesson(root, skill, ground()).problems;
    expect(problem).toEqual({ file: `lessons/${skill}/fr.md`, line: 1, message: 'the file fr.md is missing' });
  });
});

describe('the proof of a lesson', { timeout: 30_000 }, () => {
  const prove = (before: string, after: string) => {
    const [exercise] = readyToWrite(loadExercises(root));
    return proveLesson({ example: { exercise: 'support/late-parcel', case: 'nameless', before, after } }, exercise!);
  };

  it('passes when the second prompt does clearly better', () => {
    const { exercise } = readyToWrite(loadExercises(root))[0]!;
    const proof = prove(exercise.ladder[0]!.id, exercise.ladder.at(-1)!.id)!;
    expect(proof.findings).toEqual([]);
    expect(proof.after).toBeGreaterThan(proof.before + 10);
  });

  it('fails when both do alike', () => {
    const { exercise } = readyToWrite(loadExercises(root))[0]!;
    const proof = prove(exercise.ladder[0]!.id, exercise.ladder[0]!.id)!;
    expect(proof.findings[0]).toMatchObject({ path: ['example', 'after'] });
    expect(proof.findings[0]?.message).toMatch(/must gain 10 points/);
  });
});
