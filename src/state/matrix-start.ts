import { heldOutIsOpen } from '#core/attempts/conceal.ts';
import type { Matrix } from '#core/comparisons/comparison.ts';
import { newMatrix, promptSources, type PromptSource } from '#core/comparisons/matrix/set-up.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { Language } from '#core/language/language.ts';
import { emptyPrompt } from '#core/prompts/prompt.ts';
import type { MatrixServices } from './matrix-services.ts';

/** Attempts that are offered to take prompts from. */
const attemptsOffered = 30;

/** Prompts of an exercise that can be taken in. What cannot be read is left out. */
export async function sourcesFor(
  { attempts, drafts }: Pick<MatrixServices, 'attempts' | 'drafts'>,
  { exercise }: ExerciseBundle,
  open: boolean,
  language: Language,
): Promise<PromptSource[]> {
  const [draft, tried] = await Promise.all([
    drafts.restore(exercise.id).catch(() => undefined),
    attempts.list({ exercise: exercise.id, limit: attemptsOffered }).catch(() => []),
  ]);
  return promptSources(exercise, {
    open,
    language,
    attempts: tried,
    ...(draft && 'prompt' in draft ? { draft: draft.prompt } : {}),
  });
}

/** What a matrix can begin with. */
export type Beginning = { kind: 'exercise'; exercise: string } | { kind: 'scratch'; cases: Record<string, string>[] };

/** How what is new is called, in the reader's language. */
export interface Naming {
  language: Language;
  exercise: (title: string) => string;
  own: string;
  prompt: (source: PromptSource) => string;
  typed: string;
}

/**
 * Makes a matrix and stores it: an exercise's starts with its starter and the draft, one on own data with an empty prompt that
 * names the variables. Rejects with a `StoreError`, or with what kept the exercise from loading.
 */
export async function beginMatrix(services: MatrixServices, beginning: Beginning, naming: Naming): Promise<string> {
  const { newId, now, comparisons } = services;
  const birth = { now: now(), newId };
  let matrix: Matrix;
  if (beginning.kind === 'scratch') {
    const cases = beginning.cases.map((values, index) => ({ id: `case-${index + 1}`, values }));
    const user = [...new Set(beginning.cases.flatMap((values) => Object.keys(values)))]
      .map((name) => `{{${name}}}`)
      .join('\n\n');
    const prompts = [{ name: naming.typed, prompt: { ...emptyPrompt, user } }];
    const ids = cases.map(({ id }) => id);
    matrix = newMatrix({ ...birth, title: naming.own }, { kind: 'scratch', cases }, ids, prompts);
  } else {
    const bundle = await services.library.load(beginning.exercise);
    const { exercise } = bundle;
    const open = heldOutIsOpen(await services.attempts.progress(exercise.id).catch(() => undefined));
    const sources = await sourcesFor(services, bundle, open, naming.language);
    const prompts = sources
      .filter(({ from }) => from === 'starter' || from === 'draft')
      .map((source) => ({ name: naming.prompt(source), prompt: source.prompt }));
    const cases = exercise.cases.filter(({ heldOut }) => open || !heldOut).map(({ id }) => id);
    const title = naming.exercise(exercise.words[naming.language].title);
    matrix = newMatrix({ ...birth, title }, { kind: 'exercise', exercise: exercise.id }, cases, prompts);
  }
  await comparisons.saveMatrix(matrix);
  return matrix.id;
}
