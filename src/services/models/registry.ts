import type { ChatModel } from '#core/models/chat-model.ts';

/** The models a person can choose from, in the order in which they are offered. */
export class ModelRegistry {
  readonly #models: ReadonlyMap<string, ChatModel>;

  constructor(models: readonly ChatModel[]) {
    this.#models = new Map(models.map((model) => [model.id, model]));
  }

  get all(): ChatModel[] {
    return [...this.#models.values()];
  }

  find(id: string): ChatModel | undefined {
    return this.#models.get(id);
  }
}
