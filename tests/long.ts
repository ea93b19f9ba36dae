import { spawnSync } from 'node:child_process';

/** `npm run test:long`: every property with many more inputs, and every exercise on all three sizes. */
const runs = '5000';
let failed = 0;
const step = (name: string, parameters: string[], env: Record<string, string> = {}) => {
  const startedAt = Date.now();
  const { status } = spawnSync('npx', parameters, { stdio: 'inherit', env: { ...process.env, ...env } });
  console.log(`— ${name}: ${status === 0 ? 'passed' : 'failed'} (${((Date.now() - startedAt) / 1000).toFixed(0)} s)`);
  if (status !== 0) failed += 1;
};

step(`properties, ${runs} inputs each`, ['vitest', 'run', '--project', 'node', '--testTimeout', '600000'], {
  CANDOR_PROPERTY_RUNS: runs,
});
step('exercises', ['tsx', 'src/cli/main.ts', 'check']);
process.exitCode = failed === 0 ? 0 : 1;
