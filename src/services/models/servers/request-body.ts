import { hash } from '#core/chance/chance.ts';
import type { ChatRequest, RequestSetting, StreamPart } from '#core/models/chat-model.ts';
import type { Quirks } from './presets.ts';

export type Warning = Extract<StreamPart, { type: 'warning' }>;

/** How a model has to be asked, as far as we know from its preset and have learnt from its server's refusals. */
export interface Manner {
  quirks: Quirks;
  /** Settings it refused. */
  refused: ReadonlySet<RequestSetting>;
  maxTokens: 'max_tokens' | 'max_completion_tokens';
  format: 'json_schema' | 'json_object' | 'none';
  /** Whether it takes `stream_options`. */
  usage: boolean;
}

export function mannerOf(quirks: Quirks): Manner {
  return {
    quirks,
    refused: new Set(),
    maxTokens: quirks.maxTokens ?? 'max_tokens',
    format: 'json_schema',
    usage: true,
  };
}

/** The body of a request for chat completions, and what of the person's settings it could not hold. */
export function requestBody(
  model: string,
  { messages, parameters, sample, seed, responseFormat }: ChatRequest,
  manner: Manner,
): { body: Record<string, unknown>; warnings: Warning[] } {
  const { quirks, refused } = manner;
  const warnings: Warning[] = [];
  const body: Record<string, unknown> = {
    model,
    messages: messages.map(({ role, content }) => ({ role, content })),
    stream: true,
  };
  if (manner.usage) body['stream_options'] = { include_usage: true };
  const set = (setting: RequestSetting, name: string, value: unknown) => {
    if (value === undefined) return;
    if (refused.has(setting) || quirks.ignores?.includes(setting)) {
      warnings.push({ type: 'warning', setting, reason: 'ignored' });
    } else {
      body[name] = value;
    }
  };
  const clamp = (setting: RequestSetting, within: boolean) => {
    if (!within && !refused.has(setting)) warnings.push({ type: 'warning', setting, reason: 'clamped' });
  };

  const { temperature, topP, maxTokens, stop = [], reasoningEffort } = parameters;
  const { mostTemperature = Infinity, mostStops = Infinity } = quirks;
  set('temperature', 'temperature', temperature && Math.min(temperature, mostTemperature));
  clamp('temperature', (temperature ?? 0) <= mostTemperature);
  set('topP', 'top_p', topP);
  set('maxTokens', manner.maxTokens, maxTokens);
  set('stop', 'stop', stop.length > 0 ? stop.slice(0, mostStops) : undefined);
  clamp('stop', stop.length <= mostStops);
  set('reasoningEffort', 'reasoning_effort', reasoningEffort);
  set('seed', quirks.seed ?? 'seed', seedOf(seed, sample));
  set('responseFormat', 'response_format', responseFormat && formatOf(responseFormat, manner.format));
  if (responseFormat && body['response_format'] && manner.format === 'json_object') clamp('responseFormat', false);
  return { body, warnings };
}

/** The first sample has the seed as it stands, so that others can repeat it; 31 bits, because servers read it as a C int. */
function seedOf(seed: number, sample: number): number {
  return (sample === 0 ? seed : hash('sample', seed, sample)) % 2 ** 31;
}

function formatOf({ name, schema }: NonNullable<ChatRequest['responseFormat']>, format: Manner['format']): unknown {
  if (format === 'json_object') return { type: 'json_object' };
  return { type: 'json_schema', json_schema: { name, schema, strict: isStrict(schema) } };
}

/** Whether a schema is one of those that OpenAI can hold a model to: closed objects with all their fields required. */
function isStrict(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return true;
  if (Array.isArray(schema)) return schema.every(isStrict);
  const { type, properties, required, additionalProperties } = schema as Record<string, unknown>;
  if (type === 'object' || properties !== undefined) {
    const names = Object.keys((properties ?? {}) as object);
    if (additionalProperties !== false || !Array.isArray(required)) return false;
    if (!names.every((name) => required.includes(name))) return false;
  }
  return Object.values(schema).every(isStrict);
}
