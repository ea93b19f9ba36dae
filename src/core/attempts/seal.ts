import * as v from 'valibot';
import type { AttemptOutput, ExerciseProgress } from './attempt.ts';
import { heldOutIsOpen } from './conceal.ts';
import type { ExportedOutput } from './export-file.ts';
import { SealedSchema } from './output-schema.ts';

/** Takes the text of a held-out output, and all that tells of it, out of sight. Not a secret: a curtain. */
export function seal(output: AttemptOutput, progress: ExerciseProgress | undefined): ExportedOutput {
  if (!output.heldOut || heldOutIsOpen(progress)) return output;
  const { text, results, error, usage, timings, finishReason, ...rest } = output;
  const hidden = JSON.stringify({ text, results, error, usage, timings, finishReason });
  return {
    ...rest,
    text: '',
    results: results.map(({ check, outcome }) => ({ check, outcome, places: [] })),
    sealed: toBase64(hidden),
  };
}

/** Brings a sealed output back; `undefined` when the seal was tampered with. */
export function unseal({ sealed, ...output }: ExportedOutput): AttemptOutput | undefined {
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
