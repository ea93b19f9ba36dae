import * as v from 'valibot';
import { requestSettings } from '#core/models/chat-model.ts';
import { modelErrorKinds } from '#core/models/model-error.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const OutcomeSchema = v.picklist(['pass', 'fail', 'ungraded']);

export const CheckResultSchema = v.object({
  check: v.string(),
  outcome: OutcomeSchema,
  strict: v.exactOptional(OutcomeSchema),
  reason: v.exactOptional(
    v.object({ code: v.string(), params: v.record(v.string(), v.union([v.string(), v.number()])) }),
  ),
  places: v.array(v.object({ start: count, end: count })),
});

const verdicts = ['pass', 'fail', 'first', 'second', 'tie'] as const;
const RoundSchema = v.object({ verdict: v.exactOptional(v.picklist(verdicts)), reason: v.string() });

const OpinionSchema = v.object({
  kind: v.picklist(['one', 'pair']),
  verdict: v.picklist([...verdicts, 'undecided']),
  rounds: v.tuple([RoundSchema, RoundSchema]),
  rubric: v.string(),
  model: v.object({
    id: v.string(),
    seed: v.number(),
    name: v.exactOptional(v.object({ model: v.string(), connection: v.string() })),
  }),
  at: v.number(),
  against: v.exactOptional(v.object({ variant: v.string(), at: v.number() })),
});

/** What a sealed output hides. */
export const SealedSchema = v.object({
  text: v.string(),
  steps: v.exactOptional(v.array(v.object({ step: v.string(), text: v.string() }))),
  results: v.array(CheckResultSchema),
  finishReason: v.exactOptional(v.picklist(['stop', 'length', 'content-filter', 'unknown'])),
  error: v.exactOptional(
    v.object({
      kind: v.picklist(modelErrorKinds),
      retryable: v.boolean(),
      retryAfterInMs: v.exactOptional(v.number()),
      detail: v.exactOptional(v.string()),
    }),
  ),
  usage: v.exactOptional(
    v.object({
      inputTokens: v.number(),
      outputTokens: v.number(),
      reasoningTokens: v.exactOptional(v.number()),
      estimated: v.boolean(),
    }),
  ),
  timings: v.exactOptional(v.object({ firstTokenInMs: v.number(), totalInMs: v.number() })),
  reasoning: v.exactOptional(v.string()),
  opinions: v.exactOptional(v.array(OpinionSchema)),
  warnings: v.exactOptional(
    v.array(v.object({ setting: v.picklist(requestSettings), reason: v.picklist(['ignored', 'clamped']) })),
  ),
});

export const ExportedOutputSchema = v.object({
  ...SealedSchema.entries,
  id: v.string(),
  attempt: v.string(),
  case: v.string(),
  heldOut: v.boolean(),
  hostile: v.exactOptional(v.boolean()),
  sample: count,
  score: v.exactOptional(v.nullable(v.number())),
  passed: v.exactOptional(v.boolean()),
  sealed: v.exactOptional(v.string()),
});
