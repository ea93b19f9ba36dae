import type { BrowserAvailability, BrowserModel, BrowserOffer } from '#core/models/browser-model.ts';
import type { ModelError } from '#core/models/model-error.ts';
import { browserError } from './browser-error.ts';
import { promptApi, type PromptApi, type PromptApiOptions } from './prompt-api.ts';

/** The languages exercises are in; the browser is asked which of them its model is vouched for. */
const wanted = ['en', 'fr'];
const statuses: readonly BrowserAvailability[] = ['unavailable', 'downloadable', 'downloading', 'available'];

/** What to ask the browser for, given the languages it vouches for; with none named it does what it can. */
export function optionsFor(languages: readonly string[]): PromptApiOptions {
  if (languages.length === 0) return {};
  const text = { type: 'text' as const, languages: [...languages] };
  return { expectedInputs: [text], expectedOutputs: [text] };
}

/** The browser's own model: whether it is there, in which languages, and fetching it. */
export class OwnModel implements BrowserModel {
  readonly #api: () => PromptApi | undefined;

  constructor(api: () => PromptApi | undefined = promptApi) {
    this.#api = api;
  }

  async offer(): Promise<BrowserOffer> {
    const api = this.#api();
    if (!api) return { status: 'unsupported', languages: [] };
    for (const languages of [wanted, ...wanted.map((language) => [language]), []]) {
      const status = await ask(api, languages);
      if (status !== 'unavailable') return { status, languages };
    }
    return { status: 'unavailable', languages: [] };
  }

  async download(progress: (share: number) => void, signal?: AbortSignal): Promise<ModelError | undefined> {
    const api = this.#api();
    if (!api) return { kind: 'unavailable', retryable: false };
    try {
      const { languages } = await this.offer();
      const session = await api.create({
        ...optionsFor(languages),
        monitor: (monitor) =>
          monitor.addEventListener('downloadprogress', (event) => progress((event as ProgressEvent).loaded)),
        ...(signal ? { signal } : {}),
      });
      session.destroy();
      return undefined;
    } catch (thrown) {
      return signal?.aborted ? undefined : browserError(thrown);
    }
  }
}

/** What it says of these languages; whatever it says that we do not know, or throws, means that it cannot be used. */
async function ask(api: PromptApi, languages: readonly string[]): Promise<BrowserAvailability> {
  try {
    const said = await api.availability(optionsFor(languages));
    return statuses.find((status) => status === said) ?? 'unavailable';
  } catch {
    return 'unavailable';
  }
}
