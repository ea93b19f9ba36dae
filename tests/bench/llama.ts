/**
 * `npm run bench -- llama`: our client against llama.cpp itself, run natively over a model of half a megabyte. The engine
 * (85 MB) is no dependency; it is fetched into a folder of its own. `CANDOR_LLAMA=<folder>` uses one that is there.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const version = '3.22.1';
const given = process.env['CANDOR_LLAMA'];
const folder = given ?? mkdtempSync(join(tmpdir(), 'candor-llama-cpp-'));
try {
  if (given || fetched(folder)) {
    const test = ['vitest', 'run', '--project', 'node', 'tests/contracts/llama.test.ts', '--test-timeout', '60000'];
    const { status } = spawnSync('npx', test, { stdio: 'inherit', env: { ...process.env, CANDOR_LLAMA: folder } });
    process.exitCode = status ?? 1;
  }
} finally {
  if (!given) rmSync(folder, { recursive: true, force: true });
}

/** Installs the engine; without a network, or on a machine it was not built for, says so and skips. */
function fetched(into: string): boolean {
  writeFileSync(join(into, 'package.json'), '{ "private": true }');
  const engine = `@node-llama-cpp/${process.platform === 'darwin' ? 'mac' : process.platform}-${process.arch}`;
  const names = [`node-llama-cpp@${version}`, `${engine}@${version}`];
  const { status, stderr } = spawnSync('npm', ['i', '--ignore-scripts', '--omit=optional', ...names], {
    cwd: into,
    encoding: 'utf8',
  });
  if (status === 0) return true;
  console.log(`Skipped: ${names.join(' and ')} could not be fetched here.\n${stderr.trim().split('\n').at(-1) ?? ''}`);
  return false;
}
