import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface CandorServer {
  /** What it printed: its base address. */
  url: string;
  /** Sends the signal and waits for the exit code. */
  stop(signal?: 'SIGINT' | 'SIGTERM'): Promise<number | null>;
}

/** Starts `candor serve` as a process of its own, on a free port. */
export async function serveCandor(...parameters: string[]): Promise<CandorServer> {
  const command = ['src/cli/candor.mjs', 'serve', '--port', '0', ...parameters];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const printed = once(child.stdout, 'data') as Promise<[Buffer]>;
  const url = await Promise.race([
    printed.then(([data]) => data.toString()),
    ended.then(([code]) => Promise.reject(new Error(`candor serve ended with ${code} before it listened`))),
  ]);
  return {
    url: url.trim(),
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      return (await ended)[0];
    },
  };
}
