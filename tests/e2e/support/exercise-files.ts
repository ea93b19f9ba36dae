import { fileURLToPath } from 'node:url';
import type { ArbitrateExercise } from '#core/exercises/arbitrate.ts';
import type { WriteExercise } from '#core/exercises/exercise.ts';
import type { Simulation } from '#core/exercises/simulation.ts';
import type { Prompt } from '#core/prompts/prompt.ts';
import { exerciseIds, loadExercise } from '#services/exercises/folder.ts';

const root = fileURLToPath(new URL('../../../exercises', import.meta.url));

/** How many exercises there are. */
export const exerciseCount = exerciseIds(root).length;

/** How many of them belong to a profession. */
export const countIn = (profession: string) => exerciseIds(root).filter((id) => id.startsWith(`${profession}/`)).length;

/** An exercise as its files have it: what the page was built from. */
export function exerciseFromFiles(id: string): WriteExercise {
  const { ready, problems } = loadExercise(root, id);
  if (ready?.kind !== 'write') throw new Error(`${id} is broken: ${problems.map(({ message }) => message).join('; ')}`);
  return ready.exercise;
}

/** What the simulated model knows of an exercise. */
export function simulationFromFiles(id: string): Simulation {
  const { ready } = loadExercise(root, id);
  if (ready?.kind !== 'write') throw new Error(`${id} is broken`);
  return ready.simulation;
}

/** An exercise in which outputs are judged, key and all. */
export function arbitrationFromFiles(id: string): ArbitrateExercise {
  const { ready, problems } = loadExercise(root, id);
  if (ready?.kind !== 'arbitrate')
    throw new Error(`${id} is broken: ${problems.map(({ message }) => message).join('; ')}`);
  return ready.exercise;
}

export function starterOf({ ladder }: WriteExercise): Prompt {
  return ladder[0]!.prompt;
}

export function referenceOf({ ladder }: WriteExercise): Prompt {
  return ladder.at(-1)!.prompt;
}

/** Text with every run of white space as one space: how it is compared, wherever it stands. */
export const squash = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Lines long enough to be told from chance; `except` are texts that may be seen, in which a line may stand as well. */
export function tellingLines(texts: readonly string[], except: readonly string[]): string[] {
  const open = squash(except.join(' '));
  const lines = texts.flatMap((text) => text.split('\n')).map(squash);
  return [...new Set(lines)].filter((line) => line.length >= 24 && !open.includes(line));
}

/** Lines of the data of held-out cases, which nobody may see before the exercise is passed. */
export function heldOutLines({ cases, words }: WriteExercise): string[] {
  const held = cases.filter(({ heldOut }) => heldOut).flatMap(({ values }) => Object.values(values));
  const open = cases.filter(({ heldOut }) => !heldOut).flatMap(({ values }) => Object.values(values));
  return tellingLines(held, [...open, ...Object.values(words).map(({ brief }) => brief)]);
}
