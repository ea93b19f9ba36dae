import type { ChatModel, ChatRequest, FinishReason, Timings, Usage } from '#core/models/chat-model.ts';
import type { ModelError } from '#core/models/model-error.ts';

/** What came of asking a model. Without finish reason and without error it was stopped by whoever asked. */
export interface Answer {
  text: string;
  finishReason?: FinishReason;
  error?: ModelError;
  usage?: Usage;
  timings?: Timings;
}

/** Asks a model and tells the text so far, as it arrives. Never rejects: a failure is in the answer. */
export async function ask(
  model: ChatModel,
  request: ChatRequest & { signal: AbortSignal },
  told: (text: string) => void,
): Promise<Answer> {
  let text = '';
  try {
    for await (const part of model.stream(request)) {
      if (part.type === 'text-delta') {
        text += part.text;
        told(text);
      } else if (part.type === 'finish') {
        return { text, finishReason: part.reason, usage: part.usage, timings: part.timings };
      } else if (part.type === 'error') {
        return { text, error: part.error };
      }
    }
  } catch (thrown) {
    // the port forbids it, but a provider's bug must not stop the other samples
    const error: ModelError = { kind: 'internal', retryable: true };
    if (thrown instanceof Error) error.detail = thrown.message;
    if (!request.signal.aborted) return { text, error };
  }
  return request.signal.aborted ? { text } : { text, error: { kind: 'broken-stream', retryable: true } };
}
