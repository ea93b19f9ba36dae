import * as v from 'valibot';
import { TextSourceSchema } from '#core/exercises/identity.ts';
import { MeaningSchema, ValueSchema } from '#core/exercises/simulation.ts';

const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'an id is lower-case letters, digits and dashes'));
const text = v.pipe(v.string(), v.nonEmpty());
const texts = v.pipe(v.array(text), v.minLength(1));

/** A number, or `{{expect.x}}` standing for one. */
const number = v.union([v.number(), v.pipe(v.string(), v.regex(/^\{\{[^{}]+\}\}$/))]);

/** Bounds of a count; at least one of them. */
const bounds = v.union([
  v.pipe(v.number(), v.integer(), v.minValue(0)),
  v.strictObject({ min: v.optional(number), max: v.optional(number) }),
]);

/** One call of the function that an answer defines, and what it must come to. */
const functionTest = v.strictObject({
  call: v.array(ValueSchema),
  /** The value returned; a promise is waited for. */
  gives: v.exactOptional(ValueSchema),
  /** It must throw; a text has to occur in the error's name and message. */
  throws: v.exactOptional(v.union([v.literal(true), text])),
});

/** A row by position, or by the names of its columns. */
const rows = v.array(v.union([v.array(ValueSchema), v.record(v.string(), ValueSchema)]));

const common = {
  id,
  /** Share in the score of a sample, relative to the other checks. */
  weight: v.optional(v.pipe(v.number(), v.minValue(0)), 1),
  /** A sample that fails this check scores 0. */
  mustHave: v.optional(v.boolean(), false),
  /** In a chain: the step whose answer it looks at; the last one unless said. */
  step: v.exactOptional(id),
  /** The check looks at this field of a JSON answer only: `reply`, `items.0.name`, `items.*.name`. */
  path: v.optional(text),
  /** The check applies only to cases whose `expect` has these values (one of them, for a list). */
  when: v.optional(v.record(v.string(), v.union([ValueSchema, v.strictObject({ not: ValueSchema })]))),
};

const forms = {
  /** `strict` forgives no fence, preamble, mark or spelling: for work that a program reads. Default `lenient`. */
  form: v.optional(v.picklist(['lenient', 'strict']), 'lenient'),
};

const check = <const T extends string, E extends v.ObjectEntries>(type: T, entries: E) =>
  v.strictObject({ ...common, ...forms, type: v.picklist([type, `not-${type}`] as const), ...entries });

/**
 * Every kind of check, in promptfoo's names and shape. `not-` before the type negates. Texts may hold
 * `{{expect.x}}` and `{{variable}}`; a text that is nothing but such a placeholder takes its value as it is.
 */
export const CheckSchema = v.variant('type', [
  check('contains', { value: text }),
  check('icontains', { value: text }),
  check('contains-all', { value: v.union([texts, text]) }),
  check('contains-any', { value: v.union([texts, text]) }),
  check('icontains-all', { value: v.union([texts, text]) }),
  check('icontains-any', { value: v.union([texts, text]) }),
  check('equals', { value: ValueSchema }),
  /** RE2 syntax, linear time. `flags`: i, m, s. */
  check('regex', { value: text, flags: v.optional(v.pipe(v.string(), v.regex(/^[ims]*$/))) }),
  check('starts-with', { value: text }),
  check('ends-with', { value: text }),
  check('is-json', {}),
  check('json-schema', { value: v.record(v.string(), ValueSchema) }),
  /** The value at `path`; `anyOf` lists several that are right. */
  check('field', {
    value: v.optional(ValueSchema),
    anyOf: v.optional(v.union([v.array(ValueSchema), text])),
    tolerance: v.optional(v.pipe(v.number(), v.minValue(0)), 0),
    /** Lists are equal whatever their order. */
    inAnyOrder: v.optional(v.boolean(), false),
  }),
  /** The answer's number; with `path`, that field's. */
  check('numeric', { value: number, tolerance: v.optional(v.pipe(v.number(), v.minValue(0)), 0) }),
  /** The answer is one of the labels and it is the right one. */
  check('label', { value: text, labels: texts }),
  check('word-count', { value: bounds }),
  check('sentence-count', { value: bounds }),
  check('paragraph-count', { value: bounds }),
  check('bullet-count', { value: bounds }),
  check('character-count', { value: bounds }),
  check('language', { value: text }),
  /** No e-mail address, phone number, IBAN, card, key or the given texts. `value`: further texts that must not occur. */
  check('no-personal-data', {
    value: v.optional(v.union([texts, text])),
    /** What may stand although it looks like personal data: the company's own address. */
    allow: v.optional(v.union([texts, text])),
  }),
  /** Every passage in quotation marks (or at `path`) stands word for word in the named variable; at least `min`. */
  check('quotes', { source: text, min: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 1) }),
  /** The text states a meaning, whatever its wording. `use` names one of the exercise's meanings. */
  check('states', { use: v.optional(id), value: v.optional(MeaningSchema) }),
  /** The function of this name in the answer's JavaScript passes the tests. It runs in a sandbox. */
  check('javascript-passes', {
    function: v.pipe(v.string(), v.regex(/^[A-Za-z_$][\w$]*$/, 'the name of a function')),
    tests: v.union([v.pipe(v.array(functionTest), v.minLength(1)), text]),
    tolerance: v.optional(v.pipe(v.number(), v.minValue(0)), 0),
  }),
  /** The answer's SQL query gives these rows on the tables. It runs in a sandbox, on SQLite. */
  check('sql-result', {
    /** Statements that create and fill the tables; several texts are run one after the other. */
    tables: v.union([TextSourceSchema, v.array(TextSourceSchema)]),
    /** The right rows: lists by position, or objects by the columns' names (further columns are allowed then). */
    value: v.union([rows, text]),
    /** The order of the rows matters. */
    ordered: v.optional(v.boolean(), false),
    tolerance: v.optional(v.pipe(v.number(), v.minValue(0)), 0),
  }),
]);

export type Check = v.InferOutput<typeof CheckSchema>;
export type CheckInput = v.InferInput<typeof CheckSchema>;
export type CheckType = Check['type'];
