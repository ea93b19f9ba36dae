import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Targets } from './check-targets.ts';
import { watchExercises } from './check-watch.ts';

const id = 'support/late-parcel';
let root: string;
let stop: () => void;
let watching: Promise<number> | undefined;
let checks: Targets[];
let notes: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'candor-watch-'));
  cpSync('tests/fixtures/exercises', root, { recursive: true });
  checks = [];
  notes = [];
});
afterEach(async () => {
  stop?.();
  await watching;
  rmSync(root, { recursive: true, force: true });
});

/** Watches, and waits until the first check is over. */
async function watch(wanted: Partial<Targets>, all: boolean): Promise<void> {
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  const check = async (targets: Targets) => void checks.push(targets);
  const console = { note: (text: string) => void notes.push(text) };
  const targets = { exercises: [], lessons: [], paths: false, ...wanted };
  watching = watchExercises(root, targets, all, console, check, stopped);
  await vi.waitFor(() => expect(notes).toHaveLength(1));
}

const touch = (name: string) => writeFileSync(join(root, id, name), `${readFileSync(join(root, id, name), 'utf8')}\n`);

it('checks what was asked for, then what changed, once for all the strokes of a save', async () => {
  await watch({ exercises: [id] }, false);
  expect(checks).toEqual([{ exercises: [id], lessons: [], paths: false }]);
  touch('en.md');
  touch('fr.md');
  touch('en.md');
  await vi.waitFor(() => expect(notes).toHaveLength(2));
  expect(checks.slice(1)).toEqual([{ exercises: [id], lessons: [], paths: false }]);
});

it('takes in what appears later, when everything was asked for', async () => {
  await watch({ exercises: [id] }, true);
  cpSync(join(root, id), join(root, 'support/early-parcel'), { recursive: true });
  await vi.waitFor(() => expect(checks.at(-1)?.exercises).toContain('support/early-parcel'));
});

it('leaves alone what was not asked for', async () => {
  await watch({ exercises: [id], paths: true }, false);
  mkdirSync(join(root, 'support/other'));
  writeFileSync(join(root, 'support/other/en.md'), '');
  writeFileSync(join(root, 'paths.yaml'), 'format: 1\n');
  await vi.waitFor(() => expect(checks.length).toBeGreaterThan(1));
  expect(checks.slice(1).flatMap(({ exercises }) => exercises)).toEqual([]);
  expect(checks.at(-1)).toEqual({ exercises: [], lessons: [], paths: true });
});

it('ends well when it is told to stop', async () => {
  await watch({ exercises: [id] }, false);
  stop();
  expect(await watching).toBe(0);
});

it('stops cleanly on Ctrl+C as a process', { timeout: 60_000 }, async () => {
  writeFileSync(join(root, id, 'en.md'), 'nothing to prove: this file is broken');
  const parameters = ['--import', 'tsx', 'src/cli/main.ts', 'check', '--watch', '--exercises', root];
  const child = spawn(process.execPath, parameters);
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  let out = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  await new Promise<void>((resolve) => {
    let heard = '';
    child.stderr.on('data', (data: Buffer) => {
      heard += data.toString();
      if (heard.includes('Ctrl+C')) resolve();
    });
  });
  expect(out).toContain(`${id}/en.md:1:1`);
  child.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
});
