/**
 * Prints how well the matcher does on the wordings: `npx tsx tests/language/measure.ts [--half tune|test] [--failures]`.
 * Failures are shown of the tuning half only; the other half stays unseen.
 */
import { type Half, measure } from './wordings.ts';

const wanted = process.argv.includes('--half') ? process.argv[process.argv.indexOf('--half') + 1] : undefined;
for (const half of ['tune', 'test'] as const satisfies readonly Half[]) {
  if (wanted !== undefined && wanted !== half) continue;
  const { figures, failures } = measure(half);
  for (const [key, { recall, falsePositives, same, other }] of [...figures].sort()) {
    console.log(
      `${half} ${key}: recall ${recall.toFixed(3)} of ${same}, false positives ${falsePositives.toFixed(3)} of ${other}`,
    );
  }
  if (half !== 'tune' || !process.argv.includes('--failures')) continue;
  for (const one of failures)
    console.log(`${one.kind} ${one.name} ${one.language} ${one.score.toFixed(2)}: ${one.text}`);
}
