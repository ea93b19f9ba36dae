import { gradeAttempt } from '#core/grading/grade-attempt.ts';
import { gradeSample } from '#core/grading/grade.ts';
import { nodeSandbox } from '#services/sandbox/node-sandbox.ts';
import { exerciseFromFiles, referenceOf, starterOf } from './support/exercise-files.ts';
import { storedOutputs } from './support/stored.ts';
import { expect, test } from './support/test.ts';

test('answers that are code are run and graded in the page, by its own policy, as they are in Node', async ({
  page,
  candor,
}) => {
  const exercise = exerciseFromFiles('data-scientist/orders-in-sql');
  await candor.open(exercise.id);
  const scores: number[] = [];
  for (const prompt of [starterOf(exercise), referenceOf(exercise)]) {
    const before = new Set((await storedOutputs(page)).map(({ id }) => id));
    await candor.writePrompt(prompt);
    await candor.run();
    const outputs = (await storedOutputs(page)).filter(({ id }) => !before.has(id));
    expect(outputs).toHaveLength(exercise.cases.length * exercise.samples);
    const graded = outputs.map(({ case: name, sample, text }) => {
      const one = exercise.cases.find(({ id }) => id === name)!;
      return gradeSample({ exercise, case: one, sample, output: text, code: nodeSandbox.judge });
    });
    scores.push(await candor.score());
    expect(scores.at(-1)).toBe(Math.round(gradeAttempt(graded, exercise.threshold).score));
  }
  expect(scores[0]).toBeLessThan(exercise.threshold);
  expect(scores[1]).toBeGreaterThanOrEqual(exercise.threshold);
  await expect(candor.task.getByText('Passed', { exact: true })).toBeVisible();
});
