import { exerciseFromFiles } from './support/exercise-files.ts';
import { HeapGauge, type Heap } from './support/heap.ts';
import { rowsOf } from './support/stored.ts';
import { expect, test } from './support/test.ts';

const runs = Number(process.env['CANDOR_SOAK'] ?? 1000);
/** As many attempts as the page shows at most, and some more: until then its line of attempts grows, as it should. */
const warmUp = Number(process.env['CANDOR_SOAK_WARM_UP'] ?? 210);
const mostGrowth = 0.1;

const id = 'sales/suite-de-rendez-vous';
const exercise = exerciseFromFiles(id);
const variable = Object.keys(exercise.cases[0]!.values).find((name) => !exercise.common.includes(name))!;

const told = ({ page, workers, nodes }: Heap) =>
  `page ${(page / 1e6).toFixed(2)} MB, workers ${(workers / 1e6).toFixed(2)} MB, ${nodes} nodes`;

test(`${runs} runs in one page leave its heap as large as it was`, async ({ page, candor }) => {
  test.setTimeout((runs + warmUp) * 15_000 + 120_000);
  await candor.open(id);
  const gauge = await HeapGauge.on(page);
  let done = 0;
  /** Each time another prompt: the same again would be graded together with what it answered before. */
  const run = async () => {
    await candor.write(candor.editor, `Follow-up ${++done}: write the mail for {{${variable}}}`);
    await candor.editor.press('ControlOrMeta+Enter');
    // Its end is stored, then shown.
    await expect
      .poll(async () => (await rowsOf(page, ['progress'])).progress[0]?.attempts, { timeout: 60_000 })
      .toBe(done);
    await expect(candor.stopButton).toHaveCount(0, { timeout: 60_000 });
  };

  for (let time = 0; time < warmUp; time++) await run();
  const before = await gauge.measure();
  console.log(`after ${done} runs: ${told(before)}`);
  for (let time = 1; time <= runs; time++) {
    await run();
    if (time % 100 === 0 && time < runs) console.log(`after ${done} runs: ${told(await gauge.measure())}`);
  }
  const after = await gauge.measure();
  const growth = (part: keyof Heap) => after[part] / before[part] - 1;
  console.log(
    `after ${done} runs: ${told(after)}; growth of the page ${(growth('page') * 100).toFixed(1)} %, of workers ${(growth('workers') * 100).toFixed(1)} %`,
  );
  expect(growth('page')).toBeLessThanOrEqual(mostGrowth);
  expect(growth('workers')).toBeLessThanOrEqual(mostGrowth);
});
