import type { FinishReason, Usage } from '#core/models/chat-model.ts';
import type { SpokenPiece } from '#core/models/reasoning-splitter.ts';

/** What one event of a stream says. */
export interface ChunkContent {
  pieces: SpokenPiece[];
  finish?: FinishReason;
  usage?: Usage;
}

type Fields = Record<string, unknown>;
const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const count = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? Math.round(value) : undefined;

/** Reads an event leniently: what is not known or not of the expected kind is passed over. */
export function readChunk(chunk: unknown): ChunkContent {
  const { choices, usage } = fields(chunk);
  const choice = fields(Array.isArray(choices) ? choices.find((one) => (fields(one)['index'] ?? 0) === 0) : undefined);
  const content: ChunkContent = { pieces: piecesOf(fields(choice['delta'])) };
  const reason = text(choice['finish_reason']);
  if (reason) content.finish = finishReasons[reason] ?? 'unknown';
  const used = usageOf(fields(usage));
  if (used) content.usage = used;
  return content;
}

const finishReasons: Record<string, FinishReason> = {
  stop: 'stop',
  end_turn: 'stop',
  eos: 'stop',
  stop_sequence: 'stop',
  length: 'length',
  max_tokens: 'length',
  content_filter: 'content-filter',
  refusal: 'content-filter',
};

function piecesOf(delta: Fields): SpokenPiece[] {
  const pieces: SpokenPiece[] = [];
  const add = (kind: SpokenPiece['kind'], said: string) => void (said !== '' && pieces.push({ kind, text: said }));
  // Three names for the same: DeepSeek's, OpenRouter's and vLLM's newer one. Only one of them is read.
  add('reasoning', text(delta['reasoning_content']) || text(delta['reasoning']));
  const { content } = delta;
  if (Array.isArray(content)) {
    for (const part of content.map(fields)) {
      if (part['type'] === 'thinking') add('reasoning', textOfThinking(part['thinking']));
      else add('text', text(part['text']));
    }
  } else {
    add('text', text(content));
  }
  add('text', text(delta['refusal']));
  return pieces;
}

/** Mistral sends its reasoning as a list of texts. */
function textOfThinking(thinking: unknown): string {
  if (!Array.isArray(thinking)) return text(thinking);
  return thinking.map((part) => text(fields(part)['text'])).join('');
}

function usageOf(usage: Fields): Usage | undefined {
  const inputTokens = count(usage['prompt_tokens']);
  const outputTokens = count(usage['completion_tokens']);
  if (inputTokens === undefined || outputTokens === undefined) return undefined;
  const reasoningTokens = count(fields(usage['completion_tokens_details'])['reasoning_tokens']);
  return {
    inputTokens,
    outputTokens,
    ...(reasoningTokens ? { reasoningTokens } : {}),
    estimated: false,
  };
}
