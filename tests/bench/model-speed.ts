import { simulate } from '#core/simulator/simulate.ts';
import { countWords } from '#core/language/measure.ts';
import { median, timed, type Figure } from './figure.ts';
import { promptsOf } from './model-trial.ts';

const asRequest = (content: string, seed: number) =>
  ({ messages: [{ role: 'user', content }], parameters: {}, size: 'medium', seed, sample: 0, knowledge: [] }) as const;

/**
 * How long an answer takes, reading included. What comes back in many prompts is remembered, so that each measured
 * prompt is met for the first time; the others warm the machine up.
 */
export function speedFigures(): Figure[] {
  const times: number[] = [];
  const prompts = promptsOf('tune');
  for (const [seed, { prompt }] of prompts.entries()) if (seed % 3 === 0) simulate(asRequest(prompt, seed));
  for (const [seed, { prompt }] of prompts.entries()) {
    if (seed % 3 === 0) continue;
    let words = 0;
    const request = asRequest(prompt, seed);
    const milliseconds = timed(() => {
      words = countWords(simulate(request).text);
    });
    if (words >= 130 && words <= 270) times.push(milliseconds);
  }
  const long = 'The quick report says 12 of 40 orders were late. Summarise it in three bullets. '.repeat(1280);
  simulate(asRequest(long, 0));
  const hundredKilobytes = median([1, 2, 3, 4, 5].map((seed) => timed(() => simulate(asRequest(long, seed)))));
  const figure = (what: string, value: number, most: number): Figure => ({
    what,
    measured: `${value.toFixed(2)} ms`,
    goal: `≤ ${most} ms`,
    kept: value <= most,
  });
  return [
    figure(`a completion of about 200 words, median of ${times.length}`, median(times), 2),
    figure('a prompt of 100 KB, median of 5', hundredKilobytes, 50),
  ];
}
