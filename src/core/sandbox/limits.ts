/**
 * What code from an answer may use. Steps are counted, not timed, so that the same code comes to the same end on every
 * device; the time is only a net below, and code caught by it could not be graded.
 */
export const limits = {
  /** Longer code is no answer to any exercise. */
  codeInCharacters: 50_000,
  memoryInBytes: 64 * 1024 * 1024,
  /** Of what a function returns or a query gives, written out. */
  outputInCharacters: 200_000,
  rows: 5_000,
  /** QuickJS asks whether to go on once in about 10,000 jumps and calls. */
  javascriptSteps: 500,
  /** SQLite is made to ask after this many instructions of its machine, this many times. */
  sqlInstructionsAStep: 1_000,
  sqlSteps: 3_000,
  /** Texts and blobs within a query. */
  sqlValueInBytes: 100_000,
  timeInMs: 15_000,
  /** Deep enough for some 700 calls within calls; browsers end a worker's own stack not far beyond. */
  stackInBytes: 128 * 1024,
  /** Promises that may be carried on after a call. */
  jobs: 10_000,
} as const;
