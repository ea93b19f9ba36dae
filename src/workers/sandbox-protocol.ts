import type { Finding } from '#core/grading/finding.ts';
import type { CodeJob } from '#core/sandbox/code-job.ts';

/** What a worker that runs code from outputs does, and what comes of it. */
export interface SandboxJobs {
  judge: { input: CodeJob; output: Finding };
}
