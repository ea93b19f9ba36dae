import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * The folder of a program that a bench compares with, fetched once into a temporary folder: what only measures is no
 * dependency. Set `CANDOR_BENCH_TOOLS` to keep such programs elsewhere.
 */
export async function fetched(name: string, version: string): Promise<string> {
  const home = process.env['CANDOR_BENCH_TOOLS'] ?? path.join(tmpdir(), 'candor-bench-tools');
  const folder = path.join(home, `${name}-${version}`);
  if (existsSync(folder)) return folder;
  const making = `${folder}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  writeFileSync(path.join(making, 'package.json'), '{ "private": true, "type": "module" }\n');
  console.error(`fetching ${name} ${version} into ${folder}`);
  const { status, stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund', `${name}@${version}`], {
    cwd: making,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${name} ${version} could not be fetched: ${stderr.trim().split('\n').at(-1)}`);
  renameSync(making, folder);
  return folder;
}
