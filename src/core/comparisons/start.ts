import type { PromptAttempt, AttemptOutput } from '#core/attempts/attempt.ts';
import type { ModelChoice } from '#core/models/model-choice.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import { emptyPrompt, type Prompt } from '#core/prompts/prompt.ts';
import type { Comparison, ComparisonOutput, Variant } from './comparison.ts';
import { fewestPanes, mostPanes } from './comparison.ts';
import { outputFingerprint } from './fingerprints.ts';

type Graded = ExerciseBundle['exercise'];

interface Birth {
  title: string;
  now: number;
  newId: () => string;
}

const unlinked = { prompt: false, parameters: false, model: false };
const usual: ModelChoice = { id: 'simulated-medium', seed: 0 };

/** A comparison on a text of one's own: nothing is filled in yet, and only the prompt is meant to vary. */
export function fromScratch({ title, now, newId }: Birth): Comparison {
  const pane = (): Variant => ({ id: newId(), prompt: emptyPrompt, model: usual });
  return {
    id: newId(),
    title,
    createdAt: now,
    updatedAt: now,
    subject: { kind: 'scratch', cases: [{ id: 'case-1', values: {} }] },
    case: 'case-1',
    panes: [pane(), pane()],
    linked: { prompt: false, parameters: true, model: true },
    samples: 1,
  };
}

/** Prompts of an exercise side by side; a single one stands twice, so that the copy can be changed. */
export function fromExercise(
  { title, now, newId }: Birth,
  exercise: Pick<Graded, 'id' | 'cases'>,
  prompts: readonly Prompt[],
): Comparison {
  const filled = prompts.length < fewestPanes ? [...prompts, ...prompts] : prompts.slice(0, mostPanes);
  return {
    id: newId(),
    title,
    createdAt: now,
    updatedAt: now,
    subject: { kind: 'exercise', exercise: exercise.id },
    case: firstShown(exercise),
    panes: filled.map((prompt) => ({ id: newId(), prompt, model: usual })),
    linked: { prompt: false, parameters: sameSampling(filled), model: true },
    samples: 1,
  };
}

/** Stored attempts at one exercise side by side, oldest first. `named` says what each is called. */
export function fromAttempts(
  { title, now, newId }: Birth,
  exercise: Pick<Graded, 'id' | 'cases'>,
  attempts: readonly PromptAttempt[],
  named: (attempt: PromptAttempt) => string,
): Comparison {
  const chosen = [...attempts].sort((a, b) => a.createdAt - b.createdAt).slice(0, mostPanes);
  const panes = chosen.map((attempt): Variant => {
    const { id, prompt, model } = attempt;
    return { id: newId(), name: named(attempt), prompt, model, attempt: id };
  });
  return {
    id: newId(),
    title,
    createdAt: now,
    updatedAt: now,
    subject: { kind: 'exercise', exercise: exercise.id },
    case: firstShown(exercise),
    panes: panes.length === 1 ? [...panes, { id: newId(), prompt: panes[0]!.prompt, model: panes[0]!.model }] : panes,
    linked: { ...unlinked },
    samples: Math.max(1, ...chosen.map(({ samples }) => samples)),
  };
}

/** What an attempt had drawn already, as the outputs of its pane: nothing has to be run again to be looked at. */
export function outputsOfAttempt(
  comparison: Pick<Comparison, 'id'>,
  variant: Variant,
  exercise: Pick<Graded, 'cases'>,
  outputs: readonly AttemptOutput[],
  at: number,
): ComparisonOutput[] {
  // Pooled attempts count their samples on, so the numbers of a case are dealt anew.
  const next = new Map<string, number>();
  return outputs.flatMap((output): ComparisonOutput[] => {
    const { case: id, text, finishReason, error, usage, timings, score, passed, results } = output;
    const values = exercise.cases.find((one) => one.id === id)?.values;
    if (!values) return [];
    const sample = next.get(id) ?? 0;
    next.set(id, sample + 1);
    return [
      {
        id: `${comparison.id}/${variant.id}/${id}/${sample}`,
        owner: comparison.id,
        variant: variant.id,
        case: id,
        ...(output.heldOut ? { heldOut: true } : {}),
        sample,
        fingerprint: outputFingerprint(variant, values),
        at,
        status: finishReason && !error ? 'whole' : 'partial',
        text,
        ...(finishReason ? { finishReason } : {}),
        ...(error ? { error } : {}),
        ...(usage ? { usage } : {}),
        ...(timings ? { timings } : {}),
        ...(score === undefined ? {} : { score: score === null ? null : 100 * score }),
        ...(passed === undefined ? {} : { passed }),
        results,
      },
    ];
  });
}

function firstShown({ cases }: Pick<Graded, 'cases'>): string {
  return (cases.find(({ heldOut }) => !heldOut) ?? cases[0])?.id ?? '';
}

function sameSampling(prompts: readonly Prompt[]): boolean {
  return new Set(prompts.map(({ parameters }) => JSON.stringify(parameters))).size === 1;
}
