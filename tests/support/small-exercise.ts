import type { WriteExercise, ExerciseBundle, WriteWords } from '#core/exercises/exercise.ts';

const words: WriteWords = {
  title: 'Greet people',
  summary: 'Say hello.',
  brief: 'Say hello.',
  cases: { ann: 'Ann', bob: 'Bob', eve: 'Eve' },
  checks: { greets: { met: 'Greets', missed: 'Does not greet' } },
  ladder: {},
  hints: ['First', 'Second'],
  debrief: 'Done.',
};

/** Two shown cases and a held-out one, and one check: the answer has to say hello. */
export function smallExercise(change: Partial<WriteExercise> = {}): ExerciseBundle {
  const prompt = (user: string) => ({ system: '', turns: [], user, parameters: {} });
  const exercise: WriteExercise = {
    id: 'everyone/greet',
    kind: 'write',
    profession: 'everyone',
    level: 'warm-up',
    skills: ['state-requirements'],
    rating: 900,
    minutesByHand: 1,
    dataLanguage: 'en',
    answerLanguage: 'en',
    samples: 2,
    threshold: 75,
    meanings: {},
    checks: [
      { id: 'greets', type: 'icontains', value: 'hello', weight: 1, mustHave: false },
    ] as WriteExercise['checks'],
    common: ['house'],
    cases: [
      { id: 'ann', heldOut: false, values: { name: 'Ann', house: 'Rules of the house' }, expect: {} },
      { id: 'eve', heldOut: true, values: { name: 'Eve', house: 'Rules of the house' }, expect: {} },
      { id: 'bob', heldOut: false, values: { name: 'Bob', house: 'Rules of the house' }, expect: {} },
    ],
    ladder: [
      { id: 'starter', prompt: prompt('Greet {{name}}') },
      { id: 'reference', prompt: prompt('Say hello to {{name}}') },
    ],
    words: { en: words, fr: words },
    ...change,
  };
  return { exercise, simulation: { format: 1, needs: {}, fields: {}, usualForm: 'prose', cases: {} } };
}
