import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { fetched } from './fetched.ts';
import type { Figure } from './figure.ts';

/**
 * Grading what was recorded elsewhere, as a process of its own: against promptfoo on the same outputs with checks that
 * ask the same, and against itself as the outputs grow. Each can be left out.
 */
export async function measureGrading({ promptfoo = true, growth = true } = {}): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'candor-grading-'));
  try {
    const exercise = writeExercise(path.join(folder, 'exercises'));
    const grade = async (cases: number) => {
      const outputs = path.join(folder, `${cases}.jsonl`);
      writeFileSync(outputs, linesOf(cases));
      const command = ['src/cli/candor.mjs', 'grade', exercise, '--outputs', outputs, '--json'];
      return spent(process.execPath, [...command, '--exercises', path.join(folder, 'exercises')], { expected: 1 });
    };
    await grade(10); // makes the bundle where there is none yet
    const figures: Figure[] = [];
    if (promptfoo) figures.push(...(await againstPromptfoo(folder, await grade(1000))));
    if (growth) {
      const grown: Grown[] = [];
      for (const cases of [100, 1000, 10_000, 100_000]) grown.push({ cases, ...(await grade(cases)) });
      figures.push(...growing(grown));
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Spent {
  wallInSeconds: number;
  /** Processor time, which other work on the machine does not lengthen. */
  cpuInSeconds: number;
  peakInMegabytes: number;
}

/** Runs a program and asks the system what it took, its own helpers included. */
function spent(
  program: string,
  parameters: string[],
  {
    expected,
    ...options
  }: { cwd?: string; env?: NodeJS.ProcessEnv; /** Its exit code where some outputs are wrong. */ expected: number },
) {
  const report = path.join(tmpdir(), `candor-spent-${process.pid}`);
  const startedAt = performance.now();
  return new Promise<Spent>((resolve, reject) => {
    const child = spawn('/usr/bin/time', ['-o', report, '-f', '%U %S %M', program, ...parameters], {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0 && code !== expected)
        return reject(new Error(`${parameters.join(' ')} ended with ${code}: ${said}`));
      const wallInSeconds = (performance.now() - startedAt) / 1000;
      const measured = existsSync(report) ? readFileSync(report, 'utf8').trim().split('\n').at(-1)! : '';
      rmSync(report, { force: true });
      const [user, system, kilobytes] = measured.split(' ').map(Number);
      if (user === undefined || system === undefined || kilobytes === undefined) return reject(new Error(said));
      resolve({ wallInSeconds, cpuInSeconds: user + system, peakInMegabytes: kilobytes / 1024 });
    });
  });
}

const inWords = ({ wallInSeconds, cpuInSeconds, peakInMegabytes }: Spent) =>
  `${wallInSeconds.toFixed(1)} s (CPU ${cpuInSeconds.toFixed(1)} s), ${peakInMegabytes.toFixed(0)} MB`;

/** What each further check costs, start-up taken off, and how memory grows. */
function growing(growth: readonly Grown[]): Figure[] {
  const [few, , some, many] = growth as [Grown, Grown, Grown, Grown];
  const costOf = (from: Grown, to: Grown) =>
    ((to.cpuInSeconds - from.cpuInSeconds) / ((to.cases - from.cases) * checks.length)) * 1e6;
  const early = costOf(few, some);
  const late = costOf(some, many);
  const perCase = ((many.peakInMegabytes - some.peakInMegabytes) * 1024 * 1024) / (many.cases - some.cases);
  return [
    {
      what: 'cost per check, 10,000 to 100,000 cases against 100 to 10,000 (CPU time, start-up taken off)',
      measured: `${late.toFixed(0)} µs against ${early.toFixed(0)}`,
      goal: '≤ 1.2 ×',
      kept: late <= early * 1.2,
    },
    {
      what: 'peak memory at 100, 1,000, 10,000, 100,000 cases',
      measured: `${growth.map(({ peakInMegabytes }) => peakInMegabytes.toFixed(0)).join(', ')} MB`,
      goal: 'bounded',
      kept: perCase <= 1024, // what is kept of an output is less than the shortest of them with its case
    },
  ];
}
type Grown = { cases: number } & Spent;

async function againstPromptfoo(folder: string, ours: Spent): Promise<Figure[]> {
  const home = await fetched('promptfoo', '0.121.20');
  writeFileSync(path.join(folder, 'promptfoo.json'), promptfooConfig(1000));
  const parameters = ['eval', '-c', 'promptfoo.json', '--no-cache', '--no-table', '--no-write', '-j', '4'];
  const theirs = await spent(
    process.execPath,
    [path.join(home, 'node_modules/promptfoo/dist/src/entrypoint.js'), ...parameters, '-o', 'results.json'],
    {
      expected: 100,
      cwd: folder,
      env: {
        ...process.env,
        PROMPTFOO_DISABLE_TELEMETRY: '1',
        PROMPTFOO_DISABLE_UPDATE: '1',
        PROMPTFOO_CONFIG_DIR: path.join(folder, 'settings'),
      },
    },
  );
  const { results } = JSON.parse(readFileSync(path.join(folder, 'results.json'), 'utf8')) as {
    results: { results: { success: boolean }[] };
  };
  const passed = results.results.filter(({ success }) => success).length;
  if (results.results.length !== 1000 || passed !== passing(1000)) {
    throw new Error(`promptfoo passed ${passed} of ${results.results.length}, but ${passing(1000)} of 1000 are right`);
  }
  const faster = theirs.wallInSeconds / ours.wallInSeconds;
  const cheaper = theirs.cpuInSeconds / ours.cpuInSeconds;
  const smaller = theirs.peakInMegabytes / ours.peakInMegabytes;
  return [
    {
      what: `grading 1,000 cases × 4 checks, whole process: ${inWords(ours)}; promptfoo: ${inWords(theirs)}`,
      measured: `${faster.toFixed(1)} × faster (CPU ${cheaper.toFixed(1)} ×), ${(1 / smaller).toFixed(2)} of the memory`,
      goal: '≥ 10 ×, ≤ 0.33',
      kept: faster >= 10 && smaller >= 3,
    },
  ];
}

/** The same four questions for both: a sign, a form, a word, and a word that must not stand there. */
const checks = [
  { id: 'names', type: 'contains', value: '{{expect.city}}', weight: 1 },
  { id: 'number', type: 'regex', value: 'order [0-9]{4}', weight: 1 },
  { id: 'json', type: 'is-json', weight: 1 },
  { id: 'no-refund', type: 'not-contains', value: 'refund', weight: 1 },
];
const theirChecks = [
  { type: 'contains', value: '{{city}}' },
  { type: 'regex', value: 'order [0-9]{4}' },
  { type: 'is-json' },
  { type: 'not-contains', value: 'refund' },
];

const cities = ['Lyon', 'Leeds', 'Ghent', 'Porto', 'Turin', 'Riga', 'Cork'];
const cityOf = (index: number) => cities[index % cities.length]!;
const isRight = (index: number) => index % 5 !== 0;
const passing = (cases: number) => Array.from({ length: cases }, (_, index) => index).filter(isRight).length;

/** About eighty words, as answers of a support desk are; one in five offers what it must not. */
function outputOf(index: number): string {
  const body =
    `Your order ${1000 + (index % 9000)} left our store in ${cityOf(index)} on Monday and is with the carrier. ` +
    'The carrier needs two to four working days, more where a public holiday falls in between. '.repeat(4) +
    (isRight(index) ? 'Write to us again if it has not come by Friday.' : 'We will refund you at once.');
  return JSON.stringify({ outcome: 'wait', reply: body });
}

function linesOf(cases: number): string {
  const lines: string[] = [];
  for (let index = 0; index < cases; index++) {
    const heldOut = index % 2 === 1;
    lines.push(
      JSON.stringify({ case: `case-${index}`, output: outputOf(index), expect: { city: cityOf(index) }, heldOut }),
    );
  }
  return `${lines.join('\n')}\n`;
}

function promptfooConfig(cases: number): string {
  return JSON.stringify({
    prompts: ['{{output}}'],
    providers: ['echo'],
    defaultTest: { assert: theirChecks },
    tests: Array.from({ length: cases }, (_, index) => ({ vars: { output: outputOf(index), city: cityOf(index) } })),
  });
}

/** An exercise with these checks, made from the fixture of the tests; its own cases are not used. */
function writeExercise(root: string): string {
  const id = 'support/late-parcel';
  const folder = path.join(root, id);
  cpSync(path.join('tests/fixtures/exercises', id), folder, { recursive: true });
  const file = path.join(folder, 'exercise.yaml');
  const exercise = parse(readFileSync(file, 'utf8')) as {
    cases: { expect: object }[];
    fixtures: { fails?: string[] }[];
  };
  const fixtures = exercise.fixtures.map((one) => (one.fails ? { ...one, fails: ['names'] } : one));
  const cases = exercise.cases.map((one) => ({ ...one, expect: { ...one.expect, city: cityOf(0) } }));
  writeFileSync(file, JSON.stringify({ ...exercise, cases, checks, fixtures }));
  for (const name of ['en.md', 'fr.md']) {
    const words = readFileSync(path.join(folder, name), 'utf8');
    const said = checks.map((check) => `- ${check.id}\n  - met: ${check.id}\n  - missed: not ${check.id}\n`).join('');
    writeFileSync(path.join(folder, name), words.replace(/## checks\n[^#]*/, `## checks\n\n${said}\n`));
  }
  return id;
}
