import { simulatedSizes } from '#core/simulator/completion.ts';
import type { Problem } from '#services/exercises/problem.ts';
import type { CheckedLesson } from './check-course.ts';
import type { CheckedExercise } from './check-exercise.ts';
import type { Console } from './console.ts';
import { oneDecimal } from './text.ts';

/** A new exercise has a hundred places to fill in; nobody reads further than this. */
const mostShown = 30;

/** How results read in a terminal. */
export class CheckReport {
  #colour: boolean;

  constructor({ colour }: Console) {
    this.#colour = colour;
  }

  exercise({ loaded, scores: { ladder, strategies }, problems }: CheckedExercise): string {
    return this.#entry(loaded.id, problems, [
      ...ladderLines(ladder),
      strategies.map(({ strategy, score }) => `${strategy} ${score.toFixed(1)}`).join(' · '),
    ]);
  }

  lesson({ skill, example, problems }: CheckedLesson): string {
    const scores = example ? `before ${example.before.toFixed(1)} → after ${example.after.toFixed(1)}` : '';
    return this.#entry(`lessons/${skill}`, problems, [scores]);
  }

  paths(problems: readonly Problem[]): string {
    return this.#entry('paths', problems, []);
  }

  #entry(name: string, problems: readonly Problem[], facts: readonly string[]): string {
    const mark = problems.length === 0 ? this.#paint(32, '✓') : this.#paint(31, '✗');
    const lines = [
      `${mark} ${name}`,
      ...facts.filter(Boolean).map((fact) => `    ${fact}`),
      ...problems
        .slice(0, mostShown)
        .map(({ file, line, column, message }) => `    ${file}:${line}:${column ?? 1}  ${message}`),
      ...(problems.length > mostShown ? [`    and ${problems.length - mostShown} more; --json has them all`] : []),
    ];
    return `${lines.join('\n')}\n`;
  }

  #paint(code: number, text: string): string {
    return this.#colour ? `\u001b[${code}m${text}\u001b[0m` : text;
  }
}

/** A line for each model. */
function ladderLines(ladder: CheckedExercise['scores']['ladder']): string[] {
  const sizes = simulatedSizes.filter((size) => ladder.some(({ scores }) => scores[size] !== undefined));
  const widest = Math.max(...sizes.map((size) => size.length));
  return sizes.map(
    (size) =>
      `${size.padEnd(widest)}  ${ladder.map(({ rung, scores }) => `${rung} ${(scores[size] ?? 0).toFixed(1)}`).join(' → ')}`,
  );
}

/** What `--json` says of an exercise. */
export function exerciseJson({ loaded, scores: { ladder, strategies }, problems }: CheckedExercise) {
  const { file: exercise, words } = loaded;
  const heldOut = exercise?.cases.filter((one) => one.heldOut).length ?? 0;
  return {
    id: loaded.id,
    kind: exercise?.kind ?? null,
    profession: exercise?.profession ?? null,
    level: exercise?.level ?? null,
    skills: exercise?.skills ?? [],
    cases: { shown: (exercise?.cases.length ?? 0) - heldOut, heldOut },
    ladder: ladder.map(({ rung, score, scores }) => ({
      rung,
      score: oneDecimal(score),
      scores: Object.fromEntries(Object.entries(scores).map(([size, one]) => [size, oneDecimal(one)])),
    })),
    ...(strategies.length > 0 && {
      strategies: strategies.map(({ strategy, score }) => ({ strategy, score: oneDecimal(score) })),
    }),
    languages: (['en', 'fr'] as const).filter(
      (language) => words[language] && !problems.some(({ file }) => file.endsWith(`/${language}.md`)),
    ),
    problems,
  };
}

/** What `--json` says of a lesson. */
export function lessonJson({ skill, exercise, example, problems }: CheckedLesson) {
  const scores = example && { before: oneDecimal(example.before), after: oneDecimal(example.after) };
  return { skill, exercise: exercise ?? null, example: scores ?? null, problems };
}
