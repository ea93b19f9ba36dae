import { parseArgs } from 'node:util';
import { loadExercises, readyToWrite } from '#services/exercises/folder.ts';
import { gradeSample } from '#core/grading/grade.ts';
import { knowledgeOf } from '#core/exercises/knowledge-of.ts';
import { renderPrompt } from '#core/prompts/template.ts';
import { simulate } from '#core/simulator/simulate.ts';
import { withBuiltApp } from './built-app.ts';
import { measureEditor } from './editor-size.ts';
import { median, printFigures, timed, type Figure } from './figure.ts';
import { measureFirstView } from './first-view.ts';
import { measureGrading } from './grading.ts';
import { measureLighthouse } from './lighthouse.ts';
import { measurePractice } from './practice.ts';
import { measureSizes } from './sizes.ts';
import { measureStorage } from './storage.ts';

/**
 * Figures of the built app. Times are of this machine at this moment; they are reported, never asserted, and where another
 * program or the plain way is measured beside them, the ratio tells more. `--gate` prints the sizes only and fails beyond
 * a budget; `--only NAME` prints some rows; `--all` also those for which other programs are fetched.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    gate: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    only: { type: 'string' },
    dist: { type: 'string', default: 'dist' },
  },
});
const { dist } = values;

/** Rows by what they are about; those that fetch other programs last. */
const rows: Record<string, { fetches?: boolean; measure: () => Figure[] | Promise<Figure[]> }> = {
  sizes: { measure: sizes },
  times: { measure: times },
  'first-view': { measure: () => withBuiltApp(dist, measureFirstView) },
  practice: { measure: () => withBuiltApp(dist, measurePractice) },
  storage: { measure: () => withBuiltApp(dist, measureStorage) },
  grading: { measure: () => measureGrading({ promptfoo: false }) },
  promptfoo: { fetches: true, measure: () => measureGrading({ promptfoo: true, growth: false }) },
  lighthouse: { fetches: true, measure: () => withBuiltApp(dist, measureLighthouse) },
};

const asked = values.gate ? 'sizes' : values.only;
const figures: Figure[] = [];
for (const [name, { fetches, measure }] of Object.entries(rows)) {
  if (asked === undefined ? fetches && !values.all : name !== asked) continue;
  try {
    figures.push(...(await measure()));
  } catch (error) {
    // One row that breaks does not take the others with it.
    figures.push({ what: `${name}: ${String(error).split('\n')[0]}`, measured: 'failed', goal: '', kept: false });
  }
}
printFigures(figures, {}, values.json);
if (values.gate && figures.some((figure) => !figure.kept)) process.exitCode = 1;

async function sizes(): Promise<Figure[]> {
  return [...measureSizes(dist), await measureEditor()].map(({ what, bytes, limit }) => ({
    what: `${what}, gzip`,
    measured: `${(bytes / 1000).toFixed(1)} KB`,
    goal: `≤ ${(limit / 1000).toFixed(0)} KB`,
    kept: bytes <= limit,
  }));
}

function times(): Figure[] {
  const ready = readyToWrite(loadExercises('exercises'));
  const completions: number[] = [];
  const outputs = ready.flatMap(({ exercise, simulation }) => {
    const knowledge = [knowledgeOf({ exercise, simulation })];
    const { prompt } = exercise.ladder.at(-1)!;
    return exercise.cases.flatMap((one) => {
      const messages = renderPrompt(prompt, one.values);
      const request = { messages, parameters: {}, size: 'medium', seed: 0, sample: 0, knowledge } as const;
      completions.push(timed(() => simulate(request)));
      return [{ exercise, case: one, sample: 0, output: simulate(request).text }];
    });
  });
  const gradings = outputs.map((output) => timed(() => gradeSample(output)));
  const long = 'The quick report says 12 of 40 orders were late. Summarise it in three bullets. '.repeat(1250);
  const longPrompt = [{ role: 'user', content: long }] as const;
  const request = { messages: longPrompt, parameters: {}, size: 'medium', seed: 0, sample: 0, knowledge: [] } as const;
  simulate(request);
  const hundredKilobytes = [1, 2, 3, 4, 5].map(() => timed(() => simulate(request)));
  const figure = (what: string, milliseconds: number, goal: number): Figure => ({
    what,
    measured: `${milliseconds.toFixed(2)} ms`,
    goal: `≤ ${goal} ms`,
    kept: milliseconds <= goal,
  });
  return [
    figure('a completion of a reference prompt, median', median(completions), 2),
    figure('a completion of a 100 KB prompt, median', median(hundredKilobytes), 50),
    figure('grading one output with all its checks, median', median(gradings), 2),
  ];
}
