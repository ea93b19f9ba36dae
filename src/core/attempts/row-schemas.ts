import * as v from 'valibot';
import { PromptSchema } from '#core/prompts/prompt-schema.ts';

export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const time = v.pipe(v.number(), v.minValue(0));
export const points = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
export const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
export const ModelChoiceSchema = v.object({
  id: v.string(),
  seed: v.number(),
  name: v.exactOptional(v.object({ model: v.string(), connection: v.string() })),
});

const SideSchema = v.object({ score: v.nullable(points), passed: count, total: count });

const attemptEntries = {
  id,
  exercise: id,
  createdAt: time,
  endedAt: v.exactOptional(time),
  status: v.picklist(['running', 'done', 'interrupted']),
  grade: v.exactOptional(
    v.object({
      score: points,
      interval: v.tuple([points, points]),
      verdict: v.picklist(['pass', 'fail', 'ungraded']),
      shown: SideSchema,
      heldOut: SideSchema,
      hostile: v.exactOptional(SideSchema),
      benign: v.exactOptional(SideSchema),
      ungraded: count,
      results: count,
    }),
  ),
  deletedAt: v.exactOptional(time),
};

const PromptAttemptSchema = v.object({
  ...attemptEntries,
  prompt: PromptSchema,
  fingerprint: v.string(),
  model: ModelChoiceSchema,
  samples: count,
  pooledFrom: v.exactOptional(v.array(id)),
});

const verdictEntries = {
  case: id,
  mark: v.exactOptional(v.object({ output: id, start: count, end: count, quote: v.string() })),
  criterion: v.exactOptional(id),
};

const ArbitrateAttemptSchema = v.object({
  ...attemptEntries,
  kind: v.literal('arbitrate'),
  verdicts: v.array(v.object({ ...verdictEntries, best: id })),
});

/** The kind is asked for first, because a file may come from a version that knows kinds this one does not. */
export const AttemptSchema = v.lazy((row) => (hasKind(row) ? ArbitrateAttemptSchema : PromptAttemptSchema));

export const ProgressSchema = v.object({
  exercise: id,
  state: v.picklist(['started', 'passed']),
  bestScore: points,
  attempts: count,
  lastAttemptAt: time,
  hintsShown: count,
  gaveUp: v.boolean(),
  passedAt: v.exactOptional(time),
});

const PromptDraftSchema = v.object({ exercise: id, prompt: PromptSchema, updatedAt: time });

const ArbitrateDraftSchema = v.object({
  kind: v.literal('arbitrate'),
  exercise: id,
  attempt: id,
  verdicts: v.array(v.object({ ...verdictEntries, best: v.exactOptional(id) })),
  case: id,
  updatedAt: time,
});

export const DraftSchema = v.lazy((row) => (hasKind(row) ? ArbitrateDraftSchema : PromptDraftSchema));

function hasKind(row: unknown): boolean {
  return typeof row === 'object' && row !== null && 'kind' in row;
}
