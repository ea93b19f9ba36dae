import { parseArgs } from 'node:util';
import { printFigures } from './figure.ts';
import { nullEffectFigures, trickFigures } from './model-exercises.ts';
import { needFigures } from './model-needs.ts';
import { speedFigures } from './model-speed.ts';
import { printFailures, printKinds, trialFigures } from './model-trial.ts';

/**
 * `npm run bench -- model`: how well the simulated model reads and writes, and whether it errs as real models err.
 * `--half tune` measures the half that developers may look into; `--failures` shows what fails in that half, and
 * nothing else.
 */
const { values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, half: { type: 'string' }, failures: { type: 'boolean' } },
});
const half = values.half ?? 'test';
if (half !== 'tune' && half !== 'test') {
  console.error(`--half is "tune" or "test", not "${half}".`);
  process.exitCode = 1;
} else if (values.failures && values.half === 'test') {
  console.error('Failures are shown for the tune half only, so that the other stays unseen.');
  process.exitCode = 1;
} else if (values.failures) {
  printFailures();
} else {
  const { figures, kinds } = trialFigures(half);
  const all = [...figures, ...needFigures(), ...trickFigures(), ...nullEffectFigures(), ...speedFigures()];
  printFigures(all, { half, kinds }, values.json ?? false);
  if (!values.json) printKinds(kinds);
}
