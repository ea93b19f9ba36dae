import * as v from 'valibot';
import type { Prompt } from '#core/prompts/prompt.ts';

const unit = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const around = {
  system: v.optional(v.string(), ''),
  turns: v.optional(v.array(v.strictObject({ role: v.picklist(['user', 'assistant']), content: v.string() })), []),
};

export const ParametersSchema = v.optional(
  v.strictObject({
    temperature: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(2))),
    topP: v.exactOptional(unit),
    maxTokens: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    stop: v.exactOptional(v.array(v.string())),
  }),
  {},
);

const SinglePromptSchema = v.strictObject({ ...around, user: v.string(), parameters: ParametersSchema });

/** A step may say nothing: then it passes on what it was given. */
const StepSchema = v.strictObject({ ...around, user: v.optional(v.string(), ''), parameters: ParametersSchema });

const ChainPromptSchema = v.pipe(
  v.strictObject({ steps: v.pipe(v.array(StepSchema), v.minLength(1), v.maxLength(3)) }),
  v.transform(({ steps: [first, ...later] }): Prompt => ({ ...first!, ...(later.length > 0 ? { later } : {}) })),
);

const EitherSchema = v.union([SinglePromptSchema, ChainPromptSchema]);

/**
 * A prompt as files write it: one request, or `steps`, one request each. What it says it is decides by which schema it
 * is read, so that a slip is reported as a slip in that one.
 */
export const PromptFileSchema: v.GenericSchema<v.InferInput<typeof EitherSchema>, Prompt> = v.lazy((value) =>
  value === undefined ? EitherSchema : hasSteps(value) ? ChainPromptSchema : SinglePromptSchema,
);

function hasSteps(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'steps' in value;
}
