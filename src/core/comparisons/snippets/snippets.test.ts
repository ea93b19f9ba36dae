import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Prompt } from '#core/prompts/prompt.ts';
import { someVariant } from '../../../../tests/support/comparisons.ts';
import { toCurl } from './curl.ts';
import { toDotprompt } from './dotprompt.ts';
import { toPython, toTypeScript } from './programs.ts';
import { localAddress, requestOf, type RequestBody } from './request.ts';

const about = 'Start the model with candor serve.\nThen run this; $(touch /tmp/x) `y` """ */';

/** Text that tries to break out of quotation marks, here-documents, comments and lines. */
const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        ...["'", '"', '`', '\\', '$', '$(id)', '${HOME}', '\n', '\r\n', '\t', '\0', '"""', "'''", '*/', '//', '#'],
        ...[
          'END_OF_JSON',
          '\nEND_OF_JSON\n',
          '\u2028',
          '\u200b',
          '\ufeff',
          '\x7f',
          '</script>',
          '🙂',
          '\\u0041',
          '%s',
          '!!',
        ],
      ),
    )
    .map((parts) => parts.join('')),
);
const prompts = fc.record({
  system: hostile,
  turns: fc.array(fc.record({ role: fc.constantFrom('user' as const, 'assistant' as const), content: hostile }), {
    maxLength: 2,
  }),
  user: hostile,
  parameters: fc.constantFrom<Prompt['parameters'][]>(
    {},
    { temperature: 0.7, topP: 0.9, maxTokens: 100, stop: ["it's", '\n', '\\'] },
  ),
});
const body = (prompt: Prompt): RequestBody => requestOf(someVariant('a', { prompt }), {});

test('the request of a pane has its variables filled and its parameters named as the protocol has them', () => {
  const prompt: Prompt = {
    system: 'Be {{how}}.',
    turns: [{ role: 'assistant', content: 'Yes.' }],
    user: 'Answer {{email}}',
    parameters: { temperature: 0, topP: 0.5, maxTokens: 10, stop: ['.'] },
  };
  const variant = someVariant('a', { prompt, model: { id: 'simulated-large', seed: 7 } });
  expect(requestOf(variant, { how: 'kind', email: 'Hi' })).toEqual({
    model: 'simulated-large',
    messages: [
      { role: 'system', content: 'Be kind.' },
      { role: 'assistant', content: 'Yes.' },
      { role: 'user', content: 'Answer Hi' },
    ],
    temperature: 0,
    top_p: 0.5,
    max_tokens: 10,
    stop: ['.'],
    seed: 7,
  });
});

test('curl: a real shell hands on the very same request', () => {
  fc.assert(
    fc.property(prompts, (prompt) => {
      const command = toCurl(body(prompt), localAddress, about);
      // curl is replaced by what tells the arguments apart and passes on the body.
      const { stdout, stderr, status } = spawnSync('sh', ['-c', `curl() { echo "$#"; cat; }\n${command}`], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] },
      });
      const [count, ...sent] = stdout.split('\n');
      expect({ status, stderr, count }).toEqual({ status: 0, stderr: '', count: '7' });
      expect(JSON.parse(sent.join('\n'))).toEqual(body(prompt));
    }),
    { numRuns: 25 },
  );
});

const readsPython = `
import ast, json, sys
calls = []
for program in json.load(sys.stdin):
    tree = ast.parse(program)
    call = next(node.value for node in tree.body if isinstance(node, ast.Assign) and node.targets[0].id == "completion")
    calls.append({keyword.arg: ast.literal_eval(keyword.value) for keyword in call.keywords})
    assert len(tree.body) == 5, len(tree.body)
print(json.dumps(calls))
`;

test.skipIf(spawnSync('python3', ['--version']).status !== 0)('Python: its own parser reads the same request', () => {
  const samples = fc.sample(prompts, 100).map(body);
  const { stdout, stderr } = spawnSync('python3', ['-c', readsPython], {
    encoding: 'utf8',
    input: JSON.stringify(samples.map((sample) => toPython(sample, localAddress, about))),
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual(samples);
});

test('TypeScript: running it sends the same request', async () => {
  const AsyncFunction = (async () => {}).constructor as new (
    ...parts: string[]
  ) => (...given: unknown[]) => Promise<void>;
  await fc.assert(
    fc.asyncProperty(prompts, async (prompt) => {
      const program = toTypeScript(body(prompt), localAddress, about).replace("import OpenAI from 'openai';", '');
      const sent: unknown[] = [];
      const create = async (request: unknown) => {
        sent.push(request);
        return { choices: [{ message: { content: 'said' } }] };
      };
      const said: unknown[] = [];
      const given = [
        class {
          chat = { completions: { create } };
        },
        { log: (text: unknown) => said.push(text) },
      ];
      await new AsyncFunction('OpenAI', 'console', program)(...given);
      expect(sent).toEqual([body(prompt)]);
      expect(said).toEqual(['said']);
    }),
  );
});

describe('.prompt', () => {
  const read = (text: string) => {
    const [, front = '', template = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
    return { front: parse(front) as Record<string, Record<string, unknown>>, template };
  };
  const written = (prompt: Partial<Prompt>, values = {}) =>
    read(
      toDotprompt(
        someVariant('a', { prompt: { system: '', turns: [], user: '', parameters: {}, ...prompt } }),
        values,
        about,
      ),
    );

  test('has the parameters and the values of the case before the messages', () => {
    const { front, template } = written(
      {
        system: 'Be brief.',
        turns: [{ role: 'assistant', content: 'Yes.' }],
        user: 'Answer {{ email }}',
        parameters: { temperature: 0.2, topP: 1, maxTokens: 50, stop: ['\n---\n'] },
      },
      { email: 'Hi\n---\nthere', unused: 'x' },
    );
    expect(front).toEqual({
      model: 'openai/simulated-medium',
      config: { temperature: 0.2, topP: 1, maxOutputTokens: 50, stopSequences: ['\n---\n'], seed: 0 },
      input: { schema: { email: 'string' }, default: { email: 'Hi\n---\nthere' } },
    });
    expect(template).toBe('{{role "system"}}\nBe brief.\n{{role "model"}}\nYes.\n{{role "user"}}\nAnswer {{email}}\n');
  });

  test.each([
    ['JSON', '{"a": {"b": 1}}', '{"a": {"b": 1}}'],
    ['an opening that is no variable', '{{ #if }}', '{{lookup "{" 0}}{{lookup "{" 0}} #if }}'],
    ['a brace before a variable', '{{{email}}}', '{{lookup "{" 0}}{{email}}{{lookup "}" 0}}'],
    ['a backslash before a variable', '\\{{email}}', '\\\\{{email}}'],
    ['two backslashes before a variable', '\\\\{{email}}', '\\\\\\{{email}}'],
    ['the name of a helper', '{{if}} {{c.d}}', '{{this.[if]}} {{this.[c.d]}}'],
  ])('writes %s so that Handlebars leaves it alone', (_, user, expected) => {
    expect(written({ user }).template).toBe(`{{role "user"}}\n${expected}\n`);
  });

  test('the front matter survives hostile values', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const { front } = written({ user: '{{email}}' }, { email: value });
        expect(front['input']).toMatchObject({ default: { email: value } });
      }),
      { examples: [['\nEND_OF_JSON\n\n'], ['a\n'], ['a\n\n\n']] },
    );
  });
});
