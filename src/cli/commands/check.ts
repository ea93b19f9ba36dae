import { join, relative } from 'node:path';
import type { Finding } from '#core/exercises/finding.ts';
import { proveArbitrate } from '#core/exercises/proof/prove-arbitrate.ts';
import { proveExercise } from '#core/exercises/proof/prove.ts';
import {
  exerciseIds,
  loadExercise,
  type LoadedExercise,
  type Problem,
  type ReadyExercise,
} from '#services/exercises/folder.ts';
import type { Console } from '../console.ts';
import { exercisesRoot, requireIds } from '../exercise-folder.ts';
import { InputError } from '../input-error.ts';
import type { Command } from '../main.ts';
import { readOptions, simulatedModel } from '../options.ts';
import type { SimulatedSize } from '#core/simulator/completion.ts';
import { counted, oneDecimal } from '../text.ts';

/** What `check` says of one exercise. */
interface Checked {
  loaded: LoadedExercise;
  scores: Scores;
  problems: Problem[];
}

/** What the proof measured: the rungs of a ladder, or ways of judging. */
interface Scores {
  ladder: readonly { rung: string; score: number }[];
  strategies: readonly { strategy: string; score: number }[];
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
    if (loaded.stale) {
      const message = `its wordings have changed since they were learnt: run "npm run candor -- learn ${id}"`;
      problems.push({ file: `${id}/learned.json`, line: 1, message });
    }
    let scores: Scores = { ladder: [], strategies: [] };
    if (loaded.ready) {
      const { findings, ...proved } = prove(loaded.ready, size, (done, total) =>
        console.progress(`proving ${id} (${index + 1} of ${ids.length}): prompt ${done + 1} of ${total}`),
      );
      scores = { ...scores, ...proved };
      problems.push(...findings.map(loaded.ready.locate));
    }
    checked.push({ loaded, scores, problems: problems.map((problem) => fromHere(root, problem)).sort(byPlace) });
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

function prove(
  ready: ReadyExercise,
  size: SimulatedSize,
  progress: (done: number, total: number) => void,
): Partial<Scores> & { findings: Finding[] } {
  if (ready.kind === 'arbitrate') return proveArbitrate(ready.exercise);
  return proveExercise(ready, ready.proof, { size, progress });
}

/** Paths that can be clicked on, or opened from where the person stands. */
function fromHere(root: string, problem: Problem): Problem {
  return { ...problem, file: relative(process.cwd(), join(root, problem.file)).replaceAll('\\', '/') };
}

const byPlace = (a: Problem, b: Problem) =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || (a.column ?? 0) - (b.column ?? 0);

function exerciseText({ loaded, scores: { ladder, strategies }, problems }: Checked, { colour }: Console): string {
  const paint = (code: number, text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const mark = problems.length === 0 ? paint(32, '✓') : paint(31, '✗');
  const lines = [`${mark} ${loaded.id}`];
  if (ladder.length > 0)
    lines.push(`    ${ladder.map(({ rung, score }) => `${rung} ${score.toFixed(1)}`).join(' → ')}`);
  if (strategies.length > 0)
    lines.push(`    ${strategies.map(({ strategy, score }) => `${strategy} ${score.toFixed(1)}`).join(' · ')}`);
  for (const { file, line, column, message } of problems) lines.push(`    ${file}:${line}:${column ?? 1}  ${message}`);
  return `${lines.join('\n')}\n`;
}

function exerciseJson({ loaded, scores: { ladder, strategies }, problems }: Checked) {
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
    ...(strategies.length > 0 && {
      strategies: strategies.map(({ strategy, score }) => ({ strategy, score: oneDecimal(score) })),
    }),
    languages: (['en', 'fr'] as const).filter(
      (language) => words[language] && !problems.some(({ file }) => file.endsWith(`/${language}.md`)),
    ),
    problems,
  };
}

export default check;
