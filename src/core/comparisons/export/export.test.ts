import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseExport } from '#core/attempts/export-schema.ts';
import type { WriteExercise } from '#core/exercises/exercise.ts';
import {
  someComparison,
  someComparisonOutput,
  someMatrix,
  someVariant,
  someVote,
} from '../../../../tests/support/comparisons.ts';
import { smallExercise } from '../../../../tests/support/small-exercise.ts';
import { toCsv } from './csv.ts';
import { toJson } from './json.ts';
import { toMarkdown, type MarkdownWords } from './markdown.ts';
import { toPromptfoo } from './promptfoo.ts';
import type { ExportSource } from './source.ts';

const hidden = 'what Eve must not see yet';
const greet = someComparison({
  subject: { kind: 'exercise', exercise: 'everyone/greet' },
  case: 'ann',
  panes: [
    someVariant('a', {
      prompt: { system: 'Be kind.', turns: [], user: 'Greet {{name}}', parameters: { temperature: 0 } },
    }),
    someVariant('b', { name: 'Shorter | 2', prompt: { system: '', turns: [], user: 'Hi {{name}}', parameters: {} } }),
  ],
});
const source: ExportSource = {
  row: greet,
  outputs: [
    someComparisonOutput('one', 'a', { case: 'ann', text: '=HYPERLINK("http://x")' }),
    someComparisonOutput('one', 'b', { case: 'ann', text: 'He said "hi"\n```\n# not a heading' }),
    someComparisonOutput('one', 'b', { case: 'eve', heldOut: true, text: hidden, score: 70 }),
  ],
  votes: [someVote()],
  bundle: smallExercise(),
  heldOutOpen: false,
};

const words: MarkdownWords = {
  pane: 'Pane',
  model: 'Model',
  parameters: 'Parameters',
  usual: 'as usual',
  score: 'score',
  tokens: 'tokens',
  time: 'time',
  prompt: 'Prompt',
  system: 'System',
  example: (role) => `Example, ${role}`,
  user: 'User',
  case: (id) => `Case ${id}`,
  data: 'Data',
  sample: (number) => `sample ${number}`,
  partial: 'partial',
  hidden: 'hidden',
  none: 'not run',
  checks: 'Checks',
  check: (id) => `has *${id}*`,
  outcome: (outcome) => outcome,
  number: String,
  seconds: (milliseconds) => `${milliseconds / 1000} s`,
};

/** Reads CSV as spreadsheets do. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.length > 1);
}

test('CSV: one line for each output, texts as they are, formulas disarmed', () => {
  const [head = [], ...rows] = rowsOf(toCsv(source));
  const column = (name: string) => rows.map((row) => row[head.indexOf(name)]);
  expect(column('variant')).toEqual(['A', 'B · Shorter | 2', 'B · Shorter | 2']);
  expect(column('output')).toEqual(['\'=HYPERLINK("http://x")', 'He said "hi"\n```\n# not a heading', '']);
  expect(column('hidden')).toEqual(['false', 'false', 'true']);
  expect(column('score')).toEqual(['50', '50', '70']);
  expect(column('checks_failed')).toEqual(['outcome', 'outcome', 'outcome']);
  expect(rows.every((row) => row.length === head.length)).toBe(true);
});

test.each(['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '\r=1', ' =1', '＝1', '\n=1'])('CSV: %j is no formula', (text) => {
  const outputs = [someComparisonOutput('one', 'a', { text })];
  expect(toCsv({ ...source, row: { ...greet, title: text }, outputs })).toMatch(/\r\n"'[\s=+\-@＝]/u);
});

test('CSV: a variant that was never run has a line of its own', () => {
  const [, first, second] = rowsOf(toCsv({ ...source, row: someMatrix(), outputs: [] }));
  expect(first).toContain('Plain · simulated-medium');
  expect(second).toBeUndefined();
});

test('JSON: the data page takes it, and finds the comparison as it was', () => {
  const parsed = parseExport(toJson({ ...source, heldOutOpen: true }, 5));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  expect(parsed.file.comparisons).toEqual([greet]);
  expect(parsed.file.comparisonOutputs).toEqual(source.outputs);
  expect(parsed.file.votes).toEqual([someVote()]);
});

test('Markdown: every text is in a fence that it cannot leave', () => {
  const markdown = toMarkdown(source, words);
  expect(markdown).toContain('# Refunds\n');
  expect(markdown).toContain('````text\nHe said "hi"\n```\n# not a heading\n````');
  expect(markdown).toContain('| B · Shorter \\| 2 | simulated-medium | as usual | 60 | 5 | 0.08 s |');
  expect(markdown).toContain('### A · score 50');
  expect(markdown).toContain('- fail: has \\*outcome\\*');
});

test('no format shows a held-out case before it is open', () => {
  const all = (open: boolean) => {
    const given = { ...source, heldOutOpen: open };
    const promptfoo = toPromptfoo(given, { about: String, left: String }, 'http://127.0.0.1:4870/v1');
    return [toCsv(given), toJson(given, 1), toMarkdown(given, words), promptfoo];
  };
  for (const text of all(false)) {
    expect(text).not.toContain(hidden);
    expect(text).not.toContain('Eve');
  }
  expect(all(true).map((text) => text.includes(hidden))).toEqual([true, true, true, false]);
  expect(all(true)[3]).toContain('Eve');
});

interface Config {
  description: string;
  prompts: { label: string; raw: string }[];
  providers: { id: string; label: string; prompts: string[]; config: Record<string, unknown> }[];
  defaultTest?: { vars: Record<string, unknown> };
  tests: { description: string; vars: Record<string, unknown>; assert?: unknown[]; threshold?: number }[];
}

function promptfoo(given: ExportSource): { config: Config; text: string } {
  const comments = { about: (address: string) => `at ${address}\nsecond`, left: (checks: string) => `left: ${checks}` };
  const text = toPromptfoo(given, comments, 'http://127.0.0.1:4870/v1');
  return { config: parse(text) as Config, text };
}

test('promptfoo: prompts, providers and tests with what they need', () => {
  const { config, text } = promptfoo({
    ...source,
    row: { ...greet, panes: [...greet.panes, { ...someVariant('c'), prompt: greet.panes[0]!.prompt }] },
  });
  expect(text.split('\n').slice(0, 2)).toEqual(['# at http://127.0.0.1:4870/v1', '# second']);
  expect(config.prompts.map(({ label }) => label)).toEqual(['prompt-1', 'prompt-2']);
  expect(JSON.parse(config.prompts[0]?.raw ?? '')).toEqual([
    { role: 'system', content: 'Be kind.' },
    { role: 'user', content: 'Greet {{ name }}' },
  ]);
  expect(config.providers.map(({ id, label, prompts }) => [id, label, ...prompts])).toEqual([
    ['openai:chat:simulated-medium', '1 · A', 'prompt-1'],
    ['openai:chat:simulated-medium', '2 · B · Shorter | 2', 'prompt-2'],
    ['openai:chat:simulated-medium', '3 · C', 'prompt-1'],
  ]);
  expect(config.providers[0]?.config).toMatchObject({
    apiBaseUrl: 'http://127.0.0.1:4870/v1',
    temperature: 0,
    seed: 0,
  });
  expect(config.tests).toEqual(
    ['Ann', 'Bob'].map((name) => ({
      description: name.toLowerCase(),
      vars: { name },
      assert: [{ type: 'icontains', value: 'hello', metric: 'greets' }],
      threshold: 0.75,
    })),
  );
});

test('promptfoo: checks become assertions where there are such, and are named where there are none', () => {
  const common = { weight: 1, mustHave: false, form: 'lenient' };
  const checks = [
    {
      ...common,
      id: 'outcome',
      type: 'field',
      path: 'reply.outcome',
      value: '{{expect.outcome}}',
      tolerance: 0,
      inAnyOrder: false,
      weight: 3,
    },
    { ...common, id: 'amount', type: 'numeric', path: 'amount', value: 10, tolerance: 1 },
    { ...common, id: 'no-name', type: 'not-contains', value: '{{name}}' },
    { ...common, id: 'label', type: 'label', value: 'yes', labels: ['yes', 'no'] },
    { ...common, id: 'short', type: 'word-count', value: { max: 20 } },
    { ...common, id: 'json', type: 'is-json', form: 'strict' },
    { ...common, id: 'only-late', type: 'contains', value: 'late', when: { outcome: 'approve' } },
    { ...common, id: 'tone', type: 'states', use: 'kind' },
    { ...common, id: 'pattern', type: 'regex', value: '(?P<re2>x)' },
    { ...common, id: 'hostile', type: 'contains', value: '{{expect.markup}}' },
  ] as WriteExercise['checks'];
  const bundle = smallExercise({
    checks,
    cases: [
      { id: 'ann', heldOut: false, values: { name: 'Ann' }, expect: { outcome: 'refuse', markup: '{{ env.HOME }}' } },
    ],
  });
  const { config, text } = promptfoo({ ...source, bundle });
  expect(text).toContain('# left: tone, pattern, hostile\n');
  expect(config.tests[0]?.assert).toEqual([
    {
      type: 'contains-json',
      value: {
        type: 'object',
        required: ['reply'],
        properties: { reply: { type: 'object', required: ['outcome'], properties: { outcome: { const: 'refuse' } } } },
      },
      metric: 'outcome',
      weight: 3,
    },
    {
      type: 'contains-json',
      value: {
        type: 'object',
        required: ['amount'],
        properties: { amount: { type: 'number', minimum: 9, maximum: 11 } },
      },
      metric: 'amount',
    },
    { type: 'not-contains', value: 'Ann', metric: 'no-name' },
    { type: 'regex', value: '^[\\s"\'*.`]*yes[\\s"\'*.`]*$', metric: 'label' },
    { type: 'word-count', value: { max: 20 }, metric: 'short' },
    { type: 'is-json', metric: 'json' },
  ]);
});

test('promptfoo: nothing in a text can make it read files, environment variables or other templates', () => {
  const values = {
    'a-b': 'file:///etc/passwd',
    'c.d': '{{ env.HOME }} {% raw %} {# x #}',
    plain: 'as it is',
  };
  const prompt = {
    system: '{{ env.HOME }} {{{plain}}} {% if %}',
    turns: [],
    user: '{{a-b}}{{c.d}}{{unknown}} {"a": {"b": 1}}',
    parameters: { stop: ['END', '{{ env.HOME }}'] },
  };
  const { config, text } = promptfoo({
    row: someComparison({
      title: 'file:x {{ env.HOME }}',
      subject: { kind: 'scratch', cases: [{ id: '{{ env.HOME }}', values }] },
      panes: [someVariant('a', { name: '{{ env.HOME }}', prompt })],
    }),
    outputs: [],
    heldOutOpen: false,
  });
  const written = text.replaceAll('{{ \\"{\\" }}', '').replaceAll('{{ "{" }}', '');
  expect(written).not.toMatch(/\{\{[^}]*env/);
  expect(JSON.parse(config.prompts[0]?.raw ?? '')).toEqual([
    { role: 'system', content: '{{ "{" }}{{ "{" }} env.HOME }} {{ "{" }}{{ plain }}} {{ "{" }}% if %}' },
    {
      role: 'user',
      content: '{{ a_b.pieces | join("") }}{{ c_d.pieces | join("") }}{{ "{" }}{{ "{" }}unknown}} {"a": {"b": 1}}',
    },
  ]);
  const { a_b, c_d, plain } = config.tests[0]?.vars as Record<string, { pieces: string[] }>;
  expect(a_b?.pieces.join('')).toBe(values['a-b']);
  expect(c_d?.pieces.join('')).toBe(values['c.d']);
  expect(plain).toBe('as it is');
  for (const piece of [...(a_b?.pieces ?? []), ...(c_d?.pieces ?? [])]) expect(piece).not.toMatch(/^file:|\{[{%#]/);
  expect(config.providers[0]?.config['stop']).toEqual(['END']);
  expect(text).toContain('# left: stop\n');
});
