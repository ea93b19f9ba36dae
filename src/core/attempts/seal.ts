import * as v from 'valibot';
import type { AttemptOutput } from './attempt.ts';
import { SealedSchema } from './output-schema.ts';

/** What is hidden of an output, whatever it belongs to. */
type Hidden = Pick<
  AttemptOutput,
  'text' | 'steps' | 'results' | 'error' | 'usage' | 'timings' | 'finishReason' | 'reasoning' | 'opinions'
>;

/**
 * An output in a file. Of a held-out case that is not open yet the text and all that tells of it lie in `sealed`: the file
 * shows nothing that the page hides, and loses nothing.
 */
export type Sealed<Output extends Hidden> = Output & { sealed?: string };

/** Takes the text of a held-out output, and all that tells of it, out of sight. Not a secret: a curtain. */
export function seal<Output extends Hidden & { heldOut?: boolean }>(output: Output, open: boolean): Sealed<Output> {
  if (!output.heldOut || open) return output;
  const { text, steps, results, error, usage, timings, finishReason, reasoning, opinions, ...rest } = output;
  const hidden = JSON.stringify({ text, steps, results, error, usage, timings, finishReason, reasoning, opinions });
  return {
    ...(rest as unknown as Output),
    text: '',
    results: results.map(({ check, outcome }) => ({ check, outcome, places: [] })),
    sealed: toBase64(hidden),
  };
}

/** Brings a sealed output back; `undefined` when the seal was tampered with. */
export function unseal<Output extends Hidden>({ sealed, ...rest }: Sealed<Output>): Output | undefined {
  const output = rest as unknown as Output;
  if (sealed === undefined) return output;
  try {
    const hidden = v.safeParse(SealedSchema, JSON.parse(fromBase64(sealed)));
    return hidden.success ? { ...output, ...hidden.output } : undefined;
  } catch {
    return undefined;
  }
}

function toBase64(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function fromBase64(encoded: string): string {
  const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
