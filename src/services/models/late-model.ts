import type { ChatModel, ChatRequest, StreamPart } from '#core/models/chat-model.ts';

/** A model whose connection, key and code are looked up when it is first asked. */
export class LateModel implements ChatModel {
  readonly id: string;
  readonly simulated = false;
  #open: (id: string) => Promise<ChatModel | undefined>;

  /** `open` finds nothing when the connection is not there any more. */
  constructor(id: string, open: (id: string) => Promise<ChatModel | undefined>) {
    this.id = id;
    this.#open = open;
  }

  async *stream(request: ChatRequest): AsyncIterable<StreamPart> {
    let model: ChatModel | undefined;
    try {
      model = await this.#open(this.id);
    } catch {
      // its code did not arrive: the page is older than what it was built from, or offline
      if (!request.signal?.aborted) yield { type: 'error', error: { kind: 'internal', retryable: true } };
      return;
    }
    if (request.signal?.aborted) return;
    if (model) yield* model.stream(request);
    else yield { type: 'error', error: { kind: 'unavailable', retryable: false } };
  }
}
