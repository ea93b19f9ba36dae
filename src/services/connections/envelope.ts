import * as v from 'valibot';

const bytes = v.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array);

const EnvelopeSchema = v.object({
  id: v.literal('keys'),
  version: v.literal(1),
  derivation: v.object({
    name: v.literal('PBKDF2'),
    hash: v.literal('SHA-256'),
    /** Bounded, so that a tampered row cannot make the page count for ever. */
    rounds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000)),
    salt: bytes,
  }),
  entries: v.array(v.object({ connection: v.string(), origin: v.string(), iv: bytes, sealed: bytes })),
});

/**
 * Kept keys as they lie on the device. Each is sealed by itself under the key made from the passphrase, so that one can
 * be forgotten while the others stay locked; whose it is and for which origin is bound to the seal.
 */
export type Envelope = v.InferOutput<typeof EnvelopeSchema>;
export type SealedKey = Envelope['entries'][number];

export function readEnvelope(stored: unknown): Envelope | undefined {
  const parsed = v.safeParse(EnvelopeSchema, stored);
  return parsed.success ? parsed.output : undefined;
}

/** Where the envelope lies. Rejects where storage fails. */
export interface EnvelopeStore {
  read(): Promise<Envelope | undefined>;
  /** Changes it in one go, whatever other tabs do; nothing returned removes it. */
  change(change: (present: Envelope | undefined) => Envelope | undefined): Promise<void>;
  /** Hears of changes, in other tabs too. */
  watch(changed: () => void): () => void;
}
