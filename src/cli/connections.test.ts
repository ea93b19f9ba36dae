import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveCandor, type CandorServer } from '../../tests/support/candor-server.ts';
import { faults, startFaultServer, type Fault, type FaultServer } from '../../tests/support/fault-server.ts';
import { runCandor } from '../../tests/support/run-candor.ts';
import { InputError } from './input-error.ts';
import { openConnection } from './open-connection.ts';

const exercises = ['--exercises', 'tests/fixtures/exercises'];
const id = 'support/late-parcel';
const key = 'sk-very-secret-key';
let folder: string;
let candor: CandorServer;
let server: FaultServer;
/** What the server does; well unless said. */
let serve: Fault | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-connections-'));
  candor = await serveCandor(...exercises);
  server = await startFaultServer((asked) => serve && ((response) => serve?.(response, asked)));
}, 60_000);
afterAll(async () => {
  await Promise.all([candor.stop(), server.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const connections = (concurrency = 64) =>
  file(
    'connections.yaml',
    `connections:
  simulated: { url: "${candor.url}", model: simulated-medium, concurrency: ${concurrency} }
  faulty:
    url: ${server.url}
    model: any
    key: CANDOR_TEST_KEY
    concurrency: ${concurrency}
    prices: { any: { currency: USD, input: 10, output: 20 } }
`,
  );
const prompt = () => file('p.txt', 'Sort this e-mail.\n{{rules}}\n{{email}}\nAnswer with the name of the queue only.');
const lines = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    JSON.stringify({ id: at, messages: [{ role: 'user', content: `Name three colours of thing ${at}.` }] }),
  ).join('\n');

describe('candor complete on a connection', { timeout: 120_000 }, () => {
  it('says the same, 64 at once, as the model does when it is asked directly', async () => {
    const input = lines(100);
    const direct = await runCandor(['complete', '--seed', '3'], { input });
    const parameters = ['complete', '--connection', 'simulated', '--connections', connections(), '--seed', '3'];
    const asked = await runCandor(parameters, { input });
    const texts = (out: string) =>
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { id: number; output: string; usage: { estimated: boolean } })
        .map(({ id: one, output }) => [one, output]);
    expect(asked.err).toBe('');
    expect(texts(asked.out)).toEqual(texts(direct.out));
    expect(asked.code).toBe(0);
  });

  it('begins with some calls at once and goes up to 64, never over', async () => {
    let active = 0;
    let most = 0;
    let held: (() => void)[] = [];
    const rounds = [16, 32, 64];
    serve = async (response, asked) => {
      active += 1;
      most = Math.max(most, active);
      // Nobody is answered before a round is full: were fewer let through, this would never end.
      const answered = new Promise<void>((resolve) => held.push(resolve));
      if (held.length === rounds[0]) {
        rounds.shift();
        for (const resolve of held) resolve();
        held = [];
      }
      await answered;
      active -= 1;
      return faults['usage missing']!(response, asked);
    };
    const parameters = ['complete', '--connection', 'faulty', '--connections', connections()];
    const { code, out } = await runCandor(parameters, { input: lines(112), env: { CANDOR_TEST_KEY: key } });
    expect([code, out.trim().split('\n').length, most]).toEqual([0, 112, 64]);
    serve = undefined;
  });

  it('asks less where the server refuses, until all are answered', async () => {
    let active = 0;
    let refused = 0;
    serve = async (response, asked) => {
      active += 1;
      response.once('close', () => (active -= 1));
      if (active > 8) {
        refused += 1;
        response.setHeader('retry-after-ms', '30');
        return faults['429']!(response, asked);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
      return faults['usage missing']!(response, asked);
    };
    const parameters = ['complete', '--connection', 'faulty', '--connections', connections()];
    const { code, out, err } = await runCandor(parameters, { input: lines(60), env: { CANDOR_TEST_KEY: key } });
    expect([err, code, out.match(/Hello there/g)?.length]).toEqual(['', 0, 60]);
    expect(refused).toBeGreaterThan(0);
    serve = undefined;
  });

  it('tells which call failed, keeps what it had said, and goes on', async () => {
    serve = (response, asked) =>
      faults[JSON.stringify(asked.body).includes('thing 1.') ? 'no finish' : 'usage missing']!(response, asked);
    const parameters = ['complete', '--connection', 'faulty', '--connections', connections()];
    const { code, out } = await runCandor(parameters, { input: lines(3), env: { CANDOR_TEST_KEY: key } });
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answers.map(({ output, error }) => [output, (error as { kind?: string } | undefined)?.kind])).toEqual([
      ['Hello there', undefined],
      ['Hel', 'broken-stream'],
      ['Hello there', undefined],
    ]);
    expect(code).toBe(1);
    serve = undefined;
  });
});

describe('candor grade on a connection', { timeout: 120_000 }, () => {
  const grade = (...more: string[]) => [
    ...['grade', id, '--prompt', prompt(), '--connections', connections(), ...more],
  ];

  it('grades what the simulated model says behind HTTP as if it were asked directly', async () => {
    const direct = await runCandor(['grade', id, '--prompt', prompt(), '--samples', '1', '--json']);
    const asked = await runCandor(grade('--connection', 'simulated', '--samples', '1', '--json'));
    const one = JSON.parse(direct.out) as Record<string, unknown>;
    const two = JSON.parse(asked.out) as Record<string, unknown>;
    expect(two).toMatchObject({ model: 'simulated/simulated-medium', failed: [], warnings: [] });
    expect([two['verdict'], two['shown'], two['heldOut']]).toEqual([one['verdict'], one['shown'], one['heldOut']]);
    expect(asked.code).toBe(direct.code);
  });

  it('reports calls that failed, tokens and cost, and never passes on what is missing', async () => {
    const answer =
      'data: {"choices":[{"delta":{"content":"lost"},"finish_reason":"stop"}],"usage":{"prompt_tokens":1000,"completion_tokens":2}}\n\n';
    serve = (response, asked) =>
      JSON.stringify(asked.body).includes('5120')
        ? faults['403']!(response, asked)
        : void response.writeHead(200, { 'content-type': 'text/event-stream' }).end(answer);
    const env = { CANDOR_TEST_KEY: key };
    const { code, out } = await runCandor(grade('--connection', 'faulty', '--samples', '1', '--json'), { env });
    const report = JSON.parse(out) as Record<string, unknown>;
    expect(report).toMatchObject({
      verdict: 'ungraded',
      failed: [{ case: 'early', sample: 0, kind: 'forbidden', detail: '403 Your project may not use this model.' }],
      usage: { inputTokens: 5000, outputTokens: 10, estimated: false },
      cost: { amount: 0.0502, currency: 'USD' },
    });
    expect(code).toBe(1);
    const text = await runCandor(grade('--connection', 'faulty', '--samples', '1'), { env });
    expect(text.out).toContain('1 output could not be drawn and is left out:\n  early, sample 1: forbidden (403');
    expect(text.out).toContain('5000 tokens in, 10 out, 0.0502 USD');
    serve = undefined;
  });

  it('sends the key of the environment, and shows it nowhere', async () => {
    serve = (response, asked) => faults['401']!(response, asked);
    const { code, out, err } = await runCandor(grade('--connection', 'faulty', '--samples', '1'), {
      env: { CANDOR_TEST_KEY: key },
    });
    expect(server.requests.at(-1)?.headers.authorization).toBe(`Bearer ${key}`);
    expect(code).toBe(1);
    expect(out).toContain('UNGRADED');
    expect(out + err).not.toContain(key);
    serve = undefined;
  });
});

describe('bad connections end with exit code 2 and one sentence', { timeout: 60_000 }, () => {
  const written = (text: string) => file('bad.yaml', text);
  it.each<[string, string, () => Parameters<typeof openConnection>[1], string]>([
    [
      'no file',
      'x',
      () => ({}),
      'there is no candor.connections.yaml here; write one, or name the file with --connections',
    ],
    ['no such connection', 'simulatd', () => ({ connections: connections() }), 'did you mean "simulated"?'],
    [
      'a key in the file',
      'x',
      () => ({ connections: written(`connections:\n  x: { url: "http://127.0.0.1:1/v1", model: m, key: "${key}" }`) }),
      '"key" of the connection "x" must be the name of an environment variable',
    ],
    [
      'no key in the environment',
      'faulty',
      () => ({ connections: connections() }),
      'takes its key from the environment variable CANDOR_TEST_KEY, which is not set',
    ],
    [
      'a hosted model without a key',
      'x',
      () => ({ connections: written('connections: { x: { preset: openai, model: m } }') }),
      'the connection "x" needs a key',
    ],
    [
      'an unknown key',
      'x',
      () => ({ connections: written('connections:\n  x:\n    ulr: http://127.0.0.1') }),
      'line 3: "ulr" is not a known key; did you mean "url"?',
    ],
    [
      'a password in the address',
      'x',
      () => ({ connections: written('connections: { x: { url: "http://me:secret@127.0.0.1/v1", model: m } }') }),
      'holds a password',
    ],
    ['no address', 'x', () => ({ connections: written('connections: { x: { model: m } }') }), 'needs a "url"'],
    ['no model', 'x', () => ({ connections: written('connections: { x: { preset: ollama } }') }), 'names no "model"'],
    ['too many at once', 'simulated', () => ({ connections: connections(), concurrency: '65' }), 'from 1 to 64'],
  ])('%s', (_, called, options, sentence) => {
    let said: unknown;
    try {
      openConnection(called, options());
    } catch (error) {
      said = error;
    }
    expect(said).toBeInstanceOf(InputError);
    expect((said as InputError).message).toContain(sentence);
    expect((said as InputError).message).not.toMatch(new RegExp(`${key}|secret@|\n`));
  });

  it('at the command line', async () => {
    const { code, out, err } = await runCandor(['complete', '--connection', connections()], { input: lines(1) });
    expect(err).toMatch(/^candor: .* has 2 connections; name one: --connection NAME --connections .*\n$/);
    expect([out, code]).toEqual(['', 2]);
  });

  it('a file that describes one connection does not', async () => {
    const one = file('one.json', JSON.stringify({ url: candor.url, model: 'simulated-small' }));
    const { code, out } = await runCandor(['complete', '--connection', one], { input: lines(1) });
    expect([code, out.trim().split('\n').length]).toEqual([0, 1]);
  });
});
