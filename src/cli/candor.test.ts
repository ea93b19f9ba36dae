import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCandor as candor, startCandor } from '../../tests/support/run-candor.ts';

const id = 'support/late-parcel';
const fixtures = 'tests/fixtures/exercises';
let folder: string;
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'candor-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const prompt = 'Sort this e-mail.\n{{rules}}\n{{email}}\nAnswer with the name of the queue only.';

describe('candor list and render', { timeout: 60_000 }, () => {
  it('lists the exercises', async () => {
    const { code, out } = await startCandor(['list', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      exercises: [
        {
          id,
          kind: 'write',
          profession: 'support',
          level: 'warm-up',
          skills: ['structured-output', 'state-requirements', 'allow-not-in-source'],
          title: 'Where is my parcel?',
        },
      ],
    });
  });

  it('renders every case, held-out ones included', async () => {
    const path = file(
      'p.yaml',
      'system: "Sort, using:\\n{{rules}}"\nturns:\n  - { role: user, content: hi }\n  - { role: assistant, content: lost }\nuser: "{{email}}"\n',
    );
    const { code, out } = await candor(['render', id, '--prompt', path, '--json']);
    expect(code).toBe(0);
    const { cases } = JSON.parse(out) as {
      cases: { case: string; heldOut: boolean; messages: { role: string; content: string }[] }[];
    };
    expect(cases.map((one) => [one.case, one.heldOut])).toEqual([
      ['tracked', false],
      ['early', false],
      ['nameless', false],
      ['neighbour', true],
      ['weekend', true],
      ['photo', true],
    ]);
    expect(cases[1]!.messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
    expect(cases[1]!.messages[0]!.content).toContain('- lost: the parcel');
    expect(cases[1]!.messages[3]!.content).toContain('number 5120');
    expect(Object.keys(cases[1]!.messages[0]!)).toEqual(['role', 'content']);
  });

  it('reads plain text as the user message alone, and a prompt of a megabyte', async () => {
    const long = `${'Read every word of this. '.repeat(42_000)}\n{{email}}`;
    const { code, out } = await startCandor(['render', id, '--prompt', '-', '--json'], { input: long });
    expect(code).toBe(0);
    const { cases } = JSON.parse(out) as { cases: { messages: { content: string }[] }[] };
    expect(cases[0]!.messages).toHaveLength(1);
    expect(cases[0]!.messages[0]!.content.length).toBeGreaterThan(1_000_000);
  });
});

describe('bad input ends with exit code 2 and one sentence', { timeout: 60_000 }, () => {
  const render = (text: string, name = 'bad.txt') => ['render', id, '--prompt', file(name, text)];
  it.each<[string, () => string[], string]>([
    ['an unknown command', () => ['chekc'], 'there is no command "chekc"; did you mean "check"?'],
    ['an unknown option', () => ['list', '--jsn'], '"candor list" has no option --jsn; did you mean "json"?'],
    ['an option without its value', () => ['grade', id, '--prompt'], 'the option --prompt needs a value'],
    [
      'an unknown exercise',
      () => ['render', 'support/late-parcle', '--prompt', 'x'],
      'there is no exercise "support/late-parcle"; did you mean "support/late-parcel"?',
    ],
    ['no exercise', () => ['grade'], '"candor grade" needs the id of an exercise'],
    ['no prompt', () => ['grade', id], '"candor grade" needs a prompt: --prompt FILE'],
    [
      'a missing file',
      () => ['render', id, '--prompt', 'nowhere.txt'],
      'the file "nowhere.txt" cannot be read: there is no such file',
    ],
    ['a folder', () => ['render', id, '--prompt', folder], 'cannot be read: it is a folder'],
    ['an empty prompt', () => render(' \n'), 'is empty; write what the model should do'],
    [
      'an unclosed {{',
      () => render('Sort this\nplease: {{email'),
      'has an opening {{ that is never closed, in the user message, line 2, column 9; close it with }}',
    ],
    [
      'an unknown variable',
      () => render('{{emial}}'),
      'uses {{emial}} in the user message, line 1, column 1, which this exercise does not have; did you mean "email"?',
    ],
    ['YAML that is none', () => render('user: "a\nb: [', 'bad.yaml'), 'this is not valid YAML'],
    [
      'a {{variable}} that YAML reads as a map',
      () => render('user: {{email}}', 'map.yaml'),
      'a text with {{variables}} needs quotation marks around it',
    ],
    [
      'an unknown key',
      () => render('user: "{{email}}"\nsytem: x', 'key.yaml'),
      'line 2: "sytem" is not a known key; did you mean "system"?',
    ],
    [
      'an unknown model',
      () => ['grade', id, '--prompt', 'x', '--model', 'gpt'],
      'there is no model "gpt"; the command line has "simulated-small", "simulated-medium" and "simulated-large"',
    ],
    [
      'no number',
      () => ['grade', id, '--prompt', 'x', '--samples', 'many'],
      '--samples must be a whole number from 1 to 1000, but is "many"',
    ],
    [
      'a bad line of outputs',
      () => ['grade', id, '--outputs', file('o.jsonl', '{"case":"early","output":"x"}\nnope\n')],
      'line 2 is not JSON; each line must be {"case": "…", "output": "…"}',
    ],
    [
      'an unknown case',
      () => ['grade', id, '--outputs', file('c.jsonl', '{"case":"earlyy","output":"x"}')],
      'line 1: support/late-parcel has no case "earlyy"; did you mean "early"?',
    ],
    [
      'a case of its own that is broken',
      () => ['grade', id, '--outputs', file('b.jsonl', '{"case":"own","output":"x","expect":"lost"}')],
      'line 1: "expect" must hold keys and values, but is "lost"',
    ],
    [
      'outputs that are not text',
      () => {
        const path = file('latin.jsonl', '');
        writeFileSync(path, Buffer.from([0x7b, 0xe9, 0x7d]));
        return ['grade', id, '--outputs', path];
      },
      'it is not UTF-8 text',
    ],
    ['no outputs', () => ['grade', id, '--outputs', file('e.jsonl', '\n')], 'holds no outputs'],
  ])('%s', async (_, parameters, sentence) => {
    const { code, out, err } = await candor(parameters());
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(out).toBe('');
    expect(code).toBe(2);
  });
});

describe('candor grade', { timeout: 60_000 }, () => {
  const truth = {
    tracked: 'lost',
    early: 'waiting',
    nameless: 'unclear',
    neighbour: 'lost',
    weekend: 'waiting',
    photo: 'unclear',
  };
  const lines = (outputs: [string, string][]) =>
    outputs.map(([name, output]) => JSON.stringify({ case: name, output })).join('\n');

  it('grades recorded outputs, several lines of a case as samples', async () => {
    const path = file('good.jsonl', lines([...Object.entries(truth), ['early', 'lost']]));
    const { code, out } = await candor(['grade', id, '--outputs', path, '--json']);
    const grade = JSON.parse(out) as Record<string, unknown> & { checks: Record<string, unknown>[] };
    expect(code).toBe(0);
    expect(Object.keys(grade)).toEqual([
      'exercise',
      'model',
      'score',
      'verdict',
      'interval',
      'shown',
      'heldOut',
      'checks',
    ]);
    expect(grade).toMatchObject({
      exercise: id,
      model: 'recorded',
      verdict: 'pass',
      score: 91.7,
      shown: { passed: 3, total: 4 },
      heldOut: { passed: 3, total: 3 },
    });
    expect(grade.checks).toContainEqual({
      case: 'early',
      heldOut: false,
      sample: 1,
      check: 'queue',
      outcome: 'fail',
      message: 'The e-mail reaches the wrong person, or nobody',
    });
  });

  it('fails bad outputs, and says which cases are missing', async () => {
    const path = file(
      'some.jsonl',
      lines([
        ['tracked', 'waiting'],
        ['photo', 'unclear'],
      ]),
    );
    const { code, out, err } = await candor(['grade', id, '--outputs', path]);
    expect(code).toBe(1);
    expect(out).toContain('FAIL');
    expect(out).toContain('✗ The e-mail reaches the wrong person, or nobody');
    expect(err).toContain(
      'Note: 4 cases of 6 have no output and are left out of the grade: early, nameless, neighbour, weekend',
    );
  });

  it('grades cases that the outputs bring with them, many at once', async () => {
    const own = Array.from({ length: 3000 }, (_, index) => ({
      case: `own-${index}`,
      output: index % 2 === 0 ? 'lost' : 'waiting',
      expect: { queue: 'lost' },
      heldOut: index % 3 === 0,
    }));
    const path = file('own.jsonl', own.map((one) => JSON.stringify(one)).join('\r\n'));
    const { code, out, err } = await candor(['grade', id, '--outputs', path, '--json']);
    expect([code, err]).toEqual([1, '']);
    const grade = JSON.parse(out) as { score: number; shown: object; heldOut: object; checks: object[] };
    expect(grade).toMatchObject({
      score: 50,
      shown: { passed: 1000, total: 2000 },
      heldOut: { passed: 500, total: 1000 },
    });
    expect(grade.checks).toHaveLength(6000);
    expect(grade.checks[2]).toMatchObject({
      case: 'own-1',
      heldOut: false,
      sample: 0,
      check: 'queue',
      outcome: 'fail',
    });

    const text = await candor(['grade', id, '--outputs', path]);
    expect(text.out).toContain('own-3');
    expect(text.out).toContain(' and others');
    expect(text.out.length).toBeLessThan(2000);
  });

  it('reads outputs in pieces: a letter of several bytes at any place stays whole', async () => {
    const lines = Array.from({ length: 200 }, (_, index) =>
      JSON.stringify({ case: 'early', output: `${'é'.repeat(index * 7)} waiting` }),
    );
    const path = file('pieces.jsonl', `\uFEFF${lines.join('\n')}\n`);
    const { out, err } = await candor(['grade', id, '--outputs', path, '--json']);
    expect(err).toContain('5 cases of 6 have no output');
    expect((JSON.parse(out) as { checks: unknown[] }).checks).toHaveLength(400);
  });

  it('runs a prompt on the simulated model, the same every time', async () => {
    const parameters = [
      'grade',
      id,
      '--prompt',
      file('p.txt', prompt),
      '--samples',
      '2',
      '--seed',
      '3',
      '--model',
      'simulated-small',
      '--json',
    ];
    const [one, two] = [await candor(parameters), await candor(parameters)];
    expect(one.out).toBe(two.out);
    const grade = JSON.parse(one.out) as {
      model: string;
      verdict: string;
      shown: { total: number };
      heldOut: { total: number };
      checks: unknown[];
    };
    expect(grade).toMatchObject({ model: 'simulated-small', shown: { total: 6 }, heldOut: { total: 6 } });
    expect(grade.checks).toHaveLength(24);
    expect(one.code).toBe(grade.verdict === 'pass' ? 0 : 1);
  });
});

describe('candor complete', { timeout: 60_000 }, () => {
  const request = (name: string, content: string) =>
    JSON.stringify({ id: name, messages: [{ role: 'user', content }] });

  it('answers line by line, in order', async () => {
    const input = ['b', 'a', 'c'].map((name) => request(name, `Name three colours of ${name}.`)).join('\n\n');
    const { code, out } = await candor(['complete'], { input });
    expect(code).toBe(0);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answers.map((answer) => answer['id'])).toEqual(['b', 'a', 'c']);
    for (const answer of answers) {
      expect(Object.keys(answer)).toEqual(['id', 'output', 'finishReason', 'usage']);
      expect(String(answer['output']).length).toBeGreaterThan(0);
      expect(answer['finishReason']).toBe('stop');
    }
  });

  it('keeps what it answered before a bad line, and names that line', async () => {
    const { code, out, err } = await startCandor(['complete'], {
      input: `${request('a', 'Hello')}\n{"id": "b", "messages": []}\n`,
    });
    expect(code).toBe(2);
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('standard input, line 2: "messages" needs at least 1 entries, but has 0');
  });
});

describe('candor check', { timeout: 120_000 }, () => {
  it('proves an exercise and reports it', async () => {
    const { code, out } = await candor(['check', id, '--json']);
    const report = JSON.parse(out) as { exercises: Record<string, unknown>[]; problems: number };
    expect(report.exercises).toHaveLength(1);
    expect(report.exercises[0]).toMatchObject({
      id,
      kind: 'write',
      profession: 'support',
      level: 'warm-up',
      skills: ['structured-output', 'state-requirements', 'allow-not-in-source'],
      cases: { shown: 3, heldOut: 3 },
      languages: ['en', 'fr'],
    });
    expect((report.exercises[0]!['ladder'] as { rung: string }[]).map(({ rung }) => rung)).toEqual([
      'starter',
      'queues',
      'three-weeks',
      'say-so',
    ]);
    expect((report.exercises[0]!['problems'] as unknown[]).length).toBe(report.problems);
    expect(code).toBe(report.problems === 0 ? 0 : 1);
  });

  it('names file, line and a sentence for what is wrong, and ends with 1', async () => {
    const root = join(folder, 'broken');
    cpSync(fixtures, root, { recursive: true });
    const path = join(root, id, 'exercise.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('rating: 1000', 'rating: high'));
    const { code, out } = await startCandor(['check'], { root });
    expect(code).toBe(1);
    expect(out).toMatch(/late-parcel\/exercise\.yaml:8:9 {2}"rating" must be a number, but is "high"/);
    expect(out).toContain('1 exercise, 1 problem');
  });
});

describe('candor and exercises that judge outputs', { timeout: 60_000 }, () => {
  const judged = 'lawyer/clauses-in-plain-words';
  let root: string;
  beforeAll(() => {
    root = join(folder, 'judging');
    cpSync(join('exercises', judged), join(root, judged), { recursive: true });
  });

  it('proves them: the key passes, and every blind way of judging is measured', async () => {
    const { code, out } = await candor(['check', judged, '--json'], { root });
    expect(code).toBe(0);
    const report = JSON.parse(out) as {
      exercises: { kind: string; strategies: { strategy: string; score: number }[] }[];
    };
    expect(report).toMatchObject({
      problems: 0,
      exercises: [{ kind: 'arbitrate', ladder: [], languages: ['en', 'fr'] }],
    });
    const scores = new Map(report.exercises[0]!.strategies.map(({ strategy, score }) => [strategy, score]));
    expect(scores.get('key')).toBe(100);
    for (const blind of ['first', 'longest', 'surest', 'random']) expect(scores.get(blind)).toBeLessThan(50);
  });

  it('says where a key is wrong, and that a prompt cannot be graded on them', async () => {
    const path = join(root, judged, 'exercise.yaml');
    const before = readFileSync(path, 'utf8');
    writeFileSync(path, before.replace('best: no-email', 'best: letter'));
    const { code, out } = await candor(['check', judged], { root });
    writeFileSync(path, before);
    expect(code).toBe(1);
    const line = before.split('\n').findIndex((text) => text.includes('output: letter')) + 1;
    expect(out).toContain(`exercise.yaml:${line}:`);
    expect(out).toContain('"letter" is the best output; a flaw is quoted from a worse one');

    const graded = await candor(['grade', judged, '--prompt', file('any.txt', prompt)], { root });
    expect(graded.code).not.toBe(0);
    expect(graded.err).toContain('asks to judge outputs');
  });
});
