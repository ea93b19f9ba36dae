import { describe, expect, test } from 'vitest';
import type { WriteFile } from '#core/exercises/exercise.ts';
import { parseExerciseFile } from '#core/exercises/parse-exercise.ts';
import { validateKind } from './kinds.ts';

const long = Array.from({ length: 85 }, (_, index) => `word${index}`).join(' ');
const prompt = (user: string) => ({ user: `${user} {{mail}}` });

/** A file of a kind that is right but for what a test changes. */
function fileOf(kind: string, change: Record<string, unknown> = {}): WriteFile {
  const rung = (id: string, user: string) => ({
    id,
    ...(id === 'a' ? {} : { adds: 'decompose' }),
    prompt: prompt(user),
  });
  const case_ = (id: string, heldOut: boolean) => ({ id, heldOut, values: { mail: id } });
  const parsed = parseExerciseFile({
    format: 1,
    id: 'support/one',
    kind,
    profession: 'support',
    level: 'new-easy',
    skills: ['decompose'],
    rating: 1300,
    minutesByHand: 5,
    dataLanguage: 'en',
    answerLanguage: 'en',
    cases: [...['s1', 's2'].map((id) => case_(id, false)), ...['h1', 'h2', 'h3', 'h4'].map((id) => case_(id, true))],
    checks: [{ id: 'c', type: 'contains', value: 'x' }],
    ladder: ['a', 'b', 'c', 'd'].map((id) => rung(id, id)),
    ...change,
  });
  if (!parsed.value || parsed.value.kind === 'arbitrate') throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

const says = (file: WriteFile) =>
  validateKind({ id: file.id, file, texts: new Map(), words: {} }).map(
    ({ path, message }) => `${(path ?? []).join('.')}: ${message}`,
  );

describe('repair', () => {
  const ladder = ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    prompt: prompt(`${long} In one sentence. At least five points. Be good.`),
  }));
  const faults = [
    { id: 'length', flaw: 'contradiction', quotes: ['In one sentence.', 'At least five points.'] },
    { id: 'good', flaw: 'vague', quotes: ['Be good.'] },
    { id: 'old', flaw: 'obsolete', quotes: ['word3'] },
  ];
  test('takes a long prompt with three faults that stand in it', () => {
    expect(says(fileOf('repair', { ladder, faults }))).toEqual([]);
  });
  test('refuses a short one, too few faults, half a contradiction, and a quote from nowhere', () => {
    const wrong = [{ id: 'length', flaw: 'contradiction', quotes: ['In two sentences.'] }];
    const found = says(fileOf('repair', { faults: wrong }));
    expect(found).toHaveLength(4);
    expect(found[0]).toContain('ladder.0.prompt: the given prompt (the first rung) has 1 words');
    expect(found.join('\n')).toContain('at least 3 faults');
    expect(found.join('\n')).toContain('must quote both of its sides');
    expect(found.join('\n')).toContain('"In two sentences." does not stand in the given prompt');
  });
  test('faults belong to nothing else', () => {
    expect(says(fileOf('write', { faults }))).toEqual(['faults: "faults" belongs to exercises of the kind "repair"']);
  });
});

describe('defend', () => {
  const cases = [
    { id: 's1', hostile: true, values: { mail: 's1' } },
    { id: 's2', hostile: false, values: { mail: 's2' } },
    ...['h1', 'h2', 'h3', 'h4'].map((id, index) => ({ id, heldOut: true, hostile: index < 2, values: { mail: id } })),
  ];
  const mustFail = [{ id: 'refuse-all', prompt: prompt('No.') }];
  test('takes hostile and honest cases on both sides, and the prompt that refuses all', () => {
    expect(says(fileOf('defend', { cases, mustFail }))).toEqual([]);
  });
  test('every case says what it is, each group is there on both sides, and refusing all is tried', () => {
    const found = says(fileOf('defend', { cases: cases.map((one) => ({ ...one, hostile: true })) }));
    expect(found).toEqual([
      'cases: there must be at least 1 shown case with hostile: false, but there are 0',
      'cases: there must be at least 2 held-out cases with hostile: false, but there are 0',
      'kind: an exercise of the kind "defend" proves that turning everybody away fails: a must-fail prompt with the id "refuse-all"',
    ]);
    const unsaid = cases.map(({ hostile: _, ...one }) => one);
    expect(says(fileOf('defend', { cases: unsaid, mustFail }))[0]).toContain(
      'the case "s1" must say whether its data are hostile',
    );
  });
  test('no other kind has hostile cases', () => {
    expect(says(fileOf('write', { cases }))).toHaveLength(6);
  });
});

describe('chain', () => {
  const steps = [{ id: 'table', gives: 'table' }, { id: 'memo' }];
  const checks = [
    { id: 'rows', step: 'table', type: 'contains', value: '|' },
    { id: 'memo', type: 'contains', value: 'x' },
  ];
  const whole = { steps: [prompt('Table'), { user: 'Memo from {{table}}' }] };
  const ladder = ['a', 'b', 'c', 'd'].map((id, index) => ({ id, prompt: index < 2 ? prompt(id) : whole }));
  test('takes two steps, each with a check, and a reference that fills both', () => {
    expect(says(fileOf('chain', { steps, checks, ladder }))).toEqual([]);
  });
  test('names what a step lacks', () => {
    const found = says(
      fileOf('chain', {
        steps: [{ id: 'table' }, { id: 'memo', gives: 'mail' }, { id: 'memo' }],
        checks: [{ id: 'rows', step: 'tabel', type: 'contains', value: '|' }],
        ladder: ladder.map((rung) => ({ ...rung, prompt: prompt('all in one') })),
      }),
    );
    expect(found.join('\n')).toContain('steps.2.id: the step id "memo" is used twice');
    expect(found.join('\n')).toContain('the step "table" must name the variable it gives');
    expect(found.join('\n')).toContain('"mail" is already the name of another variable');
    expect(found.join('\n')).toContain('no check looks at the step "table"');
    expect(found.join('\n')).toContain('there is no step "tabel"; did you mean "table"?');
    expect(found.join('\n')).toContain('the reference "d" must have a prompt for each of the 3 steps');
  });
  test('nothing else has steps', () => {
    expect(says(fileOf('write', { steps, checks, ladder }))).toEqual([
      'steps: "steps" belongs to exercises of the kind "chain"',
      'checks.0.step: only a chain has steps to look at',
      'ladder.2.prompt: only an exercise of the kind "chain" has prompts with steps',
      'ladder.3.prompt: only an exercise of the kind "chain" has prompts with steps',
    ]);
  });
});
