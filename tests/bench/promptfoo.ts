import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Comparison, Variant } from '#core/comparisons/comparison.ts';
import { toPromptfoo } from '#core/comparisons/export/promptfoo.ts';
import { loadExercises, readyToWrite } from '#services/exercises/folder.ts';
import { serveCandor } from '../support/candor-server.ts';

/**
 * `npm run bench -- promptfoo`: exports a comparison of every exercise, starter against reference, and lets promptfoo itself
 * check the file and run it against `candor serve`. promptfoo is large, so it is no dependency: it is fetched by npx, or
 * taken from `--at FOLDER`, where it is installed.
 */
const { values } = parseArgs({ options: { at: { type: 'string' }, only: { type: 'string' } }, allowPositionals: true });
const command = values.at ? [path.join(values.at, 'node_modules/.bin/promptfoo')] : ['npx', '--yes', 'promptfoo@0.121'];
const folder = mkdtempSync(path.join(tmpdir(), 'candor-promptfoo-'));
const server = await serveCandor();
const quiet = {
  PROMPTFOO_DISABLE_TELEMETRY: '1',
  PROMPTFOO_DISABLE_UPDATE: '1',
  PROMPTFOO_CONFIG_DIR: path.join(folder, 'settings'),
};
let refused = 0;

function promptfoo(...parameters: string[]): { status: number | null; said: string } {
  const [program = '', ...first] = command;
  const { status, stdout, stderr } = spawnSync(program, [...first, ...parameters], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...quiet },
  });
  return { status, said: `${stdout}${stderr}` };
}

for (const bundle of readyToWrite(loadExercises('exercises'))) {
  const { exercise } = bundle;
  if (values.only && values.only !== exercise.id) continue;
  const [starter, reference] = [exercise.ladder[0], exercise.ladder.at(-1)];
  if (!starter || !reference) continue;
  const pane = (id: string, { prompt }: Pick<Variant, 'prompt'>): Variant => ({
    id,
    name: id,
    prompt,
    model: { id: 'simulated-large', seed: 0 },
  });
  const row: Comparison = {
    id: 'one',
    title: exercise.words.en.title,
    createdAt: 0,
    updatedAt: 0,
    subject: { kind: 'exercise', exercise: exercise.id },
    case: exercise.cases[0]?.id ?? '',
    panes: [pane('starter', starter), pane('reference', reference)],
    linked: { prompt: false, parameters: true, model: true },
    samples: 1,
  };
  const words = {
    about: (address: string) => `candor serve, ${address}`,
    left: (checks: string) => `Not carried over: ${checks}`,
  };
  const yaml = toPromptfoo({ row, outputs: [], bundle, heldOutOpen: false }, words, server.url);
  const name = `${exercise.id.replace('/', '-')}.yaml`;
  writeFileSync(path.join(folder, name), yaml);
  const checked = promptfoo('validate', '-c', name);
  if (checked.status !== 0) {
    refused += 1;
    console.log(`${exercise.id}: refused\n${checked.said}`);
    continue;
  }
  const results = `${name}.json`;
  const run = promptfoo('eval', '-c', name, '--no-cache', '--no-table', '--no-write', '-o', results);
  let scores: string;
  try {
    const { results: read } = JSON.parse(readFileSync(path.join(folder, results), 'utf8')) as {
      results: { results: { score: number; provider: { label: string }; error?: string; failureReason: number }[] };
    };
    const mean = (label: string) => {
      const own = read.results.filter(({ provider }) => provider.label.includes(label));
      return ((100 * own.reduce((sum, { score }) => sum + score, 0)) / own.length).toFixed(0);
    };
    const broken = read.results.filter(({ failureReason }) => failureReason === 2).length;
    if (broken > 0) refused += 1;
    scores = `${read.results.length} results, ${broken} errors, starter ${mean('starter')}, reference ${mean('reference')}`;
  } catch {
    refused += 1;
    scores = `not run\n${run.said}`;
  }
  const left = /^# Not carried over: (.*)$/m.exec(yaml)?.[1] ?? 'none';
  console.log(`${exercise.id}: accepted; ${scores}; checks not carried over: ${left}`);
}
await server.stop();
rmSync(folder, { recursive: true, force: true });
process.exitCode = refused === 0 ? 0 : 1;
