import variant from '@jitl/quickjs-wasmfile-release-sync';
import wasm from '@jitl/quickjs-wasmfile-release-sync/wasm?url';
import { judgeJavascript } from '#core/sandbox/javascript/judge-javascript.ts';
import { startQuickJs } from '#core/sandbox/javascript/start.ts';
import { answerJobs, compiled } from './answer-jobs.ts';

/** Runs JavaScript that models wrote: each answer in a QuickJS of its own, which ends with it. */
const quickJs = compiled(wasm);

answerJobs(async (job) => {
  if (job.language !== 'javascript') throw new Error(`no interpreter for ${job.language} here`);
  const module = await quickJs;
  return judgeJavascript(job, () => startQuickJs(variant, module));
});
