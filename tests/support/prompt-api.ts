import type {
  PromptApi,
  PromptApiCreation,
  PromptApiMessage,
  PromptApiOptions,
  PromptSession,
} from '#services/models/browser/prompt-api.ts';

export interface StubBehaviour {
  /** Languages it vouches for. */
  languages?: string[];
  availability?: 'unavailable' | 'downloadable' | 'downloading' | 'available';
  /** Tokens a session can hold; a token of this stub is four characters. */
  contextWindow?: number;
  /** What it answers, in these pieces. */
  answer?: string[];
  /** Where in the answer it fails, and how. */
  fails?: { after: number; name: string };
  /** Where in the answer it says no more, and hears nothing more. */
  silent?: { after: number; reached: () => void };
  /** Whether it can be held to a shape. */
  shapes?: boolean;
  /** Whether a page may choose a sampling mode; `numbers` stands for an extension, which may set temperature. */
  sampling?: 'none' | 'modes' | 'numbers';
  /** The names this interface had before 2026. */
  oldNames?: boolean;
}

interface Seen {
  created: PromptApiCreation[];
  asked: { input: PromptApiMessage[]; responseConstraint?: object }[];
  /** Sessions that were not destroyed. */
  open: number;
}

const tokens = (text: string) => Math.ceil(text.length / 4);
const tokensOf = (messages: readonly PromptApiMessage[]) =>
  messages.reduce((sum, { content }) => sum + tokens(content), 0);

/**
 * The browser's own model as published (webmachinelearning.github.io/prompt-api, June 2026), answering what a test tells
 * it: sessions with a context that fills, a download with progress, its exceptions by their names, aborts.
 */
export function stubPromptApi(behaviour: StubBehaviour = {}): PromptApi & { seen: Seen } {
  const { languages = ['en', 'fr'], contextWindow = 1000, sampling = 'none', oldNames = false } = behaviour;
  let availability = behaviour.availability ?? 'available';
  const seen: Seen = { created: [], asked: [], open: 0 };

  const vouched = (options: PromptApiOptions = {}) =>
    [...(options.expectedInputs ?? []), ...(options.expectedOutputs ?? [])]
      .flatMap((expected) => expected.languages ?? [])
      .every((language) => languages.includes(language));

  const api: PromptApi & { seen: Seen } = {
    seen,
    availability: (options) => Promise.resolve(vouched(options) ? availability : 'unavailable'),
    async create(options = {}) {
      seen.created.push(options);
      options.signal?.throwIfAborted();
      if (availability === 'unavailable' || !vouched(options)) throw new DOMException('no model', 'NotSupportedError');
      if (options.initialPrompts?.slice(1).some(({ role }) => role === 'system'))
        throw new TypeError('a system prompt stands at the beginning');
      if (availability === 'downloadable') await download(options);
      const used = tokensOf(options.initialPrompts ?? []);
      if (used > contextWindow) throw new DOMException(`${used} of ${contextWindow}`, 'QuotaExceededError');
      seen.open++;
      return session(options, used);
    },
  };
  if (sampling === 'numbers') api.params = () => Promise.resolve({ defaultTopK: 3, maxTemperature: 1.5 });
  return api;

  async function download({ monitor, signal }: PromptApiCreation): Promise<void> {
    const target = new EventTarget();
    monitor?.(target);
    for (const loaded of [0, 0.5, 1]) {
      await Promise.resolve();
      signal?.throwIfAborted();
      target.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded, total: 1 }));
    }
    availability = 'available';
  }

  function session(options: PromptApiCreation, begun: number): PromptSession {
    let used = begun;
    let destroyed = false;
    const measure = (input: PromptApiMessage[]) => Promise.resolve(tokensOf(input));
    const names = oldNames
      ? (['measureInputUsage', 'inputUsage'] as const)
      : (['measureContextUsage', 'contextUsage'] as const);
    const session: PromptSession = {
      ...(sampling === 'modes' ? { samplingMode: options.samplingMode ?? 'balanced' } : {}),
      promptStreaming(input, { signal, responseConstraint } = {}) {
        seen.asked.push({ input, ...(responseConstraint ? { responseConstraint } : {}) });
        if (input.some(({ role }) => role === 'system')) throw new DOMException('system', 'NotSupportedError');
        const pieces = (behaviour.answer ?? ['Bread ', 'is ', 'made ', 'of ', 'flour, ', 'water ', 'and ', 'salt.'])[
          Symbol.iterator
        ]();
        let said = 0;
        const fail = (controller: ReadableStreamDefaultController<string>, name: string) => {
          controller.error(name === 'AbortError' ? signal?.reason : new DOMException('stub', name));
        };
        return new ReadableStream<string>(
          {
            start(controller) {
              if (!behaviour.silent) signal?.addEventListener('abort', () => fail(controller, 'AbortError'));
              if (signal?.aborted) return fail(controller, 'AbortError');
              if (destroyed) return fail(controller, 'InvalidStateError');
              if (responseConstraint && behaviour.shapes === false) return fail(controller, 'NotSupportedError');
              used += tokensOf(input);
              if (used > contextWindow) fail(controller, 'QuotaExceededError');
            },
            pull(controller) {
              if (behaviour.silent?.after === said) {
                behaviour.silent.reached();
                return new Promise(() => {}); // and hears no abort either
              }
              if (behaviour.fails?.after === said) return fail(controller, behaviour.fails.name);
              const { done, value } = pieces.next();
              if (done) return controller.close();
              said++;
              used += tokens(value);
              controller.enqueue(value);
            },
          },
          { highWaterMark: 0 },
        );
      },
      destroy() {
        if (!destroyed) seen.open--;
        destroyed = true;
      },
    };
    Object.defineProperty(session, names[0], { value: measure });
    return Object.defineProperty(session, names[1], { get: () => used });
  }
}
