import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureChromium } from './support/ensure-chromium.ts';

/**
 * `npm test`: everything that gates, ending in one line that counts it all. Two rows of steps go on side by side, so that
 * no core waits for a step that needs one alone, or for a page; what a step says is shown when it ends.
 * A step that is no test runner (types, exercises, the build) counts as one test.
 */
interface Tally {
  passed: number;
  failed: number;
}

interface Step {
  name: string;
  command: string[];
  /** Reads what a test runner left; without, the step passes or fails as a whole. */
  report?: { file: string; read: (report: unknown) => Tally };
  /** The steps after it in its row are of no use when it fails. */
  needed?: boolean;
}

const reports = 'test-results';
const unit: Step = {
  name: 'unit and component tests',
  command: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${reports}/vitest.json`],
  report: {
    file: 'vitest.json',
    read: (report) => {
      const { numPassedTests, numFailedTests } = report as { numPassedTests: number; numFailedTests: number };
      return { passed: numPassedTests, failed: numFailedTests };
    },
  },
};
const endToEnd: Step = {
  name: 'end to end',
  command: ['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts'],
  report: {
    file: 'e2e.json',
    read: (report) => {
      const { stats } = report as { stats: { expected: number; unexpected: number; flaky: number } };
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
    },
  },
};
const types: Step = {
  name: 'types',
  command: ['svelte-check', '--fail-on-warnings', '--threshold', 'warning', '--output', 'human'],
};
const exercises: Step = { name: 'exercises', command: ['tsx', 'src/cli/main.ts', 'check'] };
const build: Step = { name: 'build', command: ['vite', 'build', '--logLevel', 'warn'], needed: true };
const sizes: Step = { name: 'sizes', command: ['tsx', 'tests/bench/run.ts', '--gate'] };

// Where `npm run check` has just passed, as in CI, nothing in the types can have changed since.
const rows = [
  [unit, exercises, ...(process.env['CANDOR_CHECKED'] ? [] : [types])],
  [build, sizes, endToEnd],
];

/** Runs a step; nothing of it is shown before it ends, so that two at once can be read. */
async function run({ name, command, report }: Step): Promise<Tally> {
  const startedAt = Date.now();
  const child = spawn('npx', command, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => void said.push(piece));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve(code));
  });
  const tally = tallyOf(status, report);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
  process.stdout.write(Buffer.concat(said));
  console.log(`\n— ${name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)\n`);
  return tally;
}

/** A run that ended badly without a failed test, or without any test, counts as one failure. */
function tallyOf(status: number | null, report: Step['report']): Tally {
  const failure = { passed: 0, failed: 1 };
  if (!report) return status === 0 ? { passed: 1, failed: 0 } : failure;
  try {
    const tally = report.read(JSON.parse(readFileSync(`${reports}/${report.file}`, 'utf8')));
    if (tally.passed + tally.failed === 0) return failure;
    return status !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
  } catch {
    return failure;
  }
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
process.env['CANDOR_CHROMIUM'] = await ensureChromium((sentence) => console.log(sentence));

const startedAt = Date.now();
const total: Tally = { passed: 0, failed: 0 };
await Promise.all(
  rows.map(async (row) => {
    for (const step of row) {
      const { passed, failed } = await run(step);
      total.passed += passed;
      total.failed += failed;
      if (failed > 0 && step.needed) return;
    }
  }),
);

console.log(`All of it took ${((Date.now() - startedAt) / 1000).toFixed(0)} s.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
