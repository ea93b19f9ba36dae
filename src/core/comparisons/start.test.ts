import { expect, test } from 'vitest';
import { ended, someAttempt, someOutput } from '../../../tests/support/attempts.ts';
import { smallExercise } from '../../../tests/support/small-exercise.ts';
import { countingIds } from '#services/system/ids.ts';
import { outputFingerprint } from './fingerprints.ts';
import { fromAttempts, fromExercise, fromScratch, outputsOfAttempt } from './start.ts';

const { exercise } = smallExercise();
const birth = () => ({ title: 'Greetings', now: 5, newId: countingIds() });
const prompt = (user: string) => ({ system: '', turns: [], user, parameters: {} });

test('from scratch there are two empty panes, and only the prompt is meant to vary', () => {
  const made = fromScratch(birth());
  expect(made.panes.map(({ prompt: { user } }) => user)).toEqual(['', '']);
  expect(made.linked).toEqual({ prompt: false, parameters: true, model: true });
  expect(made.subject).toEqual({ kind: 'scratch', cases: [{ id: 'case-1', values: {} }] });
});

test('a single prompt of an exercise stands twice; a shown case is looked at', () => {
  const held = { ...exercise, cases: exercise.cases.toSorted((a, b) => Number(b.heldOut) - Number(a.heldOut)) };
  const made = fromExercise(birth(), held, [prompt('Greet {{name}}')]);
  expect(made.panes.map(({ prompt: { user } }) => user)).toEqual(['Greet {{name}}', 'Greet {{name}}']);
  expect(made.case).toBe('ann');
  expect(new Set(made.panes.map(({ id }) => id)).size).toBe(2);
});

test('attempts stand oldest first, and what they had drawn comes along', () => {
  const attempt = (id: string, createdAt: number, user: string) =>
    ended({ ...someAttempt({ id, createdAt, prompt: prompt(user), samples: 2 }), exercise: exercise.id });
  const late = attempt('late', 20, 'Hello {{name}}');
  const early = attempt('early', 10, 'Greet {{name}}');
  const made = fromAttempts(birth(), exercise, [late, early], ({ id }) => `the ${id} one`);
  expect(made.panes.map(({ name, attempt: of }) => [name, of])).toEqual([
    ['the early one', 'early'],
    ['the late one', 'late'],
  ]);
  expect(made.samples).toBe(2);

  const [pane] = made.panes;
  const stored = [
    someOutput('pooled', { case: 'ann', sample: 4, score: 0.5, text: 'Hi' }),
    someOutput('early', { case: 'ann', sample: 5, score: null, text: 'Ho' }),
    someOutput('early', { case: 'bob', sample: 0, text: 'H', finishReason: undefined, score: undefined }),
    someOutput('early', { case: 'gone', sample: 0 }),
  ];
  const outputs = outputsOfAttempt(made, pane!, exercise, stored, 30);
  expect(outputs.map(({ id, score, status }) => [id, score, status])).toEqual([
    [`${made.id}/${pane!.id}/ann/0`, 50, 'whole'],
    [`${made.id}/${pane!.id}/ann/1`, null, 'whole'],
    [`${made.id}/${pane!.id}/bob/0`, undefined, 'partial'],
  ]);
  expect(outputs[0]?.fingerprint).toBe(outputFingerprint(pane!, exercise.cases[0]!.values));
});
