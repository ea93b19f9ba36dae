import { join, relative } from 'node:path';
import { proveExercise, type Proof } from '#core/exercises/proof/prove.ts';
import { exerciseIds, loadExercise, type LoadedExercise, type Problem } from '#services/exercises/folder.ts';
import type { Console } from '../console.ts';
import { exercisesRoot, requireIds } from '../exercise-folder.ts';
import { InputError } from '../input-error.ts';
import type { Command } from '../main.ts';
import { readOptions, simulatedModel } from '../options.ts';
import { counted, oneDecimal } from '../text.ts';

/** What `check` says of one exercise. */
interface Checked {
  loaded: LoadedExercise;
  ladder: Proof['ladder'];
  problems: Problem[];
}

const check: Command = async (parameters, console) => {
  const { names, options } = readOptions('check', parameters, { json: 'flag', model: 'text', exercises: 'text' });
  const { size } = simulatedModel(options.model);
  const root = exercisesRoot(options.exercises);
  const known = exerciseIds(root);
  if (known.length === 0) throw new InputError(`there are no exercises in "${root}"`);
  requireIds(root, names);
  const ids = names.length > 0 ? [...new Set(names)] : known;

  const checked: Checked[] = [];
  for (const [index, id] of ids.entries()) {
    const loaded = loadExercise(root, id, known);
    const problems = [...loaded.problems];
    let ladder: Proof['ladder'] = [];
    if (loaded.ready) {
      const { exercise, simulation, proof, locate } = loaded.ready;
      const proved = proveExercise({ exercise, simulation }, proof, {
        size,
        progress: (done, total) =>
          console.progress(`proving ${id} (${index + 1} of ${ids.length}): prompt ${done + 1} of ${total}`),
      });
      ladder = proved.ladder;
      problems.push(...proved.findings.map(locate));
    }
    checked.push({ loaded, ladder, problems: problems.map((problem) => fromHere(root, problem)).sort(byPlace) });
    if (!options.json) await console.write(exerciseText(checked.at(-1)!, console));
  }

  const problems = checked.reduce((sum, one) => sum + one.problems.length, 0);
  if (options.json) {
    await console.write(`${JSON.stringify({ exercises: checked.map(exerciseJson), problems }, null, 2)}\n`);
  } else {
    await console.write(
      `\n${counted(ids.length, 'exercise')}, ${problems === 0 ? 'no problems' : counted(problems, 'problem')}\n`,
    );
  }
  return problems === 0 ? 0 : 1;
};

/** Paths that can be clicked on, or opened from where the person stands. */
function fromHere(root: string, problem: Problem): Problem {
  return { ...problem, file: relative(process.cwd(), join(root, problem.file)).replaceAll('\\', '/') };
}

const byPlace = (a: Problem, b: Problem) =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || (a.column ?? 0) - (b.column ?? 0);

function exerciseText({ loaded, ladder, problems }: Checked, { colour }: Console): string {
  const paint = (code: number, text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const mark = problems.length === 0 ? paint(32, '✓') : paint(31, '✗');
  const lines = [`${mark} ${loaded.id}`];
  if (ladder.length > 0)
    lines.push(`    ${ladder.map(({ rung, score }) => `${rung} ${score.toFixed(1)}`).join(' → ')}`);
  for (const { file, line, column, message } of problems) lines.push(`    ${file}:${line}:${column ?? 1}  ${message}`);
  return `${lines.join('\n')}\n`;
}

function exerciseJson({ loaded, ladder, problems }: Checked) {
  const { file: exercise, words } = loaded;
  const heldOut = exercise?.cases.filter((one) => one.heldOut).length ?? 0;
  return {
    id: loaded.id,
    kind: exercise?.kind ?? null,
    profession: exercise?.profession ?? null,
    level: exercise?.level ?? null,
    skills: exercise?.skills ?? [],
    cases: { shown: (exercise?.cases.length ?? 0) - heldOut, heldOut },
    ladder: ladder.map(({ rung, score }) => ({ rung, score: oneDecimal(score) })),
    languages: (['en', 'fr'] as const).filter(
      (language) => words[language] && !problems.some(({ file }) => file.endsWith(`/${language}.md`)),
    ),
    problems,
  };
}

export default check;
