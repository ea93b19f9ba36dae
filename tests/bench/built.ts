import { parseArgs } from 'node:util';
import { loadExercises, readyToWrite } from '#services/exercises/folder.ts';
import { gradeSample } from '#core/grading/grade.ts';
import { knowledgeOf } from '#core/exercises/knowledge-of.ts';
import { renderPrompt } from '#core/prompts/template.ts';
import { simulate } from '#core/simulator/simulate.ts';
import { median, printFigures, timed, type Figure } from './figure.ts';
import { measureSizes } from './sizes.ts';

/**
 * Figures of the built app and of the two things that run most. Times are medians of this machine; they are reported,
 * never asserted. `--gate` prints the sizes only and fails beyond a budget.
 */
const { values } = parseArgs({ options: { json: { type: 'boolean' }, gate: { type: 'boolean' } } });

const sizes: Figure[] = measureSizes('dist').map(({ what, bytes, limit }) => ({
  what: `${what}, gzip`,
  measured: `${(bytes / 1000).toFixed(1)} KB`,
  goal: `≤ ${(limit / 1000).toFixed(0)} KB`,
  kept: bytes <= limit,
}));

const figures = values.gate ? sizes : [...sizes, ...times()];
printFigures(figures, {}, values.json ?? false);
if (values.gate && figures.some((figure) => !figure.kept)) process.exitCode = 1;

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
