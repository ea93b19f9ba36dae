import type { Value } from '#core/exercises/simulation.ts';
import type { Finding } from '#core/grading/finding.ts';

/** One call of the function that an answer defines. */
export interface FunctionTest {
  call: readonly Value[];
  /** What it must return; nothing said and no error expected: just that it returns. */
  gives?: Value;
  /** It must throw; a text has to occur in the message. */
  throws?: true | string;
}

interface AnyJob {
  /** The answer, or the field of it, in which the code stands. */
  text: string;
  /** The text is the code and nothing else. */
  strict: boolean;
  /** How far numbers may be apart. */
  tolerance: number;
}

/** The function in an answer, held against tests. */
export interface JavascriptJob extends AnyJob {
  language: 'javascript';
  name: string;
  tests: readonly FunctionTest[];
}

/** The query in an answer, run on tables, its rows held against the right ones. */
export interface SqlJob extends AnyJob {
  language: 'sql';
  /** Statements that set the tables up. */
  tables: string;
  /** Rows as lists, by position, or as objects, by the names of the columns. */
  rows: readonly (readonly Value[] | Readonly<Record<string, Value>>)[];
  ordered: boolean;
}

/** What a check wants to know of code that a model wrote. It is answered in a sandbox, far from where it was asked. */
export type CodeJob = JavascriptJob | SqlJob;

/**
 * Answers for code where grading cannot wait: what is known of a job, with places in its text. Nothing known leaves the
 * check ungraded.
 */
export type KnownCode = (job: CodeJob) => Finding | undefined;

/** The port for running code from outputs. It never rejects: code that could not be run comes back as `unknown`. */
export interface CodeRunner {
  judge(job: CodeJob): Promise<Finding>;
}

export function keyOfJob(job: CodeJob): string {
  return JSON.stringify(job);
}
