import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseExport, type ImportProblem } from '#core/attempts/export-schema.ts';
import type { Comparison, Matrix, Variant } from '#core/comparisons/comparison.ts';
import { toPromptfoo } from '#core/comparisons/export/promptfoo.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { Prompt } from '#core/prompts/prompt.ts';
import type { Console } from '../console.ts';
import { exercisesRoot, requireExercise } from '../exercise-folder.ts';
import { readText } from '../files.ts';
import { InputError } from '../input-error.ts';
import type { Command } from '../command.ts';
import { readOptions, wholeNumber } from '../options.ts';
import { readPrompt } from '../prompt-file.ts';
import { soleName } from '../sole-name.ts';

/** Where `candor serve` answers when nobody chose a port. */
const usualAddress = 'http://127.0.0.1:4870/v1';

const words = {
  about: (address: string) =>
    `From Candor. The models answer at ${address}; "candor serve" answers there with the simulated ones.\n` +
    'Run it with: npx promptfoo eval -c this-file.yaml',
  left: (checks: string) => `Not carried over, because promptfoo has nothing alike: ${checks}`,
};

/** Hands an exercise, or a comparison saved from the page, to a tool made for runs of thousands of cases. */
const exportCommand: Command = async (parameters, console) => {
  const { names, options } = readOptions('export', parameters, {
    promptfoo: 'flag',
    prompt: 'text',
    model: 'text',
    at: 'text',
    key: 'text',
    samples: 'text',
    out: 'text',
    exercises: 'text',
  });
  if (!options.promptfoo) throw new InputError('"candor export" needs to know for which tool; it knows --promptfoo');
  const name = soleName('export', names);
  const root = exercisesRoot(options.exercises);
  const at = address(options.at);
  if (options.key !== undefined && !/^[A-Z_][A-Z0-9_]*$/i.test(options.key))
    throw new InputError(
      `--key takes the name of an environment variable, for instance OPENAI_API_KEY, and "${options.key.slice(0, 4)}…" is none; the key itself never stands in a file`,
    );
  const samples = wholeNumber('samples', options.samples, 1, 100);

  let row: Comparison | Matrix;
  let bundle: ExerciseBundle | undefined;
  if (name?.endsWith('.json')) {
    row = savedComparison(name);
    if (row.subject.kind === 'exercise') bundle = requireExercise(root, row.subject.exercise, 'export');
    if (samples !== undefined) row = { ...row, samples };
  } else {
    bundle = requireExercise(root, name, 'export');
    row = await fromExercise(bundle, options, samples ?? 1, console);
  }
  const yaml = toPromptfoo({ row, outputs: [], bundle, heldOutOpen: true }, words, at, options.key);
  if (options.out === undefined) {
    await console.write(yaml);
  } else {
    const file = resolve(process.env['INIT_CWD'] ?? '.', options.out);
    writeFileSync(file, yaml);
    console.note(`Written to ${file}`);
  }
  return 0;
};

/** The person's prompt, or else the whole ladder, so that there is something to compare with. */
async function fromExercise(
  { exercise }: ExerciseBundle,
  { prompt, model = 'simulated-medium' }: { prompt?: string; model?: string },
  samples: number,
  console: Console,
): Promise<Comparison> {
  const variant = (id: string, written: Prompt): Variant => ({
    id,
    name: id,
    prompt: written,
    model: { id: model, seed: 0 },
  });
  const panes =
    prompt === undefined
      ? exercise.ladder.map((rung) => variant(rung.id, rung.prompt))
      : [variant('prompt', await readPrompt(prompt, exercise, 'export', console))];
  return {
    id: 'export',
    title: exercise.words.en.title,
    createdAt: 0,
    updatedAt: 0,
    subject: { kind: 'exercise', exercise: exercise.id },
    case: exercise.cases[0]?.id ?? '',
    panes,
    linked: { prompt: false, parameters: true, model: true },
    samples,
  };
}

/** The one comparison or matrix of a file that the page saved. */
function savedComparison(name: string): Comparison | Matrix {
  const parsed = parseExport(readText(name));
  if (!parsed.ok) throw new InputError(`"${name}" ${refusal(parsed.problem)}`);
  const rows = [...parsed.file.comparisons, ...parsed.file.matrices];
  const [row] = rows;
  if (!row) throw new InputError(`"${name}" holds no comparison; save one from its page ("Keep and share", JSON)`);
  if (rows.length > 1)
    throw new InputError(
      `"${name}" holds ${rows.length} comparisons, and one file of promptfoo describes one; save the one you mean from its page`,
    );
  return row;
}

function refusal(problem: ImportProblem): string {
  switch (problem.code) {
    case 'too-large':
      return 'is larger than a file of Candor can be';
    case 'not-json':
      return 'is not JSON';
    case 'not-ours':
      return 'is not an export file of Candor';
    case 'newer':
      return 'comes from a newer version of Candor';
    case 'invalid':
      return `is damaged; the first fault is at ${problem.where}`;
  }
}

function address(typed = usualAddress): string {
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new InputError(`--at takes the address of a server, for instance ${usualAddress}, but is "${typed}"`);
  return typed.replace(/\/+$/, '');
}

export default exportCommand;
