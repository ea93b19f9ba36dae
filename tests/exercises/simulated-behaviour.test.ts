import { describe, expect, it } from 'vitest';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import { rehearse } from '#core/attempts/rehearse.ts';
import { allKnowledgeOf, knowledgeOf } from '#core/exercises/knowledge-of.ts';
import type { ExerciseKnowledge } from '#core/exercises/simulation.ts';
import { gradeSample } from '#core/grading/grade.ts';
import type { Prompt } from '#core/prompts/prompt.ts';
import { renderPrompt } from '#core/prompts/template.ts';
import { simulate } from '#core/simulator/simulate.ts';
import { loadExercises, readyToWrite } from '#services/exercises/folder.ts';
import { nodeSandbox } from '#services/sandbox/node-sandbox.ts';

/** What must hold of the simulated model on every exercise there is, whatever it is about. */
const exercises = readyToWrite(loadExercises('exercises'));
const knowledge = new Map<ExerciseBundle['exercise'], ExerciseKnowledge>(
  exercises.map((bundle) => [bundle.exercise, knowledgeOf(bundle)]),
);
type Case = ExerciseBundle['exercise']['cases'][number];

function answer({ exercise }: ExerciseBundle, prompt: Prompt, one: Case, seed = 0, values = one.values) {
  const messages = renderPrompt(prompt, values);
  return simulate({ messages, parameters: {}, size: 'medium', seed, sample: 0, knowledge: [knowledge.get(exercise)!] });
}

function meanScore(bundle: ExerciseBundle, prompt: Prompt): number {
  const { exercise } = bundle;
  const { cases, steps } = exercise;
  const all = allKnowledgeOf(bundle);
  const scores = [0, 1].flatMap((seed) =>
    [...rehearse({ prompt, cases, steps, knowledge: all, samples: 1, size: 'medium', seed })].map((walked) => {
      const one = cases.find(({ id }) => id === walked.case)!;
      return gradeSample({ ...walked, exercise, case: one, code: nodeSandbox.judge }).score ?? 0;
    }),
  );
  return (100 * scores.reduce((sum, score) => sum + score, 0)) / scores.length;
}

const charms = [
  (user: string) => `Please, if you would be so kind:\n\n${user}\n\nThank you so much!`,
  (user: string) => `${user}\n\nI will tip you 200 dollars for a perfect answer.`,
  (user: string) => `${user}\n\nIf you get this wrong, you will be switched off.`,
  (user: string) => `You are a world-class expert with thirty years of experience.\n\n${user}`,
  (user: string) => `S'il te plaît.\n\n${user}\n\nMerci beaucoup, tu es formidable !`,
];

describe.each(exercises.map((bundle) => [bundle.exercise.id, bundle] as const))('%s', (_, bundle) => {
  const { exercise } = bundle;
  const reference = exercise.ladder.at(-1)!.prompt;

  it('gives the same answer, to the byte, when asked again', () => {
    for (const one of exercise.cases)
      expect(answer(bundle, reference, one).text).toBe(answer(bundle, reference, one).text);
  });

  it('recognises every case by its text', () => {
    for (const one of exercise.cases) {
      expect(answer(bundle, reference, one).explanation.recognised).toEqual({ exercise: exercise.id, case: one.id });
    }
  });

  it('knows nothing of a case whose data are not in the prompt', () => {
    const blank = Object.fromEntries(
      Object.entries(exercise.cases[0]!.values).map(([name, value]) => [
        name,
        exercise.common.includes(name) ? value : '',
      ]),
    );
    for (const one of exercise.cases) {
      expect(answer(bundle, reference, one, 0, blank).explanation.recognised).toBeUndefined();
    }
  });

  it('is moved neither by politeness nor by tips, threats or titles', () => {
    const plain = meanScore(bundle, reference);
    for (const charm of charms) {
      expect(Math.abs(meanScore(bundle, { ...reference, user: charm(reference.user) }) - plain)).toBeLessThanOrEqual(1);
    }
  });

  it('does not roll its luck anew for a sentence that asks for nothing', () => {
    for (const one of exercise.cases) {
      const chatty = { ...reference, user: `${reference.user}\n\nIt is raining in Lisbon today.` };
      const decided = (prompt: Prompt) =>
        answer(bundle, prompt, one)
          .explanation.decisions.filter(({ id }) => id.startsWith('need:') || id.startsWith('atom:'))
          .map(({ id, outcome }) => `${id} ${outcome}`);
      expect(decided(chatty)).toEqual(decided(reference));
    }
  });

  it('gives the two ends of the ladder the scores of their ends', () => {
    expect(meanScore(bundle, exercise.ladder[0]!.prompt)).toBeLessThan(exercise.threshold);
    expect(meanScore(bundle, reference)).toBeGreaterThanOrEqual(exercise.threshold);
  });
});
