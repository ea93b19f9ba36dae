import * as v from 'valibot';
import { SealedSchema } from '#core/attempts/output-schema.ts';
import { count, id, ModelChoiceSchema, points, time } from '#core/attempts/row-schemas.ts';
import { PromptSchema } from '#core/prompts/prompt-schema.ts';
import { criteria, mostPanes, type Comparison, type ComparisonOutput, type Matrix, type Vote } from './comparison.ts';

const SubjectSchema = v.variant('kind', [
  v.object({ kind: v.literal('exercise'), exercise: id }),
  v.object({
    kind: v.literal('scratch'),
    cases: v.array(v.object({ id, values: v.record(v.string(), v.string()) })),
  }),
]);

const VariantSchema = v.object({
  id,
  name: v.exactOptional(v.string()),
  prompt: PromptSchema,
  model: ModelChoiceSchema,
  attempt: v.exactOptional(id),
});

const birth = { id, title: v.string(), createdAt: time, updatedAt: time, subject: SubjectSchema };
const samples = v.pipe(count, v.minValue(1));

export const ComparisonSchema: v.GenericSchema<unknown, Comparison> = v.object({
  ...birth,
  case: v.string(),
  panes: v.pipe(v.array(VariantSchema), v.minLength(1), v.maxLength(mostPanes)),
  linked: v.object({ prompt: v.boolean(), parameters: v.boolean(), model: v.boolean() }),
  samples,
  deletedAt: v.exactOptional(time),
});

export const MatrixSchema: v.GenericSchema<unknown, Matrix> = v.object({
  ...birth,
  prompts: v.array(v.object({ id, name: v.string(), prompt: PromptSchema })),
  models: v.array(v.object({ id, model: ModelChoiceSchema })),
  cases: v.array(v.string()),
  samples,
  deletedAt: v.exactOptional(time),
});

const outputEntries = {
  id: v.string(),
  owner: id,
  variant: id,
  case: v.string(),
  heldOut: v.exactOptional(v.boolean()),
  sample: count,
  fingerprint: v.string(),
  at: time,
  status: v.picklist(['whole', 'partial']),
  score: v.exactOptional(v.nullable(points)),
  passed: v.exactOptional(v.boolean()),
};

export const ComparisonOutputSchema: v.GenericSchema<unknown, ComparisonOutput> = v.object({
  ...SealedSchema.entries,
  ...outputEntries,
});

export const ExportedComparisonOutputSchema: v.GenericSchema<unknown, ComparisonOutput & { sealed?: string }> =
  v.object({ ...SealedSchema.entries, ...outputEntries, sealed: v.exactOptional(v.string()) });

const SideSchema = v.object({ variant: id, output: v.string(), prompt: v.string(), model: v.string() });

export const VoteSchema: v.GenericSchema<unknown, Vote> = v.object({
  id,
  comparison: id,
  case: v.string(),
  at: time,
  left: SideSchema,
  right: SideSchema,
  verdict: v.picklist(['left', 'right', 'tie', 'both-bad']),
  criteria: v.array(v.picklist(criteria)),
});
