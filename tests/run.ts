import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureChromium } from './support/ensure-chromium.ts';

/**
 * `npm test`: everything that gates, one step after the other, ending in one line that counts it all.
 * A step that is no test runner (types, exercises, the build) counts as one test.
 */
interface Tally {
  passed: number;
  failed: number;
}

const reports = 'test-results';
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
process.env['CANDOR_CHROMIUM'] = await ensureChromium((sentence) => console.log(sentence));

const total: Tally = { passed: 0, failed: 0 };
const add = (name: string, tally: Tally, startedAt: number) => {
  total.passed += tally.passed;
  total.failed += tally.failed;
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
  console.log(`\n— ${name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)\n`);
};

/** A command that passes or fails as a whole. */
function step(name: string, command: string, ...parameters: string[]) {
  const startedAt = Date.now();
  const { status } = spawnSync(command, parameters, { stdio: 'inherit' });
  add(name, status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, startedAt);
}

/** A test runner that leaves a report; a run that ended badly without a failed test counts as one failure. */
function runner(
  name: string,
  report: string,
  read: (report: unknown) => Tally,
  command: string,
  ...parameters: string[]
) {
  const startedAt = Date.now();
  const { status } = spawnSync(command, parameters, { stdio: 'inherit' });
  let tally: Tally;
  try {
    tally = read(JSON.parse(readFileSync(`${reports}/${report}`, 'utf8')));
  } catch {
    tally = { passed: 0, failed: 1 };
  }
  if (status !== 0 && tally.failed === 0) tally.failed = 1;
  if (tally.passed + tally.failed === 0) tally.failed = 1;
  add(name, tally, startedAt);
}

step('types', 'npx', 'svelte-check', '--fail-on-warnings', '--threshold', 'warning', '--output', 'human');
runner(
  'unit and component tests',
  'vitest.json',
  (report) => {
    const { numPassedTests, numFailedTests } = report as { numPassedTests: number; numFailedTests: number };
    return { passed: numPassedTests, failed: numFailedTests };
  },
  'npx',
  'vitest',
  'run',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${reports}/vitest.json`,
);
step('exercises', 'npm', 'run', '--silent', 'candor', '--', 'check');
step('build', 'npx', 'vite', 'build', '--logLevel', 'warn');
step('sizes', 'npx', 'tsx', 'tests/bench/run.ts', '--gate');
runner(
  'end to end',
  'e2e.json',
  (report) => {
    const { stats } = report as { stats: { expected: number; unexpected: number; flaky: number } };
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
  },
  'npx',
  'playwright',
  'test',
  '--config',
  'tests/e2e/playwright.config.ts',
);

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
