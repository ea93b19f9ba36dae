import type { BrowserModel } from '#core/models/browser-model.ts';
import type { BrowserConnection } from '#core/models/connection.ts';
import type { Connector, ProbeReport } from '#core/models/connector.ts';
import type { ModelError } from '#core/models/model-error.ts';
import { probeModel } from '../probe-model.ts';
import { BrowserChatModel } from './browser-chat-model.ts';
import { OwnModel } from './own-model.ts';
import { promptApi, type PromptApi } from './prompt-api.ts';

/** What the browser's model is called; browsers do not say which one it is. */
export const ownModelName = 'built-in';

/** The browser's own model as a connection. */
export class BrowserConnector implements Connector<BrowserConnection> {
  readonly #api: () => PromptApi | undefined;
  readonly #own: BrowserModel;

  constructor(api: () => PromptApi | undefined = promptApi) {
    this.#api = api;
    this.#own = new OwnModel(api);
  }

  async models(): Promise<{ models: string[] } | { error: ModelError }> {
    const { status } = await this.#own.offer();
    if (status === 'unsupported' || status === 'unavailable')
      return { error: { kind: 'unavailable', retryable: false } };
    return { models: [ownModelName] };
  }

  probe(connection: BrowserConnection, model: string, signal?: AbortSignal): Promise<ProbeReport> {
    return probeModel(this.open(connection, model), model, signal);
  }

  open(connection: BrowserConnection, model: string): BrowserChatModel {
    return new BrowserChatModel({ connection, model, own: this.#own, api: this.#api });
  }
}
