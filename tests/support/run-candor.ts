import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { runCommandLine } from '../../src/cli/command-line.ts';

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

interface Surroundings {
  /** Standard input. */
  input?: string;
  /** The folder of exercises. */
  root?: string;
  /** Variables of the environment. */
  env?: Record<string, string>;
}

/** Runs the command line as a process of its own, by the door that people use. It takes its second to start. */
export function startCandor(parameters: readonly string[], surroundings: Surroundings = {}): Promise<Ended> {
  const { input = '', root = fixtures, env = {} } = surroundings;
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

/** Runs the command line here, with a console that is written down: all of it but the process around it. */
export async function runCandor(parameters: readonly string[], surroundings: Surroundings = {}): Promise<Ended> {
  const { input = '', root = fixtures, env = {} } = surroundings;
  const before = { ...process.env };
  Object.assign(process.env, env);
  let out = '';
  let err = '';
  try {
    const code = await runCommandLine([...parameters, '--exercises', root], {
      colour: false,
      write: async (text) => void (out += text),
      note: (text) => void (err += `${text}\n`),
      progress: () => {},
      input: async () => input,
      inputLines: () => createInterface({ input: Readable.from([input]), crlfDelay: Infinity }),
    });
    return { code, out, err };
  } finally {
    for (const name of Object.keys(env)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

const fixtures = 'tests/fixtures/exercises';
