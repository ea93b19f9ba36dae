import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { build, createServer, type InlineConfig, type Rollup } from 'vite';
import { exercises } from './vite-plugin.ts';

const id = 'support/late-parcel';
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'candor-plugin-'));
  cpSync('tests/fixtures/exercises', join(root, 'exercises'), { recursive: true });
  writeFileSync(
    join(root, 'main.js'),
    `export * as catalogue from 'virtual:candor/catalogue';\nexport * as all from 'virtual:candor/exercises';\nexport * as learnt from 'virtual:candor/learnt';\nexport * as lessons from 'virtual:candor/lessons';\n`,
  );
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const config = (): InlineConfig => ({
  root,
  configFile: false,
  logLevel: 'silent',
  plugins: [exercises(join(root, 'exercises'))],
  build: { write: false, lib: { entry: join(root, 'main.js'), formats: ['es'] } },
});

async function chunks(): Promise<Rollup.OutputChunk[]> {
  const [output] = (await build(config())) as Rollup.RollupOutput[];
  return output!.output.filter((one) => one.type === 'chunk');
}

function breakTitle() {
  const path = join(root, 'exercises', id, 'en.md');
  writeFileSync(path, readFileSync(path, 'utf8').replace('title: Where is my parcel?', 'titel: x'));
}

describe('the exercises in the page', () => {
  it('come in a chunk each, apart from the catalogue', async () => {
    const [entry, ...lazy] = await chunks();
    expect(entry!.code).toContain('Where is my parcel?');
    expect(entry!.code).not.toContain('handed to a neighbour');
    expect(lazy.filter((chunk) => chunk.code.includes('handed to a neighbour'))).toHaveLength(1);
  });

  it('leave what was learnt of their wordings to a chunk of its own, and name it', async () => {
    const learned = { bias: 1, unseen: [0, 0], ways: { says: [0], not: [0] }, table: 'AAAAlearnt' };
    const needs = { 'two-weeks': learned };
    writeFileSync(join(root, 'exercises', id, 'learned.json'), JSON.stringify({ of: 'any', needs, meanings: {} }));
    const all = await chunks();
    const [learnt, ...others] = all.filter((chunk) => chunk.code.includes('AAAAlearnt'));
    expect(others).toEqual([]);
    expect(learnt?.code).not.toContain('handed to a neighbour');
    const exercise = all.find((chunk) => chunk.code.includes('handed to a neighbour'));
    expect(exercise?.code).toMatch(/\\?"learnt\\?":/);
  });

  it('bring nothing that only proves them', async () => {
    const code = (await chunks()).map((chunk) => chunk.code).join('\n');
    expect(code).toContain('say-so');
    expect(code).not.toMatch(/stuffed|mustFail|fixtures|fairness|two to four working days have not passed/);
  });

  it('fail the build when one is broken, with file, line and a sentence', async () => {
    breakTitle();
    await expect(build(config())).rejects.toThrow(`exercises/${id}/en.md:2:1 the head holds "title: …"`);
  });

  it('are read again while their author writes', { timeout: 30_000 }, async () => {
    const server = await createServer({
      ...config(),
      server: { middlewareMode: true, ws: false },
      optimizeDeps: { noDiscovery: true },
    });
    const titles = async () => {
      const { default: catalogue } = await server.ssrLoadModule('virtual:candor/catalogue');
      return (catalogue as { title: { en: string } }[]).map(({ title }) => title.en);
    };
    try {
      expect(await titles()).toEqual(['Where is my parcel?']);
      const path = join(root, 'exercises', id, 'en.md');
      const write = (title: string) =>
        writeFileSync(path, readFileSync(path, 'utf8').replace(/^title: .*$/m, `title: ${title}`));
      // A watcher that is still looking around may miss a first change.
      await vi.waitFor(
        async () => {
          write('A parcel');
          expect(await titles()).toEqual(['A parcel']);
        },
        { timeout: 20_000, interval: 300 },
      );
    } finally {
      await server.close();
    }
  });

  it('leave a broken one out while people work, so that the rest goes on', async () => {
    breakTitle();
    const server = await createServer({
      ...config(),
      server: { middlewareMode: true, ws: false },
      optimizeDeps: { noDiscovery: true },
    });
    try {
      const { default: catalogue } = await server.ssrLoadModule('virtual:candor/catalogue');
      expect(catalogue).toEqual([]);
    } finally {
      await server.close();
    }
  });
});
