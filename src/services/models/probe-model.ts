import type { ChatModel } from '#core/models/chat-model.ts';
import type { ProbeReport } from '#core/models/connector.ts';

/** Asks a model for a few words and tells how that went; `name` is what its connection calls it. A stop is reported as unavailable; nobody is there to read it. */
export async function probeModel(model: ChatModel, name: string, signal?: AbortSignal): Promise<ProbeReport> {
  const request = {
    messages: [{ role: 'user' as const, content: 'Count from one to five, in words.' }],
    parameters: { maxTokens: 32 },
    sample: 0,
    seed: 0,
    ...(signal ? { signal } : {}),
  };
  let pieces = 0;
  for await (const part of model.stream(request)) {
    if (part.type === 'text-delta' || part.type === 'reasoning-delta') pieces++;
    else if (part.type === 'error') return { ok: false, error: part.error };
    else if (part.type === 'finish') {
      const { usage, timings } = part;
      return { ok: true, model: name, ...timings, streams: pieces > 1, reportsUsage: !usage.estimated };
    }
  }
  return { ok: false, error: { kind: 'unavailable', retryable: true } };
}
