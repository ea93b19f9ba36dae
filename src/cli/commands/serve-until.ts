import { readFileSync } from 'node:fs';

/** How often it is looked whether npm is still there. */
const lookEveryMs = 500;

/**
 * Resolves when this process is told to stop: heard from the first moment on, and quietly when it is said twice, from
 * the terminal and from what started us. npm does not hand a SIGTERM on, so its end counts as one.
 */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
    if (!process.env['npm_lifecycle_event']) return;
    const started = ancestors();
    setInterval(() => {
      if (ancestors() !== started) resolve();
    }, lookEveryMs).unref();
  });
}

/** Who started us and who started them (npm starts tsx, which starts us); the latter where the system tells. */
function ancestors(): string {
  try {
    // "pid (name) state ppid …", where the name may hold anything.
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`;
  } catch {
    return String(process.ppid);
  }
}
