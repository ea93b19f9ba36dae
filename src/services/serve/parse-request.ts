import * as v from 'valibot';
import { describe } from '#core/exercises/issue-sentence.ts';
import type { Message, Parameters } from '#core/prompts/prompt.ts';
import { ApiError } from './errors.ts';

/** A request for chat completions, as the rest of the server needs it. */
export interface CompletionRequest {
  model: string;
  messages: Message[];
  parameters: Parameters;
  /** How many answers. */
  count: number;
  seed?: number;
  format: ResponseFormat;
  stream: boolean;
  includeUsage: boolean;
}

export type JsonSchema = Record<string, unknown> | boolean;
export type ResponseFormat = { type: 'text' } | { type: 'json_object' } | { type: 'json_schema'; schema: JsonSchema };

// The message of each schema says what stands there; the sentence around it is made in `invalid`.
const text = v.string('a text');
const flag = v.boolean('true or false');
const numberFrom = (least: number, most: number) => {
  const expected = `a number from ${least} to ${most}`;
  return v.pipe(v.number(expected), v.minValue(least, expected), v.maxValue(most, expected));
};
const wholeFrom = (least: number, most = Number.MAX_SAFE_INTEGER) => {
  const expected = `a whole number from ${least}${most < Number.MAX_SAFE_INTEGER ? ` to ${most}` : ' on'}`;
  return v.pipe(v.number(expected), v.integer(expected), v.minValue(least, expected), v.maxValue(most, expected));
};

const textPart = v.object({ type: v.literal('text', '"text" (the simulated model only reads)'), text });
const refusalPart = v.object({ type: v.literal('refusal'), refusal: text });
const content = v.union([text, v.array(textPart)], 'a text or a list of content parts');
const saidContent = v.union(
  [text, v.array(v.variant('type', [textPart, refusalPart], '"text" or "refusal"'))],
  'a text or a list of content parts',
);
const MessageSchema = v.variant(
  'role',
  [
    v.object({ role: v.picklist(['system', 'developer', 'user']), content }),
    v.object({ role: v.literal('assistant'), content: v.nullish(saidContent, '') }),
  ],
  '"system", "developer", "user" or "assistant" (the simulated model calls no tools)',
);

const JsonSchemaSchema = v.union([v.record(v.string(), v.unknown()), flag], 'a JSON Schema');
const FormatSchema = v.variant(
  'type',
  [
    v.object({ type: v.literal('text') }),
    v.object({ type: v.literal('json_object') }),
    v.object({
      type: v.literal('json_schema'),
      json_schema: v.object({
        name: v.pipe(
          text,
          v.regex(/^[a-zA-Z0-9_-]{1,64}$/, 'a name of 1 to 64 letters, digits, dashes or underscores'),
        ),
        schema: v.optional(JsonSchemaSchema, {}),
      }),
    }),
  ],
  '"text", "json_object" or "json_schema"',
);

const stopTexts = 'a text or a list of up to 4 texts';
const RequestSchema = v.object({
  model: v.pipe(text, v.nonEmpty('the name of a model')),
  messages: v.pipe(v.array(MessageSchema, 'a list of messages'), v.minLength(1, 'at least one message')),
  n: v.nullish(wholeFrom(1, 128), 1),
  seed: v.nullish(wholeFrom(Number.MIN_SAFE_INTEGER)),
  stop: v.nullish(v.union([text, v.pipe(v.array(text), v.maxLength(4, stopTexts))], stopTexts)),
  max_tokens: v.nullish(wholeFrom(1)),
  max_completion_tokens: v.nullish(wholeFrom(1)),
  temperature: v.nullish(numberFrom(0, 2)),
  top_p: v.nullish(numberFrom(0, 1)),
  response_format: v.nullish(FormatSchema, { type: 'text' }),
  stream: v.nullish(flag, false),
  stream_options: v.nullish(v.object({ include_usage: v.nullish(flag, false) }, 'an object')),
  // What cannot be given is refused rather than silently left out; other keys are let through.
  logprobs: v.nullish(v.literal(false, 'false (the simulated model has no token probabilities)')),
  modalities: v.nullish(v.array(v.literal('text', '"text" (the simulated model only writes)'), 'a list')),
  tool_choice: v.nullish(v.picklist(['none', 'auto'], '"none" or "auto" (the simulated model calls no tools)')),
});

/** Reads the body of a request. What is wrong with it is thrown as an {@link ApiError}. */
export function parseRequest(body: string): CompletionRequest {
  let value: unknown;
  try {
    value = JSON.parse(body.replace(/^\uFEFF/, ''), refuseUnsafeKeys);
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new ApiError(400, `The body of the request is not valid JSON: ${(error as Error).message}.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ApiError(400, `The body of the request must be a JSON object, but is ${describe(value)}.`);
  }
  const result = v.safeParse(RequestSchema, value);
  if (!result.success) throw invalid(result.issues[0]);
  return requestOf(result.output);
}

/** A key through which a request could reach into every object of the server. */
function refuseUnsafeKeys(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new ApiError(400, `The body of the request must not hold the key '${key}'.`);
  return value;
}

function requestOf(read: v.InferOutput<typeof RequestSchema>): CompletionRequest {
  if (read.max_tokens != null && read.max_completion_tokens != null) {
    throw conflict('max_tokens', "'max_tokens' and 'max_completion_tokens' say the same; give one of them.");
  }
  if (read.stream_options && !read.stream) {
    throw conflict('stream_options', "'stream_options' is only allowed when 'stream' is true.");
  }
  const format = read.response_format;
  const maxTokens = read.max_completion_tokens ?? read.max_tokens;
  return {
    model: read.model,
    messages: read.messages.map(messageOf),
    parameters: {
      ...(read.temperature != null && { temperature: read.temperature }),
      ...(read.top_p != null && { topP: read.top_p }),
      ...(maxTokens != null && { maxTokens }),
      ...(read.stop != null && { stop: typeof read.stop === 'string' ? [read.stop] : read.stop }),
    },
    count: read.n,
    ...(read.seed != null && { seed: read.seed }),
    format: format.type === 'json_schema' ? { type: format.type, schema: format.json_schema.schema } : format,
    stream: read.stream,
    includeUsage: read.stream_options?.include_usage ?? false,
  };
}

function messageOf({ role, content: said }: v.InferOutput<typeof MessageSchema>): Message {
  const parts = typeof said === 'string' || said == null ? [said ?? ''] : said.map(textOfPart);
  // `developer` is the newer name for what the system says.
  return { role: role === 'developer' ? 'system' : role, content: parts.join('\n') };
}

const textOfPart = (part: { text: string } | { refusal: string }) => ('text' in part ? part.text : part.refusal);

const conflict = (param: string, sentence: string) => new ApiError(400, sentence, { param, code: 'invalid_value' });

/** The issue that got deepest into the request is the one its author most likely meant. */
function deepest(
  issue: v.BaseIssue<unknown>,
  way: (string | number)[] = [],
): { issue: v.BaseIssue<unknown>; way: (string | number)[] } {
  const here = [...way, ...(issue.path ?? []).map(({ key }) => key as string | number)];
  const inner = (issue.issues ?? []).filter(({ path }) => path && path.length > 0).map((one) => deepest(one, here));
  return inner.sort((a, b) => b.way.length - a.way.length)[0] ?? { issue, way: here };
}

function invalid(first: v.BaseIssue<unknown>): ApiError {
  const { issue, way } = deepest(first);
  const param = way.map((step, at) => (typeof step === 'number' ? `[${step}]` : at > 0 ? `.${step}` : step)).join('');
  if (issue.input === undefined) {
    return new ApiError(400, `Missing required parameter: '${param}'.`, { param, code: 'missing_required_parameter' });
  }
  const code = issue.kind === 'schema' ? 'invalid_type' : 'invalid_value';
  const sentence = `Invalid '${param}': expected ${issue.message}, but got ${describe(issue.input)}.`;
  return new ApiError(400, sentence, { param, code });
}
