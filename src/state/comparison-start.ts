import { isPromptAttempt, type Attempt, type PromptAttempt } from '#core/attempts/attempt.ts';
import { heldOutIsOpen } from '#core/attempts/conceal.ts';
import type { Comparison } from '#core/comparisons/comparison.ts';
import { fromAttempts, fromExercise, fromScratch, outputsOfAttempt } from '#core/comparisons/start.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { Language } from '#core/language/language.ts';
import type { ComparisonServices } from './comparison.svelte.ts';

/** What a comparison can begin with. */
export type Beginning =
  { kind: 'scratch' } | { kind: 'exercise'; exercise: string } | { kind: 'attempts'; ids: string[] };

/** How the new comparison and its panes are called, in the reader's language. */
export interface Naming {
  language: Language;
  scratch: string;
  exercise: (title: string) => string;
  attempt: (attempt: PromptAttempt) => string;
}

/**
 * Makes a comparison and stores it; resolves with its id, or with `undefined` when what it should begin with is not here.
 * Rejects with a `StoreError`, or with what kept the exercise from loading.
 */
export async function beginComparison(
  services: ComparisonServices,
  beginning: Beginning,
  naming: Naming,
): Promise<string | undefined> {
  const { newId, now: clock, comparisons } = services;
  const now = clock();
  if (beginning.kind === 'scratch') {
    const comparison = fromScratch({ title: naming.scratch, now, newId });
    await comparisons.save(comparison);
    return comparison.id;
  }
  if (beginning.kind === 'exercise') {
    const exercise = await comparable(services, beginning.exercise);
    const title = naming.exercise(exercise.words[naming.language].title);
    const prompts = await promptsOf(services, exercise, naming.language);
    const comparison = fromExercise({ title, now, newId }, exercise, prompts);
    await comparisons.save(comparison);
    return comparison.id;
  }
  const found = await Promise.all(beginning.ids.map((id) => services.attempts.get(id)));
  const attempts = found.filter((attempt) => attempt !== undefined && isPromptAttempt(attempt));
  const [first] = attempts;
  if (!first) return undefined;
  const exercise = await comparable(services, first.exercise);
  const alike = attempts.filter((attempt) => attempt.exercise === exercise.id);
  const title = naming.exercise(exercise.words[naming.language].title);
  const comparison = fromAttempts({ title, now, newId }, exercise, alike, naming.attempt);
  await comparisons.save(comparison);
  await copyOutputs(services, comparison, exercise, now);
  return comparison.id;
}

/** Thrown when an exercise is a chain: panes run one prompt each. */
export class ChainNotComparableError extends Error {
  readonly exercise: string;
  constructor(exercise: string) {
    super(`a chain cannot be compared: ${exercise}`);
    this.name = 'ChainNotComparableError';
    this.exercise = exercise;
  }
}

async function comparable({ library }: ComparisonServices, id: string): Promise<ExerciseBundle['exercise']> {
  const { exercise } = await library.load(id);
  if (exercise.steps) throw new ChainNotComparableError(id);
  return exercise;
}

/** The prompt being written, and the last one that was run where that is another. */
async function promptsOf(
  { drafts, attempts }: ComparisonServices,
  { id, ladder, alsoIn }: ExerciseBundle['exercise'],
  language: Language,
) {
  const [draft, stored] = await Promise.all([
    drafts.restore(id).catch(() => undefined),
    attempts.list({ exercise: id, limit: 20 }).catch((): Attempt[] => []),
  ]);
  const starter = alsoIn?.language === language ? alsoIn.starter : ladder[0]?.prompt;
  const tried = stored.filter(isPromptAttempt);
  const begun = draft?.kind === undefined ? draft?.prompt : undefined;
  const present = begun ?? tried[0]?.prompt ?? starter;
  if (!present) return [];
  const earlier = tried.find(({ prompt }) => JSON.stringify(prompt) !== JSON.stringify(present))?.prompt;
  return earlier ? [earlier, present] : [present];
}

/** What the attempts had drawn; of held-out cases only where they are open. */
async function copyOutputs(
  { attempts, comparisons }: ComparisonServices,
  comparison: Comparison,
  exercise: ExerciseBundle['exercise'],
  now: number,
): Promise<void> {
  const open = heldOutIsOpen(await attempts.progress(exercise.id));
  const cases = exercise.cases.filter(({ heldOut }) => !heldOut || open);
  for (const variant of comparison.panes) {
    if (!variant.attempt) continue;
    const outputs = await attempts.outputs(variant.attempt);
    await comparisons.addOutputs(outputsOfAttempt(comparison, variant, { cases }, outputs, now));
  }
}
