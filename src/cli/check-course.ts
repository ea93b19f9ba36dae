import type { Exercise } from '#core/exercises/exercise.ts';
import type { SimulatedSize } from '#core/simulator/completion.ts';
import { exerciseIds, loadExercise, type LoadedExercise } from '#services/exercises/folder.ts';
import type { Problem } from '#services/exercises/problem.ts';
import { loadLesson, type LessonGround } from '#services/lessons/folder.ts';
import { loadPaths } from '#services/lessons/paths-file.ts';
import type { CheckCrew } from './check-crew.ts';
import { inOrder, soundOf, type CheckedExercise, type SoundExercise } from './check-exercise.ts';

/** What `check` says of one lesson. */
export interface CheckedLesson {
  skill: string;
  /** Exercise that its example is taken from, where it could be read. */
  exercise: string | undefined;
  /** Mean scores of its two prompts. */
  example: { before: number; after: number } | undefined;
  problems: Problem[];
}

/**
 * Checks lessons and paths against the exercises of a folder: those that were checked before, and the others, which it
 * reads once.
 */
export class CourseCheck {
  #root: string;
  #size: SimulatedSize;
  #exercises: { id: string; ready?: SoundExercise | undefined }[];

  constructor(root: string, size: SimulatedSize, checked: readonly CheckedExercise[] = []) {
    this.#root = root;
    this.#size = size;
    const known = new Map(checked.map(({ loaded, ready }) => [loaded.id, { id: loaded.id, ready }]));
    this.#exercises = exerciseIds(root).map((id) => known.get(id) ?? sound(loadExercise(root, id)));
  }

  async lesson(skill: string, crew: CheckCrew): Promise<CheckedLesson> {
    const { ready, problems, locate } = loadLesson(this.#root, skill, this.#ground);
    const exercise = this.#exercises.find(({ id }) => id === ready?.example.exercise)?.ready;
    const proof =
      ready && exercise?.kind === 'write'
        ? await crew.do({ lesson: { example: ready.example }, exercise, size: this.#size })
        : undefined;
    return {
      skill,
      exercise: ready?.example.exercise,
      example: proof && { before: proof.before, after: proof.after },
      problems: inOrder(this.#root, [...problems, ...(proof?.findings.map(locate) ?? [])]),
    };
  }

  paths(): Problem[] {
    return inOrder(this.#root, loadPaths(this.#root, this.#ground).problems);
  }

  get #ground(): LessonGround {
    const exercises: Exercise[] = this.#exercises.flatMap(({ ready }) => (ready ? [ready.exercise] : []));
    return { exercises, known: this.#exercises.map(({ id }) => id) };
  }
}

function sound({ id, ready }: LoadedExercise): { id: string; ready?: SoundExercise } {
  return ready ? { id, ready: soundOf(ready) } : { id };
}
