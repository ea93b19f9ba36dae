import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './support/ensure-chromium.ts';

/**
 * `npm run test:long`: what takes longer than a change may wait for. Each step can be run alone:
 * `npm run test:long -- soak`. Every step ends by itself and prints its figures.
 */
const doors = join('tests', 'security', 'doors.test.ts');
const steps: Record<string, { what: string; run: () => boolean }> = {
  doors: {
    what: 'doors, 10,000 inputs each',
    run: () => properties('10000', [doors]),
  },
  properties: {
    what: 'every other property, 2,000 inputs each',
    run: () =>
      properties(
        '2000',
        testsWithProperties().filter((file) => file !== doors),
      ),
  },
  kills: {
    what: '120 kills of page, worker and browser at any moment of any write',
    run: () => endToEnd({ CANDOR_KILLS: '120' }, 'kills'),
  },
  soak: { what: '1,000 runs in one page', run: () => endToEnd({ CANDOR_LONG: 'soak' }) },
  exercises: {
    what: 'every exercise on every size of the simulated model',
    run: () => passes('npm', ['run', '--silent', 'candor', '--', 'check']),
  },
};

function passes(command: string, parameters: string[], environment: Record<string, string> = {}): boolean {
  return spawnSync(command, parameters, { stdio: 'inherit', env: { ...process.env, ...environment } }).status === 0;
}

/** Each test is shown when it is over. */
function properties(inputs: string, files: string[]): boolean {
  const all = ['vitest', 'run', '--project', 'core', '--project', 'node', '--reporter', 'verbose', ...files];
  return passes('npx', [...all, '--testTimeout', '3600000'], { CANDOR_PROPERTY_RUNS: inputs });
}

/** The other tests would only do again what `npm test` does. */
function testsWithProperties(): string[] {
  return ['src', 'tests']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
    .filter((file) => file.endsWith('.test.ts') && !/\.(?:browser|svelte)\.test\.ts$/.test(file))
    .filter((file) => readFileSync(file, 'utf8').includes("from 'fast-check'"));
}

let built = false;

function endToEnd(environment: Record<string, string>, ...parameters: string[]): boolean {
  built ||= passes('npx', ['vite', 'build', '--logLevel', 'warn']);
  const all = ['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts', '--reporter', 'list', ...parameters];
  return built && passes('npx', all, environment);
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`No step is called ${unknown.join(', ')}. There are ${Object.keys(steps).join(', ')}.`);
  process.exit(2);
}
process.env['CANDOR_CHROMIUM'] = await ensureChromium((sentence) => console.log(sentence));

let failed = 0;
for (const name of asked.length > 0 ? asked : Object.keys(steps)) {
  const { what, run } = steps[name]!;
  const startedAt = Date.now();
  const passed = run();
  console.log(
    `— ${name} (${what}): ${passed ? 'passed' : 'failed'} (${((Date.now() - startedAt) / 1000).toFixed(0)} s)`,
  );
  if (!passed) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
