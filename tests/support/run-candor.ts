import { spawn } from 'node:child_process';

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command line as a process of its own, by the door that people use. */
export function runCandor(
  parameters: readonly string[],
  {
    input = '',
    root = 'tests/fixtures/exercises',
    env = {},
  }: { input?: string; root?: string; env?: Record<string, string> } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const command = ['src/cli/candor.mjs', ...parameters, '--exercises', root];
    const child = spawn(process.execPath, command, { env: { ...process.env, ...env } });
    let out = '';
    let err = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.on('error', () => {}); // it may end before it has read everything
    child.stdin.end(input);
  });
}
