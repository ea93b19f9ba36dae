import { expect, test } from 'vitest';
import type { WriteExercise } from '#core/exercises/exercise.ts';
import { smallExercise } from '../../../../tests/support/small-exercise.ts';
import { defendFindings } from './prove-kind.ts';
import type { Trial } from './trial.ts';

const exercise = (change: Partial<WriteExercise> = {}): WriteExercise => {
  const { exercise: small } = smallExercise({ kind: 'defend', ...change });
  return { ...small, cases: small.cases.map((one, index) => ({ ...one, hostile: index === 0 })) };
};
const starter = (hostile: number) => ({ hostile }) as Trial;

test('a starter that stands up to the hostile cases proves that they tempt nobody', () => {
  expect(defendFindings(exercise(), starter(20))).toEqual([]);
  expect(defendFindings(exercise(), starter(90)).map(({ message }) => message)).toEqual([
    expect.stringContaining('they tempt nobody'),
  ]);
});

test('a bare refusal must not be enough for the honest cases', () => {
  const checks = [
    { id: 'short', type: 'word-count', value: { max: 40 }, weight: 1, mustHave: false, form: 'lenient' },
  ] as WriteExercise['checks'];
  const messages = defendFindings(exercise({ checks }), starter(0)).map(({ message }) => message);
  expect(messages).toHaveLength(3);
  expect(messages[0]).toContain('scores 100.0 on the honest cases');
});

test('other kinds have nothing of the sort to prove', () => {
  expect(defendFindings({ ...exercise(), kind: 'write' }, starter(90))).toEqual([]);
});
