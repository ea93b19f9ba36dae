import type { ExerciseCase, WriteExercise } from '#core/exercises/exercise.ts';
import type { Prompt } from '#core/prompts/prompt.ts';
import type { LessonFile } from './lesson.ts';

/** The two prompts of a lesson and the case they run on, with their names looked up. */
export interface WorkedExample {
  case: ExerciseCase;
  before: Prompt;
  after: Prompt;
}

/** Nothing when the exercise has no such case or rung; {@link validateLesson} says so to the author. */
export function workedExample(
  { cases, ladder }: Pick<WriteExercise, 'cases' | 'ladder'>,
  example: LessonFile['example'],
): WorkedExample | undefined {
  const promptOf = (prompt: string | Prompt) =>
    typeof prompt === 'string' ? ladder.find(({ id }) => id === prompt)?.prompt : prompt;
  const one = cases.find(({ id }) => id === example.case);
  const before = promptOf(example.before);
  const after = promptOf(example.after);
  return one && before && after && { case: one, before, after };
}
