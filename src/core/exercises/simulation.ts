import * as v from 'valibot';
import type { LearnedMeaning } from '#core/language/learned.ts';

const perLanguage = <T extends v.GenericSchema>(entry: T) => v.strictObject({ en: entry, fr: entry });
const sentences = v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.minLength(1));
const texts = v.union([v.pipe(v.string(), v.nonEmpty()), sentences]);
const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'an id is lower-case letters, digits and dashes'));
const rate = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** A value as it stands in structured output. */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };
export const ValueSchema: v.GenericSchema<Value> = v.lazy(() =>
  v.union([v.string(), v.number(), v.boolean(), v.null(), v.array(ValueSchema), v.record(v.string(), ValueSchema)]),
);

/**
 * A meaning, given by example sentences in both languages: how people say it, and sentences close to it that do
 * not say it (the opposite, a mention, a quotation). The matcher generalises from them; they are no trick words.
 */
export const MeaningSchema = v.strictObject({
  /** `avoid` when the meaning is a prohibition ("never promise…"). */
  polarity: v.optional(v.picklist(['want', 'avoid']), 'want'),
  positive: perLanguage(sentences),
  negative: v.optional(perLanguage(v.array(v.string())), { en: [], fr: [] }),
});
/** With what was learnt of it, when it comes from an exercise that has been learnt. */
type Learned<T> = T & { learned?: LearnedMeaning };
export type Meaning = Learned<v.InferOutput<typeof MeaningSchema>>;

/** General traits of a prompt that can satisfy a need besides its sentences. */
export const traits = [
  'examples',
  'steps',
  'delimited-data',
  'treat-as-data',
  'quote-source',
  'ground',
  'missing-value',
  'ask-when-unclear',
  'audience',
  'tone',
  'labels',
  'json',
  'only',
  'length',
  'language',
  'date-iso',
  'no-personal-data',
  'self-check',
  'no-invention',
] as const;
export type Trait = (typeof traits)[number];

export const NeedSchema = v.strictObject({
  ...MeaningSchema.entries,
  /** Traits any one of which states the need as well as a sentence does. */
  metBy: v.optional(v.array(v.picklist(traits)), []),
});

const realisation = {
  /** Value in structured output. */
  value: v.optional(ValueSchema),
  /** Whole sentences, each a different wording of the same content; shorter ones later. `{value}` is filled in. */
  say: v.optional(perLanguage(texts)),
  /** This realisation is to say nothing. */
  omit: v.optional(v.boolean()),
};

/** What a typical model does instead, and how often among answers to a prompt that leaves the needs unsaid. */
export const AlternativeSchema = v.strictObject({
  ...realisation,
  rate,
  /**
   * Needs that prevent this alternative; default: all of the atom's needs. Stating one lowers the rate to the model's
   * residual miss.
   */
  unless: v.optional(v.array(id)),
  /** `hijacked`: an order in the data was carried out; `invented`: made up. Default `guessed`. */
  because: v.optional(v.picklist(['guessed', 'invented', 'hijacked']), 'guessed'),
});

export const AtomSchema = v.strictObject({
  id,
  role: v.picklist(['greeting', 'conclusion', 'fact', 'reason', 'action', 'closing']),
  /** In a chain: the step, or steps, in whose answer it can stand; the last one unless said. */
  step: v.exactOptional(v.union([id, v.pipe(v.array(id), v.minLength(1))])),
  /** Its value is code in this language, which an answer in words shows in a block of its own. */
  code: v.exactOptional(v.picklist(['sql', 'javascript'])),
  /** The atom is known only if all of these stand in the prompt (white space aside). */
  anchor: v.optional(texts),
  /** Shared material that must be in the prompt; without it the alternatives take over as if the needs were unsaid. */
  grounds: v.optional(texts),
  /** Field of structured output that the value fills (see `fields`). */
  field: v.optional(id),
  /** Text fields whose text this atom is part of; default: all of them. `[]`: of none. */
  in: v.optional(v.array(id)),
  /** Needs a prompt has to state for the right realisation. */
  needs: v.optional(v.array(id), []),
  /** Only when the named atoms took these values: keeps a letter consistent with its decision. */
  when: v.optional(v.record(id, ValueSchema)),
  /** 1 (kept to the last when the answer must be short) to 5 (dropped first). */
  importance: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)), 3),
  ...realisation,
  otherwise: v.optional(v.array(AlternativeSchema), []),
});
export type Atom = v.InferOutput<typeof AtomSchema>;
export type Alternative = v.InferOutput<typeof AlternativeSchema>;

/** A field that structured output may ask for. */
export const FieldSchema = v.strictObject({
  /** Names a prompt may use for it besides its id. */
  names: v.optional(perLanguage(v.array(v.string())), { en: [], fr: [] }),
  /** `value`: an atom's value. `text`: sentences composed from atoms. `list`: the `items` atoms' values, each a record or text. */
  kind: v.picklist(['value', 'text', 'list']),
  /** For a list: fields that its records have. */
  fields: v.optional(
    v.record(id, v.strictObject({ names: v.optional(perLanguage(v.array(v.string())), { en: [], fr: [] }) })),
  ),
});
export type Field = v.InferOutput<typeof FieldSchema>;

const UsualFormSchema = v.picklist(['prose', 'email', 'label', 'bullets']);

export const SimulationSchema = v.strictObject({
  $schema: v.optional(v.string()),
  format: v.literal(1),
  needs: v.record(id, NeedSchema),
  fields: v.optional(v.record(id, FieldSchema), {}),
  /** Kind of text a model writes when no format is asked for. */
  usualForm: v.optional(UsualFormSchema, 'prose'),
  /** The same for single steps of a chain. */
  usualForms: v.exactOptional(v.record(id, UsualFormSchema)),
  cases: v.record(id, v.strictObject({ atoms: v.pipe(v.array(AtomSchema), v.minLength(1)) })),
});
type SimulationFile = v.InferOutput<typeof SimulationSchema>;
export type Simulation = Omit<SimulationFile, 'needs'> & {
  needs: Record<string, Learned<SimulationFile['needs'][string]>>;
};

/** What the simulated model knows of one exercise: its cases' data to recognise them by, and how it would answer. */
export interface ExerciseKnowledge {
  exercise: string;
  dataLanguage: 'en' | 'fr';
  /** Text of each case's own values, by case id; shared material is left out. */
  data: Record<string, Record<string, string>>;
  /** Material that every case is given (a guide, a price list): it tells no case, and its rules are not the person's. */
  shared?: readonly string[];
  /**
   * How many runs of words that no other case has are enough to recognise one. A later step of a chain is given what an
   * earlier one wrote, and that is never more than a part of what it could have written.
   */
  enough?: number;
  simulation: Simulation;
}
