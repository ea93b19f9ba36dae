import * as v from 'valibot';
import { PromptSchema } from '#core/prompts/prompt-schema.ts';

export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const time = v.pipe(v.number(), v.minValue(0));
export const points = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
export const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
export const ModelChoiceSchema = v.object({ id: v.string(), seed: v.number() });

const SideSchema = v.object({ score: v.nullable(points), passed: count, total: count });

export const AttemptSchema = v.object({
  id,
  exercise: id,
  createdAt: time,
  endedAt: v.exactOptional(time),
  status: v.picklist(['running', 'done', 'interrupted']),
  prompt: PromptSchema,
  fingerprint: v.string(),
  model: ModelChoiceSchema,
  samples: count,
  pooledFrom: v.exactOptional(v.array(id)),
  grade: v.exactOptional(
    v.object({
      score: points,
      interval: v.tuple([points, points]),
      verdict: v.picklist(['pass', 'fail', 'ungraded']),
      shown: SideSchema,
      heldOut: SideSchema,
      ungraded: count,
      results: count,
    }),
  ),
  deletedAt: v.exactOptional(time),
});

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

export const DraftSchema = v.object({ exercise: id, prompt: PromptSchema, updatedAt: time });
