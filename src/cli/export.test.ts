import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Comparison } from '#core/comparisons/comparison.ts';
import { toJson } from '#core/comparisons/export/json.ts';
import { emptyPrompt } from '#core/prompts/prompt.ts';
import { runCandor } from '../../tests/support/run-candor.ts';

const id = 'support/late-parcel';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-export-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Configuration {
  prompts: { raw: string }[];
  providers: { id: string; label: string; config: Record<string, unknown> }[];
  tests: { description: string; assert?: unknown[] }[];
  evaluateOptions: { repeat?: number };
}
const read = (text: string) => parse(text) as Configuration;

describe('candor export --promptfoo', { timeout: 60_000 }, () => {
  it('hands over the ladder of an exercise, every case and what can be asserted', async () => {
    const { code, out } = await runCandor(['export', id, '--promptfoo', '--samples', '3']);
    expect(code).toBe(0);
    const { prompts, providers, tests, evaluateOptions } = read(out);
    expect(prompts.length).toBeGreaterThan(3);
    expect(providers).toHaveLength(prompts.length);
    expect(providers[0]).toMatchObject({
      id: 'openai:chat:simulated-medium',
      config: { apiBaseUrl: 'http://127.0.0.1:4870/v1', apiKey: 'none' },
    });
    expect(tests.length).toBeGreaterThan(5);
    expect(tests.some(({ assert }) => (assert?.length ?? 0) > 0)).toBe(true);
    expect(evaluateOptions.repeat).toBe(3);
  });

  it('hands over one prompt for a server of the person’s own, whose key stays in the environment', async () => {
    const prompt = join(folder, 'prompt.txt');
    writeFileSync(prompt, 'Sort this: {{email}}');
    const file = join(folder, 'promptfoo.yaml');
    const address = ['--at', 'https://llm.example.org/v1/', '--model', 'team/large', '--key', 'TEAM_KEY'];
    const { code } = await runCandor(['export', id, '--promptfoo', '--prompt', prompt, ...address, '--out', file]);
    expect(code).toBe(0);
    const { providers } = read(readFileSync(file, 'utf8'));
    expect(providers).toHaveLength(1);
    expect(providers[0]).toMatchObject({
      id: 'openai:chat:team/large',
      config: { apiBaseUrl: 'https://llm.example.org/v1', apiKeyEnvar: 'TEAM_KEY' },
    });
    expect(providers[0]?.config).not.toHaveProperty('apiKey');
  });

  it('hands over a comparison as the page saves it, with the cases of its exercise', async () => {
    const pane = (pane: string, user: string) => ({
      id: pane,
      prompt: { ...emptyPrompt, user },
      model: { id: 'simulated-small', seed: 7 },
    });
    const row: Comparison = {
      id: 'one',
      title: 'Two ways',
      createdAt: 1,
      updatedAt: 1,
      subject: { kind: 'exercise', exercise: id },
      case: 'late',
      panes: [pane('a', 'Sort {{email}}'), pane('b', 'Sort by {{rules}}: {{email}}')],
      linked: { prompt: false, parameters: true, model: true },
      samples: 2,
    };
    const file = join(folder, 'comparison.json');
    writeFileSync(file, toJson({ row, outputs: [], heldOutOpen: false }, 1));
    const { code, out } = await runCandor(['export', file, '--promptfoo']);
    expect(code).toBe(0);
    const { providers, tests, evaluateOptions } = read(out);
    expect(providers.map(({ label }) => label)).toEqual(['1 · A', '2 · B']);
    expect(providers[1]?.config).toMatchObject({ seed: 7 });
    expect(tests.length).toBeGreaterThan(5);
    expect(evaluateOptions.repeat).toBe(2);
  });

  it.each([
    [[id], /for which tool/],
    [[id, '--promptfoo', '--at', 'llm.example.org'], /address of a server/],
    [[id, '--promptfoo', '--key', 'sk-proj-1234567'], /environment variable.*"sk-p…"/],
    [['nowhere.json', '--promptfoo'], /there is no such file/],
    [['package.json', '--promptfoo'], /is not an export file of Candor/],
  ])('says what is wrong with %j', async (parameters, sentence) => {
    const { code, out, err } = await runCandor(['export', ...parameters]);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(sentence);
    expect(err).not.toContain('1234567');
  });
});
