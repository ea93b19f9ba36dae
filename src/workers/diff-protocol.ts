import type { JsonDiff } from '#core/comparisons/diff/json-diff.ts';
import type { TextDiff } from '#core/comparisons/diff/text-diff.ts';

/** What the worker that compares texts does, and what comes of it. */
export interface DiffJobs {
  texts: { input: { before: string; after: string }; output: TextDiff };
  json: { input: { before: string | undefined; after: string }; output: JsonDiff };
}
