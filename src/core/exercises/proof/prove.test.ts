import { describe, expect, it } from 'vitest';
import type { ExerciseProof, WriteExercise, WriteFile } from '#core/exercises/exercise.ts';
import { parseExerciseFile } from '#core/exercises/parse-exercise.ts';
import type { SimulatedRequest } from '#core/simulator/completion.ts';
import { proveExercise } from './prove.ts';

const words = {
  title: 'T',
  summary: 'S',
  brief: 'A brief.',
  cases: {},
  checks: {},
  ladder: {},
  hints: [],
  debrief: 'D',
};

/** An exercise whose model says back, of the letters a prompt asks for, those that it gives. */
function sample(
  prompts: string[],
  fixtures: ExerciseProof['fixtures'] = [],
): { exercise: WriteExercise; proof: ExerciseProof } {
  const parsed = parseExerciseFile({
    format: 1,
    id: 'support/letters',
    kind: 'write',
    profession: 'support',
    level: 'warm-up',
    skills: ['examples'],
    rating: 1000,
    minutesByHand: 1,
    dataLanguage: 'en',
    answerLanguage: 'en',
    samples: 1,
    threshold: 75,
    cases: ['c1', 'c2', 'c3'].map((id, index) => ({ id, heldOut: index > 0, values: { data: `data ${id}` } })),
    checks: ['alpha', 'beta', 'gamma', 'delta'].map((id) => ({ id, type: 'contains', value: id })),
    ladder: prompts.map((user, index) => ({
      id: `r${index}`,
      ...(index > 0 && { adds: 'examples' }),
      prompt: { user: `${user} {{data}}` },
    })),
    mustFail: [{ id: 'trick', prompt: { user: 'alpha {{data}}' } }],
  });
  const { common: _common, mustFail, fixtures: _none, format: _format, cases, ...rest } = parsed.value as WriteFile;
  const exercise = {
    ...rest,
    common: [],
    cases: cases.map((one) => ({ ...one, values: { data: String(one.values['data']) } })),
    words: { en: words, fr: words },
  };
  return { exercise, proof: { mustFail, fixtures } };
}

const simulation = { format: 1 as const, needs: {}, fields: {}, usualForm: 'prose' as const, cases: {} };
const echo = ({ messages }: SimulatedRequest) => ({
  text: messages.at(-1)!.content.replace(/ data .*$/s, ''),
  finishReason: 'stop' as const,
  explanation: { instructions: [], unread: [], decisions: [] },
});
const prove = (prompts: string[], fixtures?: ExerciseProof['fixtures']) => {
  const { exercise, proof } = sample(prompts, fixtures);
  return proveExercise({ exercise, simulation }, proof, { complete: echo });
};
const climbing = ['alpha', 'alpha beta', 'alpha beta gamma', 'alpha beta gamma delta'];
const fixture = { case: 'c1', origin: 'author' as const, file: 'f.txt' };

describe('the proof of an exercise', () => {
  it('is silent about a ladder that climbs', () => {
    const { ladder, findings } = prove(climbing);
    expect(findings).toEqual([]);
    expect(ladder.map(({ score }) => score)).toEqual([25, 50, 75, 100]);
  });

  it('names a rung that adds nothing, and what is missed', () => {
    const { findings } = prove(['alpha', 'alpha', 'alpha beta gamma', 'alpha beta gamma delta']);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ file: 'exercise.yaml', path: ['ladder', 1] });
    expect(findings[0]!.message).toContain('the rung "r1" scores 25.0, not more than the 25.0 of "r0" below it');
    expect(findings[0]!.message).toContain('most often missed: "beta" in 100 % of the answers (c1, c2, c3)');
  });

  it('names a starter that passes and a reference that does not', () => {
    expect(
      prove(['alpha beta gamma', 'alpha beta gamma delta', 'x', 'y']).findings.map(
        ({ message }) => message.split(';')[0],
      ),
    ).toEqual([
      'the starter "r0" passes with 75.0 on shown and 75.0 on held-out cases (threshold 75',
      'the rung "r2" scores 0.0, not more than the 100.0 of "r1" below it (mean of five seeds on simulated-medium)',
      'the rung "r3" scores 0.0, not more than the 0.0 of "r2" below it (mean of five seeds on simulated-medium)',
      'the reference "r3" does not pass: 0.0 on shown and 0.0 on held-out cases (threshold 75',
    ]);
  });

  it('tries the brief itself', () => {
    const { exercise, proof } = sample(climbing);
    const telling = { ...exercise, words: { ...exercise.words, fr: { ...words, brief: 'alpha beta gamma delta' } } };
    const { findings } = proveExercise({ exercise: telling, simulation }, proof, { complete: echo });
    expect(findings).toMatchObject([
      { file: 'fr.md', entry: 'brief', message: expect.stringContaining('must fail') as string },
    ]);
  });

  it('judges fixtures as their author does, or says where it does not', () => {
    const { findings } = prove(climbing, [
      { ...fixture, accept: true, fails: [], output: 'alpha beta gamma delta' },
      { ...fixture, accept: true, fails: [], output: 'alpha' },
      { ...fixture, accept: false, fails: ['delta'], output: 'alpha beta' },
      { ...fixture, accept: false, fails: ['alpha'], output: 'alpha beta' },
    ]);
    expect(findings.map(({ path, message }) => `${path!.join('.')} ${message.split(':')[0]}`)).toEqual([
      'fixtures.1 "f.txt" should be accepted, but its score is 25.0 (threshold 75)',
      'fixtures.3 "f.txt" should fail the check "alpha", but passes it',
    ]);
  });
});
