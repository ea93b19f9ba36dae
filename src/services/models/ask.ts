import type { ChatModel, ChatRequest, FinishReason, SettingWarning, Timings, Usage } from '#core/models/chat-model.ts';
import type { ModelError } from '#core/models/model-error.ts';

/** What came of asking a model. Without finish reason and without error it was stopped by whoever asked. */
export interface Answer {
  text: string;
  finishReason?: FinishReason;
  error?: ModelError;
  usage?: Usage;
  timings?: Timings;
  /** What it told of its thinking, apart from the answer. */
  reasoning?: string;
  warnings?: SettingWarning[];
}

/**
 * Asks a model and tells the text so far, as it arrives; a model that thinks first is heard of before there is text.
 * Never rejects: a failure is in the answer.
 */
export async function ask(
  model: ChatModel,
  request: ChatRequest & { signal: AbortSignal },
  told: (text: string) => void,
): Promise<Answer> {
  let text = '';
  let reasoning = '';
  const warnings: SettingWarning[] = [];
  const answer = (end: Partial<Answer>): Answer => ({
    text,
    ...end,
    ...(reasoning ? { reasoning } : {}),
    ...(warnings.length ? { warnings } : {}),
  });
  try {
    for await (const part of model.stream(request)) {
      if (part.type === 'text-delta') {
        text += part.text;
        told(text);
      } else if (part.type === 'reasoning-delta') {
        if (reasoning === '') told(text);
        reasoning += part.text;
      } else if (part.type === 'warning') {
        warnings.push({ setting: part.setting, reason: part.reason });
      } else if (part.type === 'finish') {
        return answer({ finishReason: part.reason, usage: part.usage, timings: part.timings });
      } else if (part.type === 'error') {
        return answer({ error: part.error });
      }
    }
  } catch (thrown) {
    // the port forbids it, but a provider's bug must not stop the other samples
    const error: ModelError = { kind: 'internal', retryable: true };
    if (thrown instanceof Error) error.detail = thrown.message;
    if (!request.signal.aborted) return answer({ error });
  }
  return answer(request.signal.aborted ? {} : { error: { kind: 'broken-stream', retryable: true } });
}
