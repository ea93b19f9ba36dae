import type { ModelError } from '#core/models/model-error.ts';
import type { MemoryVerdict } from '#core/models/gguf-memory.ts';
import { RuntimeFailure } from './wllama-runtime.ts';

/** What a failed load means for the person. WebAssembly says little; what the file would take says more. */
export function loadError(error: unknown, verdict: MemoryVerdict): ModelError {
  const detail = detailOf(error);
  const short = verdict === 'tight' || verdict === 'too-large';
  if (short || error instanceof RangeError) return { kind: 'out-of-memory', retryable: true, detail };
  return { kind: 'unavailable', retryable: true, detail };
}

/** What a question that broke off means. */
export function chatError(error: unknown): ModelError {
  const detail = detailOf(error);
  switch (error instanceof RuntimeFailure ? error.type : undefined) {
    case 'exceed_context_size_error':
      return { kind: 'request-too-large', retryable: false, detail };
    case 'invalid_request_error':
      return { kind: 'bad-request', retryable: false, detail };
    case 'unloaded':
      return { kind: 'unavailable', retryable: true, detail };
    case 'RuntimeError': // WebAssembly gave up in the middle; with a model that had been loaded, for want of memory
      return { kind: 'out-of-memory', retryable: true, detail };
    default:
      return { kind: 'internal', retryable: true, detail };
  }
}

function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
