import { GgufReader, GgufStop, type GgufValue } from './gguf-reader.ts';
import { quantisationOf } from './gguf-types.ts';

/** What a model file says of itself, as far as one needs it to run it here. */
export interface GgufHeader {
  /** For instance `llama` or `qwen3`. */
  architecture: string;
  name?: string;
  /** Counted from the tensors. */
  parameters: number;
  /** For instance `Q4_K_M`. */
  quantisation?: string;
  /** Longest text it was trained on. */
  contextInTokens: number;
  layers: number;
  embedding: number;
  /** Numbers kept for each token that was read, over all layers. */
  cachePerToken: number;
  vocabulary: number;
  /** Without one, a plain one is used. */
  chatTemplate?: string;
  weightsInBytes: number;
}

/**
 * Why a file is no model that can be run: not this format, a version from before 2023 or of tomorrow, broken off or made
 * up, one part of several, or a part that reads pictures and cannot speak.
 */
export type GgufProblem = 'not-gguf' | 'unknown-version' | 'damaged' | 'one-of-several' | 'no-text-model';

export type GgufReading =
  | { status: 'read'; header: GgufHeader }
  | { status: 'refused'; problem: GgufProblem }
  /** The header goes on: read so many bytes from the beginning of the file. */
  | { status: 'more'; bytes: number };

/** A header longer than this is no header. The largest vocabularies take some 20 MB. */
export const longestHeaderInBytes = 128 * 1024 * 1024;

const magic = 0x46554747; // "GGUF"
const smallestEntry = 13; // an empty key, a type and one byte
const smallestTensor = 24;

/** Reads the header from the beginning of a file. It never throws, whatever the bytes are. */
export function readGguf(beginning: Uint8Array, fileSize: number): GgufReading {
  try {
    return read(new GgufReader(beginning, fileSize), fileSize);
  } catch (stop) {
    if (!(stop instanceof GgufStop)) throw stop;
    if (stop.problem === 'more' && stop.bytes <= longestHeaderInBytes) return { status: 'more', bytes: stop.bytes };
    return { status: 'refused', problem: 'damaged' };
  }
}

function read(reader: GgufReader, fileSize: number): GgufReading {
  if (fileSize < 24 || reader.uint32() !== magic) return { status: 'refused', problem: 'not-gguf' };
  const version = reader.uint32();
  if (version !== 2 && version !== 3) return { status: 'refused', problem: 'unknown-version' };
  const tensors = reader.count(smallestTensor);
  const entries = reader.count(smallestEntry);
  const meta = new Map<string, GgufValue>();
  for (let i = 0; i < entries; i++) {
    const key = reader.text();
    meta.set(key, reader.value());
  }
  const { elements, byType, furthest } = readTensors(reader, tensors);
  // the rest of the file is missing: a download that broke off
  if (furthest > 0 && furthest >= fileSize - reader.at) return { status: 'refused', problem: 'damaged' };
  const architecture = text(meta, 'general.architecture') ?? '';
  if ((number(meta, 'split.count') ?? 1) > 1) return { status: 'refused', problem: 'one-of-several' };
  if (architecture === '' || architecture === 'clip') return { status: 'refused', problem: 'no-text-model' };
  const shape = shapeOf(meta, architecture);
  if (!shape || elements === 0) return { status: 'refused', problem: 'no-text-model' };
  const name = text(meta, 'general.name');
  const chatTemplate = text(meta, 'tokenizer.chat_template');
  const quantisation = quantisationOf(number(meta, 'general.file_type'), byType);
  return {
    status: 'read',
    header: {
      architecture,
      ...(name ? { name } : {}),
      parameters: elements,
      ...(quantisation ? { quantisation } : {}),
      ...shape,
      ...(chatTemplate ? { chatTemplate } : {}),
      weightsInBytes: fileSize - reader.at,
    },
  };
}

function readTensors(reader: GgufReader, count: number) {
  const byType = new Map<number, number>();
  let elements = 0;
  let furthest = 0;
  for (let i = 0; i < count; i++) {
    reader.text();
    const dimensions = reader.uint32();
    if (dimensions > 8) throw new GgufStop('damaged');
    let size = 1;
    for (let d = 0; d < dimensions; d++) size *= reader.uint64();
    const type = reader.uint32();
    furthest = Math.max(furthest, reader.uint64()); // where its data lie, behind the header
    elements += size;
    byType.set(type, (byType.get(type) ?? 0) + size);
  }
  // no file is so large; sizes that multiply to more are made up
  if (!Number.isSafeInteger(elements)) throw new GgufStop('damaged');
  return { elements, byType, furthest };
}

type Shape = Pick<GgufHeader, 'contextInTokens' | 'layers' | 'embedding' | 'cachePerToken' | 'vocabulary'>;

/** The numbers that say how much memory a context takes; `undefined` when the file is no model of text. */
function shapeOf(meta: ReadonlyMap<string, GgufValue>, architecture: string): Shape | undefined {
  const layers = count(meta, `${architecture}.block_count`);
  const embedding = count(meta, `${architecture}.embedding_length`);
  const heads = perLayer(meta, `${architecture}.attention.head_count`, layers ?? 0);
  const tokens = meta.get('tokenizer.ggml.tokens');
  if (!layers || !embedding || heads.most === 0 || typeof tokens !== 'object') return undefined;
  const kept = perLayer(meta, `${architecture}.attention.head_count_kv`, layers);
  const ofEach = embedding / heads.most;
  const key = count(meta, `${architecture}.attention.key_length`) ?? ofEach;
  const value = count(meta, `${architecture}.attention.value_length`) ?? ofEach;
  return {
    contextInTokens: count(meta, `${architecture}.context_length`) ?? 0,
    layers,
    embedding,
    cachePerToken: Math.ceil((kept.sum || heads.sum) * (key + value)),
    vocabulary: tokens.length,
  };
}

/** Attention heads: one number for all layers, or one for each. */
function perLayer(meta: ReadonlyMap<string, GgufValue>, key: string, layers: number): { sum: number; most: number } {
  const value = meta.get(key);
  if (typeof value === 'object' && value.numbers) {
    const numbers = value.numbers.filter(isCount);
    return { sum: numbers.reduce((sum, n) => sum + n, 0), most: Math.max(0, ...numbers) };
  }
  const one = count(meta, key) ?? 0;
  return { sum: one * layers, most: one };
}

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0 && value <= 0x7fffffff;

function count(meta: ReadonlyMap<string, GgufValue>, key: string): number | undefined {
  const value = number(meta, key);
  return value !== undefined && isCount(value) ? value : undefined;
}

function number(meta: ReadonlyMap<string, GgufValue>, key: string): number | undefined {
  const value = meta.get(key);
  return typeof value === 'number' ? value : undefined;
}

function text(meta: ReadonlyMap<string, GgufValue>, key: string): string | undefined {
  const value = meta.get(key);
  return typeof value === 'string' ? value : undefined;
}
