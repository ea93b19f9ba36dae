import type { ChatModel, ChatRequest, StreamPart } from '#core/models/chat-model.ts';
import type { ModelError } from '#core/models/model-error.ts';
import type { ConnectionQueue } from './connection-queue.ts';

/**
 * A model whose calls wait their turn and are tried again when they fail before their first word. After it they are
 * not: what was said stays, and the failure is the person's to decide on.
 */
export class QueuedModel implements ChatModel {
  readonly id: string;
  readonly simulated: boolean;
  readonly #model: ChatModel;
  readonly #queue: ConnectionQueue;

  constructor(model: ChatModel, queue: ConnectionQueue) {
    this.id = model.id;
    this.simulated = model.simulated;
    this.#model = model;
    this.#queue = queue;
  }

  async *stream(request: ChatRequest): AsyncGenerator<StreamPart> {
    const { signal } = request;
    const told = new Set<string>();
    let last: { error: ModelError; attempt: number; delayInMs: number } | undefined;
    for (let attempt = 1; ; attempt++) {
      const place = await this.#queue.enter(signal, last);
      if (!place) return;
      let failure: ModelError | undefined;
      let spoken = false;
      try {
        for await (const part of this.#model.stream(request)) {
          if (part.type === 'error') {
            failure = part.error;
            break;
          }
          if (part.type === 'start' || part.type === 'warning') {
            const once = JSON.stringify(part);
            if (told.has(once)) continue;
            told.add(once);
          }
          if (part.type === 'text-delta' || part.type === 'reasoning-delta') spoken = true;
          if (part.type === 'finish') {
            this.#queue.answered();
            place.leave();
            yield part;
            return;
          }
          yield part;
        }
        if (signal?.aborted) return;
        failure ??= { kind: 'broken-stream', retryable: true };
        const delayInMs = this.#queue.failed(failure, attempt, place);
        if (spoken || delayInMs === undefined) return yield { type: 'error', error: failure };
        last = { error: failure, attempt, delayInMs };
      } finally {
        place.leave();
      }
    }
  }
}
