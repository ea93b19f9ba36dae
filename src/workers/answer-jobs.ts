import type { Finding } from '#core/grading/finding.ts';
import type { CodeJob } from '#core/sandbox/code-job.ts';
import { stopClock } from '#core/sandbox/still-clock.ts';
import type { WorkerReply, WorkerRequest } from './protocol.ts';
import type { SandboxJobs } from './sandbox-protocol.ts';

/** What every worker that runs code from outputs has in common: its clock stands still, and it answers one job at a time. */
export function answerJobs(judge: (job: CodeJob) => Promise<Finding>): void {
  stopClock(Date);
  self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest<SandboxJobs>>) => {
    const reply = (answer: WorkerReply<SandboxJobs>) => self.postMessage(answer);
    judge(data.input).then(
      (output) => reply({ id: data.id, ok: true, output }),
      (error: unknown) => reply({ id: data.id, ok: false, detail: String(error) }),
    );
  });
}

/** Fetches and compiles WebAssembly; the types of files that hosts declare are not to be relied on. */
export async function compiled(address: string): Promise<WebAssembly.Module> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return WebAssembly.compile(await answer.arrayBuffer());
}
