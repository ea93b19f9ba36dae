import { type CodeJob, type CodeRunner, keyOfJob } from '#core/sandbox/code-job.ts';
import type { Finding } from './finding.ts';
import { gradeSample, type SampleToGrade } from './grade.ts';
import type { SampleGrade } from './report.ts';

/**
 * Grades one output whose checks may have to run code, which takes its time: once to hear what is to be run, and again with
 * what came of it. Where nothing is to be run, once is enough.
 */
export async function gradeWithCode(sample: Omit<SampleToGrade, 'code'>, runner: CodeRunner): Promise<SampleGrade> {
  const asked = new Map<string, CodeJob>();
  const grade = gradeSample({ ...sample, code: (job) => void asked.set(keyOfJob(job), job) as undefined });
  if (asked.size === 0) return grade;
  const found = new Map<string, Finding>();
  await Promise.all([...asked].map(async ([key, job]) => found.set(key, await runner.judge(job))));
  return gradeSample({ ...sample, code: (job) => found.get(keyOfJob(job)) });
}
