import type { RequestSetting } from '#core/models/chat-model.ts';
import type { Timeouts } from '#core/models/connection.ts';
import type { Price } from '#core/models/price.ts';

/** How a server's reading of the protocol differs; what is not known is learnt from its refusals. */
export interface Quirks {
  /** Settings it is known not to follow: not sent, and said so. */
  ignores?: readonly RequestSetting[];
  mostTemperature?: number;
  /** Most texts to stop at. */
  mostStops?: number;
  /** What it calls the most tokens of an answer; `max_tokens` unless said. */
  maxTokens?: 'max_tokens' | 'max_completion_tokens';
  /** What it calls the seed; `seed` unless said. */
  seed?: string;
  /** Headers without which it answers no page. */
  headers?: Readonly<Record<string, string>>;
}

/** How a page gets permission to ask a server. `{origin}` stands for the address of the page. */
export type PageAccess =
  /** It answers any page. */
  | { kind: 'open' }
  /** An environment variable or option with which it is started. */
  | { kind: 'setting'; setting: string }
  /** A switch in its window, by its name there; perhaps a command that does the same. */
  | { kind: 'switch'; name: string; setting?: string }
  /** Nobody told us. */
  | { kind: 'unknown' };

/** A kind of server people are likely to have. Add one here; nothing else has to know it. */
export interface Preset {
  id: string;
  /** A proper name, the same in every language; `other` has none. */
  name?: string;
  /** With its version path, as the person sees it first. */
  baseUrl: string;
  /** On this machine as a rule, or somewhere else. */
  local: boolean;
  keyed: boolean;
  /** Most requests at once from a page, to begin with. */
  concurrency: number;
  timeouts: Timeouts;
  quirks: Quirks;
  pageAccess: PageAccess;
  /** Where keys are made. */
  keysUrl?: string;
  docsUrl?: string;
  /** By model; empty unless we are sure. */
  prices: Readonly<Record<string, Price>>;
}

const hosted: Timeouts = { connectInMs: 15_000, firstTokenInMs: 180_000, stallInMs: 60_000 };
/** A model may have to be read from disk first. */
const atHome: Timeouts = { connectInMs: 10_000, firstTokenInMs: 300_000, stallInMs: 120_000 };

/** HTTP/2 as a rule, so that the limit is the provider's patience. */
const manyHosted = 6;
/** A page has six connections to an HTTP/1.1 host; one is left for finding out whether the host is there at all. */
const manyOwn = 5;

const remote = { local: false, keyed: true, concurrency: manyHosted, timeouts: hosted, prices: {} } as const;
const own = { local: true, keyed: false, timeouts: atHome, prices: {} } as const;

export const presets: readonly Preset[] = [
  {
    ...remote,
    id: 'openai',
    name: 'OpenAI',
    baseUrl: 'https://api.openai.com/v1',
    quirks: { maxTokens: 'max_completion_tokens', mostStops: 4 },
    pageAccess: { kind: 'open' },
    keysUrl: 'https://platform.openai.com/api-keys',
    docsUrl: 'https://platform.openai.com/docs/api-reference/chat',
  },
  {
    ...remote,
    id: 'anthropic',
    name: 'Anthropic',
    baseUrl: 'https://api.anthropic.com/v1',
    quirks: {
      ignores: ['seed', 'responseFormat', 'reasoningEffort'],
      mostTemperature: 1,
      headers: { 'anthropic-dangerous-direct-browser-access': 'true' },
    },
    pageAccess: { kind: 'open' },
    keysUrl: 'https://platform.claude.com/settings/keys',
    docsUrl: 'https://platform.claude.com/docs/en/api/openai-sdk',
  },
  {
    ...remote,
    id: 'google',
    name: 'Google Gemini',
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai',
    quirks: { mostStops: 5 },
    pageAccess: { kind: 'open' },
    keysUrl: 'https://aistudio.google.com/apikey',
    docsUrl: 'https://ai.google.dev/gemini-api/docs/openai',
  },
  {
    ...remote,
    id: 'mistral',
    name: 'Mistral',
    baseUrl: 'https://api.mistral.ai/v1',
    quirks: { seed: 'random_seed' },
    pageAccess: { kind: 'open' },
    keysUrl: 'https://console.mistral.ai/api-keys',
    docsUrl: 'https://docs.mistral.ai/api',
  },
  {
    ...remote,
    id: 'openrouter',
    name: 'OpenRouter',
    baseUrl: 'https://openrouter.ai/api/v1',
    quirks: {},
    pageAccess: { kind: 'open' },
    keysUrl: 'https://openrouter.ai/settings/keys',
    docsUrl: 'https://openrouter.ai/docs/api-reference/overview',
  },
  {
    ...own,
    id: 'ollama',
    name: 'Ollama',
    baseUrl: 'http://127.0.0.1:11434/v1',
    concurrency: 2,
    quirks: {},
    pageAccess: { kind: 'setting', setting: 'OLLAMA_ORIGINS={origin} ollama serve' },
    docsUrl: 'https://docs.ollama.com/api/openai-compatibility',
  },
  {
    ...own,
    id: 'lm-studio',
    name: 'LM Studio',
    baseUrl: 'http://127.0.0.1:1234/v1',
    concurrency: 2,
    quirks: {},
    pageAccess: { kind: 'switch', name: 'Enable CORS', setting: 'lms server start --cors' },
    docsUrl: 'https://lmstudio.ai/docs/developer/openai-compat',
  },
  {
    ...own,
    id: 'llama-cpp',
    name: 'llama.cpp',
    baseUrl: 'http://127.0.0.1:8080/v1',
    concurrency: 2,
    quirks: {},
    pageAccess: { kind: 'setting', setting: 'llama-server … --cors-origins {origin}' },
    docsUrl: 'https://github.com/ggml-org/llama.cpp/tree/master/tools/server',
  },
  {
    ...own,
    id: 'vllm',
    name: 'vLLM',
    baseUrl: 'http://127.0.0.1:8000/v1',
    concurrency: manyOwn,
    quirks: {},
    pageAccess: { kind: 'setting', setting: `vllm serve … --allowed-origins '["{origin}"]'` },
    docsUrl: 'https://docs.vllm.ai/en/latest/serving/openai_compatible_server.html',
  },
  {
    ...own,
    id: 'litellm',
    name: 'LiteLLM',
    baseUrl: 'http://127.0.0.1:4000/v1',
    keyed: true,
    concurrency: manyOwn,
    timeouts: hosted,
    quirks: {},
    pageAccess: { kind: 'open' },
    docsUrl: 'https://docs.litellm.ai/docs/proxy/quick_start',
  },
  {
    ...own,
    id: 'other',
    baseUrl: 'http://127.0.0.1:8000/v1',
    concurrency: 4,
    quirks: {},
    pageAccess: { kind: 'unknown' },
  },
];

/** The preset of that id; `other` when there is none. */
export function presetOf(id: string): Preset {
  return presets.find((one) => one.id === id) ?? presets.at(-1)!;
}
