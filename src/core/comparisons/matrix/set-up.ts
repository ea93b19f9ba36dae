import { isPromptAttempt, type Attempt } from '#core/attempts/attempt.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { Language } from '#core/language/language.ts';
import { blockersOf, type Blocker } from '#core/prompts/check-prompt.ts';
import type { Prompt } from '#core/prompts/prompt.ts';
import type { Matrix, Subject } from '../comparison.ts';
import { promptFingerprint } from '../fingerprints.ts';
import { mostCases, type GridCase } from './grid.ts';

interface Birth {
  title: string;
  now: number;
  newId: () => string;
}

/** A prompt that can be taken into a matrix, and where it comes from. */
export type PromptSource =
  | { from: 'starter' | 'draft'; prompt: Prompt }
  | { from: 'rung'; number: number; rung: string; prompt: Prompt }
  | { from: 'attempt'; attempt: string; at: number; score?: number; prompt: Prompt };

/** A matrix with one model and every case that may be used. */
export function newMatrix(
  { title, now, newId }: Birth,
  subject: Subject,
  cases: readonly string[],
  prompts: readonly { name: string; prompt: Prompt }[],
): Matrix {
  return {
    id: newId(),
    title,
    createdAt: now,
    updatedAt: now,
    subject,
    prompts: prompts.map((one) => ({ id: newId(), ...one })),
    models: [{ id: newId(), model: { id: 'simulated-medium', seed: 0 } }],
    cases: cases.slice(0, mostCases),
    samples: 1,
  };
}

/**
 * What there is to take prompts from: the starter, the draft, the rungs of a ladder that is open, attempts. The same prompt
 * is offered once, as the first of these that it is.
 */
export function promptSources(
  { ladder, alsoIn }: Pick<ExerciseBundle['exercise'], 'ladder' | 'alsoIn'>,
  {
    open,
    language,
    draft,
    attempts,
  }: { open: boolean; language: Language; draft?: Prompt; attempts: readonly Attempt[] },
): PromptSource[] {
  const starter = alsoIn?.language === language ? alsoIn.starter : ladder[0]?.prompt;
  const sources: PromptSource[] = [
    ...(starter ? [{ from: 'starter' as const, prompt: starter }] : []),
    ...(draft ? [{ from: 'draft' as const, prompt: draft }] : []),
    ...(open
      ? ladder.map(({ id, prompt }, index) => ({ from: 'rung' as const, number: index + 1, rung: id, prompt }))
      : []),
    ...attempts.filter(isPromptAttempt).map(({ id, createdAt, grade, prompt }) => ({
      from: 'attempt' as const,
      attempt: id,
      at: createdAt,
      ...(grade ? { score: grade.score } : {}),
      prompt,
    })),
  ];
  const seen = new Set<string>();
  return sources.filter(({ prompt }) => {
    const version = promptFingerprint(prompt);
    return !seen.has(version) && seen.add(version);
  });
}

/** Names that the cases offer to templates. */
export function namesOf(cases: readonly GridCase[]): string[] {
  return [...new Set(cases.flatMap(({ values }) => Object.keys(values)))];
}

/** What stands in the way of each prompt, by its id. */
export function blockersByPrompt(
  prompts: Matrix['prompts'],
  names: readonly string[],
): ReadonlyMap<string, readonly Blocker[]> {
  return new Map(prompts.map(({ id, prompt }) => [id, blockersOf(prompt, names)]));
}
