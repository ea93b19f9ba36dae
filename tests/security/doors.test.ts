import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { mostBytes, parseExport } from '#core/attempts/export-schema.ts';
import type { Comparison } from '#core/comparisons/comparison.ts';
import { toJson } from '#core/comparisons/export/json.ts';
import { openPayload, toPayload, toShared } from '#core/comparisons/share/shared.ts';
import { parseExerciseFile, parsePrompt, parseSimulation } from '#core/exercises/parse-exercise.ts';
import { parseArbitrateWords, parseWords } from '#core/exercises/parse-words.ts';
import { parseWordings } from '#core/exercises/wordings.ts';
import { parseLessonFile, parseLessonWords } from '#core/lessons/parse-lesson.ts';
import { parsePaths } from '#core/paths/validate-paths.ts';
import { emptyPrompt } from '#core/prompts/prompt.ts';
import { readSettings } from '#core/settings/settings.ts';
import { linkPacker } from '#services/comparisons/link-packer.ts';
import { readYaml } from '#services/exercises/yaml-file.ts';
import { parseRequest } from '#services/serve/parse-request.ts';
import { ended, someAttempt, someOutput } from '../support/attempts.ts';
import { damaged, garbled } from './mutations.ts';

// Only so that a machine under load is not taken for a door that hangs.
vi.setConfig({ testTimeout: Math.max(120_000, Number(process.env['CANDOR_PROPERTY_RUNS'] ?? 0) * 200) });

/**
 * The doors through which a stranger's data come in. Whatever comes: a door answers, with the value or with what is wrong,
 * and nothing outside the value has changed. 200 inputs a door here, as many as asked for in `npm run test:long`.
 */
const inputs = { numRuns: Math.max(200, Number(process.env['CANDOR_PROPERTY_RUNS'] ?? 0)) };

const builtIn = () =>
  [Object.prototype, Array.prototype, String.prototype, Function.prototype].map((one) => Reflect.ownKeys(one));
let before: ReturnType<typeof builtIn>;
beforeAll(() => void (before = builtIn()));
afterEach(() => {
  expect(builtIn()).toEqual(before);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

/** No object in it carries a name that reaches the prototype. */
function expectHarmless(value: unknown): void {
  expect(harmIn(value), 'a name that reaches the prototype').toBeUndefined();
}

function harmIn(value: unknown): object | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Object.hasOwn(value, '__proto__') || (value as { polluted?: unknown }).polluted !== undefined) return value;
  for (const inner of Object.values(value)) {
    const harm = harmIn(inner);
    if (harm) return harm;
  }
  return undefined;
}

const exercise = 'exercises/support/refund-outside-policy';
const read = (file: string) => readFileSync(file, 'utf8');

const comparison: Comparison = {
  id: 'one',
  title: 'Two ways',
  createdAt: 1,
  updatedAt: 1,
  subject: { kind: 'scratch', cases: [{ id: 'a', values: { mail: 'Hello' } }] },
  case: 'a',
  panes: ['a', 'b'].map((id) => ({
    id,
    prompt: { ...emptyPrompt, user: 'Answer {{mail}}' },
    model: { id: 'simulated-small', seed: 0 },
  })),
  linked: { prompt: false, parameters: true, model: true },
  samples: 1,
};
const attempt = ended(someAttempt());
const saved = {
  ...(JSON.parse(toJson({ row: comparison, outputs: [], heldOutOpen: true }, 1)) as Record<string, unknown>),
  attempts: [attempt],
  outputs: [someOutput(attempt.id)],
};

describe('the door for imported files', () => {
  it('lets the sound file in that the others are made of', () => {
    expect(parseExport(JSON.stringify(saved))).toMatchObject({ ok: true });
  });

  it('answers whatever the file holds', () => {
    fc.assert(
      fc.property(damaged(saved), (value) => {
        const parsed = parseExport(JSON.stringify(value) ?? '');
        if (parsed.ok) expectHarmless(parsed.file);
        else expect(parsed.problem.code).toMatch(/^(?:not-json|not-ours|newer|invalid|too-large)$/);
      }),
      inputs,
    );
  });

  it('answers whatever the text is', () => {
    fc.assert(
      fc.property(garbled(JSON.stringify(saved)), (text) => {
        const parsed = parseExport(text);
        if (parsed.ok) expectHarmless(parsed.file);
      }),
      inputs,
    );
  });

  it('refuses names that reach the prototype, wherever they stand', () => {
    const text = JSON.stringify(saved).replace('"prompt":{', '"prompt":{"__proto__":{"polluted":true},');
    expect(parseExport(text)).toMatchObject({ ok: false, problem: { code: 'invalid' } });
  });

  it('refuses a file beyond its size before it reads it', () => {
    expect(parseExport(' '.repeat(mostBytes + 1))).toMatchObject({ ok: false, problem: { code: 'too-large' } });
  });
});

describe('the door for shared links', () => {
  it('answers whatever was packed', async () => {
    const sound = JSON.parse(toShared(comparison, [], true)) as unknown;
    expect(await openPayload(toPayload(await linkPacker.pack(JSON.stringify(sound))), linkPacker)).toHaveProperty(
      'comparison',
    );
    await fc.assert(
      fc.asyncProperty(damaged(sound), async (value) => {
        const packed = await linkPacker.pack(JSON.stringify(value) ?? '');
        expectHarmless(await openPayload(toPayload(packed), linkPacker));
      }),
      inputs,
    );
  });

  it('answers whatever stands in the address', async () => {
    const payload = toPayload(await linkPacker.pack(toShared(comparison, [], true)));
    await fc.assert(
      fc.asyncProperty(fc.oneof(garbled(payload), fc.string()), async (text) => {
        expectHarmless(await openPayload(text, linkPacker));
      }),
      inputs,
    );
  });

  it('stops unpacking a bomb', async () => {
    const bomb = toPayload(await linkPacker.pack('0'.repeat(30_000_000)));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await openPayload(bomb, linkPacker)).toEqual({ problem: 'too-large' });
  });
});

describe('the doors for files of exercises and lessons', () => {
  const yamlDoors: [string, string, (value: unknown) => unknown][] = [
    ['exercise', `${exercise}/exercise.yaml`, parseExerciseFile],
    ['judging', 'exercises/finance/variance-comments/exercise.yaml', parseExerciseFile],
    ['simulation', `${exercise}/simulation.yaml`, parseSimulation],
    ['lesson', 'exercises/lessons/state-requirements/lesson.yaml', parseLessonFile],
    ['paths', 'exercises/paths.yaml', parsePaths],
  ];
  it.each(yamlDoors)('answer whatever the %s holds', (_, file, parse) => {
    const { value } = readYaml(read(file));
    fc.assert(
      fc.property(damaged(value), (bad) => expectHarmless(parse(bad))),
      inputs,
    );
  });

  it.each(yamlDoors)('answer whatever the text of the %s is', (_, file, parse) => {
    const text = read(file).slice(0, 1_200);
    fc.assert(
      fc.property(garbled(text), (bad) => {
        const yaml = readYaml(bad);
        if (yaml.problems.length === 0) parse(yaml.value);
      }),
      // Depth costs the parser of YAML its square: two thousand brackets once, fewer as often as luck has it.
      { ...inputs, examples: [[text + '['.repeat(2_000)]] },
    );
  });

  it('answer whatever the wordings hold', () => {
    const { value } = readYaml('needs:\n  a:\n    says: [one, two]\n    not: [three]\nmeanings: {}\n');
    fc.assert(
      fc.property(damaged(value), (bad) => void parseWordings(bad)),
      inputs,
    );
  });

  it.each([
    ['exercise', `${exercise}/fr.md`, parseWords],
    ['judging', 'exercises/finance/variance-comments/en.md', parseArbitrateWords],
    ['lesson', 'exercises/lessons/state-requirements/fr.md', parseLessonWords],
  ] as const)('answer whatever the words of the %s are', (_, file, parse) => {
    fc.assert(
      fc.property(garbled(read(file)), (bad) => expectHarmless(parse(bad))),
      inputs,
    );
  });
});

describe('the doors of the command line and the server', () => {
  it('answer whatever prompt a file holds', () => {
    const sound = {
      system: 'Be brief.',
      turns: [{ role: 'user', content: 'Hi' }],
      user: '{{mail}}',
      parameters: { temperature: 1 },
    };
    fc.assert(
      fc.property(damaged(sound), (bad) => expectHarmless(parsePrompt(bad))),
      inputs,
    );
  });

  it('answer whatever a client asks for', () => {
    const sound = {
      model: 'simulated-medium',
      messages: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }],
      stream: true,
      stream_options: { include_usage: true },
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'x', schema: { type: 'object', properties: { a: {} } } },
      },
    };
    fc.assert(
      fc.property(damaged(sound), (bad) => {
        let request: unknown;
        try {
          request = parseRequest(JSON.stringify(bad) ?? '');
        } catch (error) {
          // The one kind of error that the server turns into an answer.
          expect((error as Error).name).toBe('ApiError');
        }
        expectHarmless(request);
      }),
      inputs,
    );
  });
});

describe('the door for settings', () => {
  it('reads whatever the device kept', () => {
    const sound = {
      version: 1,
      language: 'fr',
      theme: 'dark',
      layouts: { practice: [30, 40, 30] },
      lessonsRead: ['examples'],
    };
    fc.assert(
      fc.property(damaged(sound), (bad) => {
        const settings = readSettings(bad);
        expect(settings.version).toBe(1);
        expectHarmless(settings);
      }),
      inputs,
    );
  });
});
