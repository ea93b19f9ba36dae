import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { workerData } from 'node:worker_threads';
import variant from '@jitl/quickjs-wasmfile-release-sync';
import type { Finding } from '#core/grading/finding.ts';
import type { CodeJob } from '#core/sandbox/code-job.ts';
import { judgeJavascript } from '#core/sandbox/javascript/judge-javascript.ts';
import { startQuickJs } from '#core/sandbox/javascript/start.ts';
import { judgeSql } from '#core/sandbox/sql/judge-sql.ts';
import { stopClock } from '#core/sandbox/still-clock.ts';
import type { SandboxThreadData } from './node-sandbox.ts';

/** A thread that runs code from outputs for the command line. Whoever asks sleeps until `signal` changes. */
stopClock(Date);
const { port, signal } = workerData as SandboxThreadData;
const wake = new Int32Array(signal);
const find = createRequire(import.meta.url);
const modules = new Map<string, WebAssembly.Module>();

function compiled(name: string): WebAssembly.Module {
  const module = modules.get(name) ?? new WebAssembly.Module(readFileSync(find.resolve(name)));
  modules.set(name, module);
  return module;
}

function judge(job: CodeJob): Finding | Promise<Finding> {
  if (job.language === 'sql') return judgeSql(job, compiled('@sqlite.org/sqlite-wasm/sqlite3.wasm'));
  const quickJs = compiled('@jitl/quickjs-wasmfile-release-sync/wasm');
  return judgeJavascript(job, () => startQuickJs(variant, quickJs));
}

port.on('message', async (job: CodeJob) => {
  try {
    port.postMessage({ finding: await judge(job) });
  } catch (error) {
    port.postMessage({ error: String(error) });
  }
  rouse();
});
rouse(); // it is ready

function rouse(): void {
  Atomics.add(wake, 0, 1);
  Atomics.notify(wake, 0);
}
