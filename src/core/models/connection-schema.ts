import * as v from 'valibot';
import type { Connection } from './connection.ts';

const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(100), v.regex(/^[^/]+$/));
const text = v.pipe(v.string(), v.maxLength(500));
const least = (value: number) => v.pipe(v.number(), v.integer(), v.minValue(value));
const price = v.pipe(v.number(), v.minValue(0));

const base = {
  id,
  name: text,
  model: text,
  prices: v.record(v.string(), v.object({ currency: text, inputPerMillion: price, outputPerMillion: price })),
};

/** Requests go to servers, and to nothing else that an address can name. */
const address = v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//i), v.maxLength(2_000));

const TimeoutsSchema = v.object({ connectInMs: least(1), firstTokenInMs: least(1), stallInMs: least(1) });

/** A connection as it is stored and read back. */
const ConnectionSchema: v.GenericSchema<unknown, Connection> = v.variant('kind', [
  v.object({
    ...base,
    kind: v.literal('server'),
    preset: text,
    baseUrl: address,
    keyed: v.boolean(),
    models: v.array(text),
    concurrency: least(1),
    requestsPerMinute: v.exactOptional(least(1)),
    timeouts: TimeoutsSchema,
  }),
  v.object({ ...base, kind: v.literal('browser') }),
  v.object({
    ...base,
    kind: v.literal('file'),
    file: v.object({ name: text, sizeInBytes: least(0) }),
    kept: v.boolean(),
    threads: least(1),
    contextInTokens: least(1),
  }),
]);

/** The connection in a stored row; nothing when it cannot be used as one. */
export function readConnection(stored: unknown): Connection | undefined {
  const parsed = v.safeParse(ConnectionSchema, stored);
  return parsed.success ? parsed.output : undefined;
}
