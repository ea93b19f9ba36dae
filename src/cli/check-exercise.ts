import { join, relative } from 'node:path';
import type { Finding } from '#core/exercises/finding.ts';
import { proveArbitrate } from '#core/exercises/proof/prove-arbitrate.ts';
import { proveExercise, type Proof } from '#core/exercises/proof/prove.ts';
import type { SimulatedSize } from '#core/simulator/completion.ts';
import { nodeSandbox } from '#services/sandbox/node-sandbox.ts';
import {
  loadExercise,
  type LoadedExercise,
  type ReadyArbitrate,
  type ReadyExercise,
  type ReadyWrite,
} from '#services/exercises/folder.ts';
import type { Problem } from '#services/exercises/problem.ts';

/** What `check` says of one exercise. */
export interface CheckedExercise {
  loaded: Omit<LoadedExercise, 'ready'>;
  /** There when nothing is wrong with its files. */
  ready?: SoundExercise;
  scores: Scores;
  problems: Problem[];
}

/** What others are held against: no functions, which cannot leave a thread. */
export type SoundExercise =
  Pick<ReadyWrite, 'kind' | 'exercise' | 'simulation'> | Pick<ReadyArbitrate, 'kind' | 'exercise'>;

/** What the proof measured: the rungs of a ladder, or ways of judging. */
interface Scores {
  ladder: Proof['ladder'];
  strategies: readonly { strategy: string; score: number }[];
}

export type Progress = (done: number, total: number) => void;

/** Validates one exercise and, when it is sound, proves it. */
export function checkExercise(
  root: string,
  id: string,
  sizes: readonly SimulatedSize[],
  progress: Progress,
): CheckedExercise {
  const loaded = loadExercise(root, id);
  const problems = [...loaded.problems];
  if (loaded.stale) {
    const message = `its wordings have changed since they were learnt: run "npm run candor -- learn ${id}"`;
    problems.push({ file: `${id}/learned.json`, line: 1, message });
  }
  let scores: Scores = { ladder: [], strategies: [] };
  if (loaded.ready) {
    const { findings, ...proved } = prove(loaded.ready, sizes, progress);
    scores = { ...scores, ...proved };
    problems.push(...findings.map(loaded.ready.locate));
  }
  const { ready, ...read } = loaded;
  const sound = ready && soundOf(ready);
  return { loaded: read, ...(sound && { ready: sound }), scores, problems: inOrder(root, problems) };
}

export function soundOf(ready: ReadyExercise): SoundExercise {
  if (ready.kind === 'arbitrate') return { kind: ready.kind, exercise: ready.exercise };
  return { kind: ready.kind, exercise: ready.exercise, simulation: ready.simulation };
}

function prove(
  ready: ReadyExercise,
  sizes: readonly SimulatedSize[],
  progress: Progress,
): Partial<Scores> & { findings: Finding[] } {
  if (ready.kind === 'arbitrate') return proveArbitrate(ready.exercise);
  return proveExercise(ready, ready.proof, { sizes, progress, code: nodeSandbox.judge });
}

/** By place, with paths that can be clicked on, or opened from where the person stands. */
export function inOrder(root: string, problems: readonly Problem[]): Problem[] {
  return problems
    .map((problem) => ({
      ...problem,
      file: relative(process.cwd(), join(root, problem.file)).replaceAll('\\', '/'),
    }))
    .sort((a, b) =>
      a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || (a.column ?? 0) - (b.column ?? 0),
    );
}
