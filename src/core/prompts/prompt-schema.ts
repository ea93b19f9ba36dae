import * as v from 'valibot';

const stepEntries = {
  system: v.string(),
  turns: v.array(v.object({ role: v.picklist(['user', 'assistant']), content: v.string() })),
  user: v.string(),
  parameters: v.object({
    temperature: v.exactOptional(v.number()),
    topP: v.exactOptional(v.number()),
    maxTokens: v.exactOptional(v.number()),
    stop: v.exactOptional(v.array(v.string())),
    reasoningEffort: v.exactOptional(v.picklist(['minimal', 'low', 'medium', 'high'])),
  }),
};

/** A prompt as it is stored: lenient in its parameters' ranges, because it was written through the page. */
export const PromptSchema = v.object({
  ...stepEntries,
  later: v.exactOptional(v.pipe(v.array(v.object(stepEntries)), v.maxLength(9))),
});
