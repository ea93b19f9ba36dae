import { diffJson } from '#core/comparisons/diff/json-diff.ts';
import { diffTexts } from '#core/comparisons/diff/text-diff.ts';
import type { DiffJobs } from './diff-protocol.ts';
import { holdLifeline } from './lifeline.ts';
import type { WorkerReply, WorkerRequest } from './protocol.ts';

/** The door to the diffs, which take longer on long texts than a page may stand still. */
function work({ job, input }: WorkerRequest<DiffJobs>): DiffJobs[keyof DiffJobs]['output'] {
  switch (job) {
    case 'texts':
      return diffTexts(input.before, input.after);
    case 'json':
      return diffJson(input.before, input.after);
  }
}

holdLifeline();
self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest<DiffJobs>>) => {
  let reply: WorkerReply<DiffJobs>;
  try {
    reply = { id: data.id, ok: true, output: work(data) };
  } catch (error) {
    reply = { id: data.id, ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(reply);
});
