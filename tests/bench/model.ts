import { parseArgs } from 'node:util';
import { printFigures, type Figure } from './figure.ts';
import { nullEffectFigures, trickFigures } from './model-exercises.ts';
import { needFigures } from './model-needs.ts';
import { speedFigures } from './model-speed.ts';
import { printFailures, printKinds, trialFigures, type KindRow } from './model-trial.ts';

/**
 * `npm run bench -- model`: how well the simulated model reads and writes, and whether it errs as real models err.
 * `--half tune` measures the half that developers may look into; `--failures` shows what fails in that half, and
 * nothing else; `--only trial|needs|tricks|null|speed` measures one part, for the whole takes minutes.
 */
const { values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    half: { type: 'string' },
    failures: { type: 'boolean' },
    only: { type: 'string' },
  },
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
  const parts: Record<string, () => Figure[]> = {
    trial: () => {
      const trial = trialFigures(half);
      kinds.push(...trial.kinds);
      return trial.figures;
    },
    needs: needFigures,
    tricks: trickFigures,
    null: nullEffectFigures,
    speed: speedFigures,
  };
  const kinds: KindRow[] = [];
  const names = values.only === undefined ? Object.keys(parts) : [values.only];
  const figures = names.flatMap((name) => parts[name]?.() ?? []);
  if (figures.length === 0) {
    console.error(`--only is one of ${Object.keys(parts).join(', ')}.`);
    process.exitCode = 1;
  } else {
    printFigures(figures, { half, kinds }, values.json ?? false);
    if (!values.json && kinds.length > 0) printKinds(kinds);
  }
}
