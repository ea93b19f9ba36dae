import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a thread from a file of ours, named without its ending, that lies beside `home` (the `import.meta.url` of who
 * starts it). In a bundle it lies there ready. A thread of the sources does not inherit what lets its parent read
 * TypeScript (Node 20), so it begins by learning to.
 */
export function ownThread(name: string, home: string, options: WorkerOptions): Worker {
  const own = { ...options, execArgv: [] };
  if (!home.endsWith('.ts')) {
    const ready = new URL(`./${name}.js`, home);
    return new Worker(ready, own);
  }
  const [tsx, work] = [import.meta.resolve('tsx/esm/api'), new URL(`./${name}.ts`, home).href];
  const begin = `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(work)}); })`;
  return new Worker(begin, { ...own, eval: true });
}
