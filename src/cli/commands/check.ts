import { simulatedSizes, type SimulatedSize } from '#core/simulator/completion.ts';
import { exerciseIds } from '#services/exercises/folder.ts';
import { CourseCheck } from '../check-course.ts';
import type { CheckedExercise } from '../check-exercise.ts';
import { CheckReport, exerciseJson, lessonJson } from '../check-report.ts';
import { CheckCrew, stopThreads } from '../check-crew.ts';
import { checkExercises } from '../check-exercises.ts';
import { targetsOf, type Targets } from '../check-targets.ts';
import type { Console } from '../console.ts';
import { exercisesRoot } from '../exercise-folder.ts';
import { InputError } from '../input-error.ts';
import type { Command } from '../command.ts';
import { readOptions, simulatedModel } from '../options.ts';
import { counted } from '../text.ts';

const check: Command = async (parameters, console) => {
  const { names, options } = readOptions('check', parameters, {
    json: 'flag',
    model: 'text',
    exercises: 'text',
    watch: 'flag',
  });
  const sizes = options.model === undefined ? simulatedSizes : [simulatedModel(options.model).size];
  const root = exercisesRoot(options.exercises);
  if (exerciseIds(root).length === 0) throw new InputError(`there are no exercises in "${root}"`);
  const targets = targetsOf(root, names);
  if (options.watch && options.json) throw new InputError('--watch reports as it goes; it has no --json');
  if (options.watch) {
    const { watchExercises } = await import('../check-watch.ts');
    const all = names.length === 0;
    const code = await watchExercises(root, targets, all, console, (changed) => report(root, changed, sizes, console));
    await stopThreads();
    return code;
  }

  const { checked, lessons, paths } = await checkAll(root, targets, sizes, console, !options.json);
  const problems = [...checked, ...lessons].reduce((sum, one) => sum + one.problems.length, 0) + paths.length;
  if (options.json) {
    const json = {
      exercises: checked.map(exerciseJson),
      lessons: lessons.map(lessonJson),
      paths: { problems: paths },
      problems,
    };
    await console.write(`${JSON.stringify(json, null, 2)}\n`);
  } else {
    await console.write(`\n${summary(targets, problems)}\n`);
  }
  return problems === 0 ? 0 : 1;
};

async function report(
  root: string,
  targets: Targets,
  sizes: readonly SimulatedSize[],
  console: Console,
): Promise<void> {
  const { checked, lessons, paths } = await checkAll(root, targets, sizes, console, true);
  const problems = [...checked, ...lessons].reduce((sum, one) => sum + one.problems.length, 0) + paths.length;
  await console.write(`${summary(targets, problems)}\n`);
}

/** Checks all, and says of one after the other how it is as soon as that is known. */
async function checkAll(
  root: string,
  targets: Targets,
  sizes: readonly SimulatedSize[],
  console: Console,
  aloud: boolean,
) {
  const report = new CheckReport(console);
  const say = (text: string) => (aloud ? console.write(text) : Promise.resolve());
  const checked: CheckedExercise[] = [];
  const progress = (line: string) => console.progress(line);
  const crew = new CheckCrew(Math.max(targets.exercises.length, targets.lessons.length));
  try {
    for await (const one of checkExercises(root, targets.exercises, sizes, crew, progress)) {
      checked.push(one);
      await say(report.exercise(one));
    }
    if (targets.lessons.length === 0 && !targets.paths) return { checked, lessons: [], paths: [] };

    const course = new CourseCheck(root, sizes.includes('medium') ? 'medium' : sizes[0]!, checked);
    const underWay = targets.lessons.map((skill) => course.lesson(skill, crew));
    const lessons = [];
    for (const [index, lesson] of underWay.entries()) {
      console.progress(`proving lessons/${targets.lessons[index]} (${index + 1} of ${targets.lessons.length})`);
      const one = await lesson;
      lessons.push(one);
      await say(report.lesson(one));
    }
    const paths = targets.paths ? course.paths() : [];
    if (targets.paths) await say(report.paths(paths));
    return { checked, lessons, paths };
  } finally {
    await crew.stop();
  }
}

function summary({ exercises, lessons, paths }: Targets, problems: number): string {
  const what = [
    ...(exercises.length > 0 ? [counted(exercises.length, 'exercise')] : []),
    ...(lessons.length > 0 ? [counted(lessons.length, 'lesson')] : []),
    ...(paths ? ['the paths'] : []),
  ];
  return `${what.join(', ')}, ${problems === 0 ? 'no problems' : counted(problems, 'problem')}`;
}

export default check;
