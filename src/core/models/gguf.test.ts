import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tinyGguf, tinyTemplate } from '../../../tests/support/tiny-gguf.ts';
import { estimateMemory, judgeMemory, suggestContext } from './gguf-memory.ts';
import { readGguf, type GgufHeader } from './gguf.ts';

const file = tinyGguf();
const read = (bytes: Uint8Array, size = bytes.byteLength) => readGguf(bytes, size);

function headerOf(bytes: Uint8Array): GgufHeader {
  const reading = read(bytes);
  if (reading.status !== 'read') throw new Error(JSON.stringify(reading));
  return reading.header;
}

/** Where the tensors' data begin: what follows the header and is not needed to read it. */
const dataAt = file.byteLength - headerOf(file).weightsInBytes;

describe('the header of a GGUF file', () => {
  it('tells what the model is', () => {
    expect(headerOf(file)).toMatchObject({
      architecture: 'llama',
      name: 'Tiny Nonsense',
      quantisation: 'F32',
      contextInTokens: 1024,
      layers: 2,
      embedding: 64,
      cachePerToken: 2 * 4 * (16 + 16),
      chatTemplate: tinyTemplate,
    });
    const { parameters, weightsInBytes } = headerOf(file);
    expect(weightsInBytes - parameters * 4).toBeGreaterThanOrEqual(0);
    expect(weightsInBytes - parameters * 4).toBeLessThan(32 * 30); // what aligns the tensors
  });

  it('is read from the beginning of the file, and asks for more of it as long as it must', () => {
    let bytes = 16;
    for (let asked = 0; asked < 100_000; asked++) {
      const reading = read(file.subarray(0, bytes), file.byteLength);
      if (reading.status !== 'more') {
        expect(reading.status).toBe('read');
        expect(bytes).toBeLessThanOrEqual(dataAt + 32);
        return;
      }
      expect(reading.bytes).toBeGreaterThan(bytes);
      bytes = reading.bytes;
    }
    throw new Error('never read');
  });

  it('refuses what is not a model, and says what it is', () => {
    expect(read(new TextEncoder().encode('<!doctype html><p>Not a model at all.</p>'))).toEqual({
      status: 'refused',
      problem: 'not-gguf',
    });
    expect(read(new Uint8Array())).toEqual({ status: 'refused', problem: 'not-gguf' });
    const newer = file.slice();
    newer[4] = 9;
    expect(read(newer)).toEqual({ status: 'refused', problem: 'unknown-version' });
    expect(read(file.subarray(0, dataAt - 100))).toEqual({ status: 'refused', problem: 'damaged' });
    expect(read(file.subarray(0, file.byteLength >> 1))).toEqual({ status: 'refused', problem: 'damaged' });
  });

  it('holds each length against the size of the file before it believes it', () => {
    const lying = file.slice();
    new DataView(lying.buffer).setBigUint64(8, 2n ** 50n, true); // tensors
    expect(read(lying)).toEqual({ status: 'refused', problem: 'damaged' });
    const long = file.slice();
    new DataView(long.buffer).setBigUint64(24, 2n ** 63n, true); // the first key
    expect(read(long)).toEqual({ status: 'refused', problem: 'damaged' });
  });

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(2 ** 40), (bytes, size) => {
        const hostile = new Uint8Array([...new TextEncoder().encode('GGUF'), 3, 0, 0, 0, ...bytes]);
        expect(['read', 'refused', 'more']).toContain(read(hostile, Math.max(size, hostile.length)).status);
      }),
    );
  });

  it('survives a real header with some of its bytes changed', () => {
    const place = fc.tuple(fc.nat(dataAt), fc.nat(255));
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 12 }), (changes) => {
        const hurt = file.slice();
        for (const [at, value] of changes) hurt[at] = value;
        const reading = read(hurt);
        if (reading.status !== 'read') return;
        for (const value of Object.values(estimateMemory(reading.header, 4096))) expect(value).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the memory a model takes', () => {
  /** Numbers of a well-known model of 1.2 billion parameters, 16 layers, 8 of 32 heads kept, in Q4_K_M. */
  const small: GgufHeader = {
    architecture: 'llama',
    parameters: 1_235_814_400,
    quantisation: 'Q4_K_M',
    contextInTokens: 131_072,
    layers: 16,
    embedding: 2048,
    cachePerToken: 16 * 8 * (64 + 64),
    vocabulary: 128_256,
    weightsInBytes: 799_862_912,
  };

  it('is its weights, what it remembers of each token, and room to work', () => {
    const estimate = estimateMemory(small, 4096);
    expect(estimate.cache).toBe(128 * 1024 * 1024); // what llama.cpp reports for this model at 4096
    expect(estimate.total).toBe(estimate.weights + estimate.cache + estimate.working);
    expect(estimateMemory(small, 8192).cache).toBe(2 * estimate.cache);
  });

  it('is judged against what the device says it has', () => {
    expect(judgeMemory(estimateMemory(small, 4096).total, 8)).toBe('fits');
    expect(judgeMemory(6 * 1024 ** 3, 8)).toBe('tight');
    expect(judgeMemory(9 * 1024 ** 3, 8)).toBe('too-large');
    expect(judgeMemory(1, undefined)).toBe('unknown');
  });

  it('leaves a smaller context where it is short, and never more than the model was trained on', () => {
    expect(suggestContext(small, 8)).toBe(4096);
    expect(suggestContext({ ...small, contextInTokens: 2048 }, 8)).toBe(2048);
    expect(suggestContext({ ...small, cachePerToken: 500_000 }, 4)).toBeLessThan(4096);
    expect(suggestContext({ ...small, weightsInBytes: 2 ** 40 }, 4)).toBe(512);
  });
});
