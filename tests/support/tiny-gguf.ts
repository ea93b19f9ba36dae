import { randomStream } from '#core/chance/chance.ts';

export interface TinyModel {
  seed?: number;
  /** Longest text it claims to be trained on. */
  contextInTokens?: number;
  /** Left out of the file when empty. */
  chatTemplate?: string;
  /** How eagerly it ends its answer: the score of the end against the random scores of the words (about -3 to 3). */
  endScore?: number;
  /** Further entries of the header, all texts. */
  entries?: Record<string, string>;
}

const embedding = 64;
const feedForward = 160;
const layers = 2;
const heads = 4;

const words =
  'the of and a to in is it that was for on are with as his they at be this from have or by one had not but what all were ' +
  'when we there can an your which their said if do will each about how up out them then she many some so these would other ' +
  'into has more her two like him see time could no make than first been its who now people my made over did down only way ' +
  'find use may water long little very after word called just where most know été où ça naïve — … 你好 🍞';

/** What a model of a language says: whose turn it is, then the text. */
export const tinyTemplate =
  "{% for message in messages %}{{ '<' + message.role + '>' + message.content + '\n' }}{% endfor %}" +
  "{% if add_generation_prompt %}{{ '<assistant>' }}{% endif %}";

/**
 * A whole language model in half a megabyte: the architecture of Llama with two layers, single bytes and some hundred
 * words for a vocabulary, and weights drawn by lot. It speaks nonsense, but everything around it is real.
 */
export function tinyGguf(options: TinyModel = {}): Uint8Array<ArrayBuffer> {
  const { seed = 7, contextInTokens = 1024, chatTemplate = tinyTemplate, endScore = -1, entries = {} } = options;
  const vocabulary = vocabularyOf();
  const luck = randomStream(seed);
  const tensors = tensorsOf(vocabulary, luck, endScore);
  const meta = new Writer();
  let count = 0;
  const entry = (key: string, write: () => void) => {
    meta.text(key);
    write();
    count++;
  };
  const uint = (key: string, value: number) => entry(key, () => meta.uint32(4).uint32(value));
  const text = (key: string, value: string) => entry(key, () => meta.uint32(8).text(value));
  text('general.architecture', 'llama');
  text('general.name', 'Tiny Nonsense');
  uint('general.file_type', 0);
  uint('llama.context_length', contextInTokens);
  uint('llama.embedding_length', embedding);
  uint('llama.block_count', layers);
  uint('llama.feed_forward_length', feedForward);
  uint('llama.attention.head_count', heads);
  uint('llama.attention.head_count_kv', heads);
  uint('llama.rope.dimension_count', embedding / heads);
  uint('llama.vocab_size', vocabulary.length);
  entry('llama.attention.layer_norm_rms_epsilon', () => meta.uint32(6).float32(1e-5));
  text('tokenizer.ggml.model', 'llama');
  entry('tokenizer.ggml.tokens', () => {
    meta.uint32(9).uint32(8).uint64(vocabulary.length);
    for (const token of vocabulary) meta.text(token.text);
  });
  entry('tokenizer.ggml.scores', () => {
    meta.uint32(9).uint32(6).uint64(vocabulary.length);
    for (const token of vocabulary) meta.float32(token.score);
  });
  entry('tokenizer.ggml.token_type', () => {
    meta.uint32(9).uint32(5).uint64(vocabulary.length);
    for (const token of vocabulary) meta.uint32(token.type);
  });
  uint('tokenizer.ggml.unknown_token_id', 0);
  uint('tokenizer.ggml.bos_token_id', 1);
  uint('tokenizer.ggml.eos_token_id', 2);
  if (chatTemplate) text('tokenizer.chat_template', chatTemplate);
  for (const [key, value] of Object.entries(entries)) text(key, value);

  const file = new Writer();
  file.bytes(new TextEncoder().encode('GGUF')).uint32(3).uint64(tensors.length).uint64(count).bytes(meta.taken());
  let offset = 0;
  for (const { name, dimensions, data } of tensors) {
    file.text(name).uint32(dimensions.length);
    for (const size of dimensions) file.uint64(size);
    file.uint32(0).uint64(offset);
    offset += aligned(data.byteLength);
  }
  file.pad();
  for (const { data } of tensors) file.bytes(new Uint8Array(data.buffer, data.byteOffset, data.byteLength)).pad();
  return file.taken();
}

interface Token {
  text: string;
  score: number;
  /** 1 normal, 2 unknown, 3 control, 6 byte. */
  type: number;
}

function vocabularyOf(): Token[] {
  const bytes = Array.from({ length: 256 }, (_, byte): Token => ({
    text: `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`,
    score: 0,
    type: 6,
  }));
  const spoken = words.split(' ').map((word, index): Token => ({ text: `\u2581${word}`, score: -index - 1, type: 1 }));
  return [
    { text: '<unk>', score: 0, type: 2 },
    { text: '<s>', score: 0, type: 3 },
    { text: '</s>', score: 0, type: 3 },
    ...bytes,
    ...spoken,
  ];
}

interface Tensor {
  name: string;
  dimensions: number[];
  data: Float32Array;
}

/**
 * Random weights, but for the first number of every embedding: it is large and the same for all tokens, so that the last
 * layer can lean on it as on a constant and never says single bytes, which would not be text.
 */
function tensorsOf(vocabulary: readonly Token[], luck: () => number, endScore: number): Tensor[] {
  const random = (name: string, dimensions: number[], spread: number): Tensor => {
    const data = new Float32Array(dimensions.reduce((product, size) => product * size, 1));
    for (let i = 0; i < data.length; i++) data[i] = (luck() * 2 - 1) * spread;
    return { name, dimensions, data };
  };
  const ones = (name: string): Tensor => ({ name, dimensions: [embedding], data: new Float32Array(embedding).fill(1) });
  const input = random('token_embd.weight', [embedding, vocabulary.length], 1);
  const output = random('output.weight', [embedding, vocabulary.length], 0.3);
  vocabulary.forEach((token, index) => {
    const constant = 4;
    input.data[index * embedding] = constant;
    output.data[index * embedding] = token.text === '</s>' ? endScore / constant : token.type === 1 ? 0 : -20;
  });
  const blocks = Array.from({ length: layers }, (_, index) => {
    const name = (part: string) => `blk.${index}.${part}.weight`;
    return [
      ones(name('attn_norm')),
      ...['attn_q', 'attn_k', 'attn_v', 'attn_output'].map((part) => random(name(part), [embedding, embedding], 0.1)),
      ones(name('ffn_norm')),
      random(name('ffn_gate'), [embedding, feedForward], 0.1),
      random(name('ffn_up'), [embedding, feedForward], 0.1),
      random(name('ffn_down'), [feedForward, embedding], 0.1),
    ];
  });
  return [input, ...blocks.flat(), ones('output_norm.weight'), output];
}

const aligned = (length: number) => Math.ceil(length / 32) * 32;

/** Bytes, little end first, that grow as one writes. */
class Writer {
  #bytes = new Uint8Array(1 << 20);
  #length = 0;

  uint32(value: number): this {
    new DataView(this.#room(4)).setUint32(this.#length - 4, value, true);
    return this;
  }

  uint64(value: number): this {
    new DataView(this.#room(8)).setBigUint64(this.#length - 8, BigInt(value), true);
    return this;
  }

  float32(value: number): this {
    new DataView(this.#room(4)).setFloat32(this.#length - 4, value, true);
    return this;
  }

  text(text: string): this {
    const bytes = new TextEncoder().encode(text);
    return this.uint64(bytes.length).bytes(bytes);
  }

  bytes(bytes: Uint8Array): this {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length - bytes.length);
    return this;
  }

  /** Zeros up to where the next tensor may begin. */
  pad(): this {
    this.#room(aligned(this.#length) - this.#length);
    return this;
  }

  taken(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  #room(more: number): ArrayBuffer {
    this.#length += more;
    if (this.#length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#length, this.#bytes.length * 2));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    return this.#bytes.buffer;
  }
}
