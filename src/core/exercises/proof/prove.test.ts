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
  return proveExercise({ exercise, simulation }, proof, { complete: echo, sizes: ['medium'] });
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
    const { findings } = proveExercise({ exercise: telling, simulation }, proof, { complete: echo, sizes: ['medium'] });
    expect(findings).toMatchObject([
      { file: 'fr.md', entry: 'brief', message: expect.stringContaining('must fail') as string },
    ]);
  });

  it('tries every model, and asks of each what it can show', () => {
    const { exercise, proof } = sample(climbing);
    // The small one answers everything alike, the large one loses what the last rung adds.
    const bySize = (request: SimulatedRequest) => {
      const { text } = echo(request);
      return {
        ...echo(request),
        text: request.size === 'small' ? 'alpha' : request.size === 'large' ? text.replace(' delta', '') : text,
      };
    };
    const { ladder, findings } = proveExercise({ exercise, simulation }, proof, { complete: bySize });
    expect(ladder.at(-1)).toEqual({ rung: 'r3', score: 100, scores: { small: 25, medium: 100, large: 75 } });
    expect(findings.map(({ message }) => message.split(';')[0])).toEqual([
      'the rung "r3" scores 75.0, not more than the 75.0 of "r2" below it (mean of five seeds on simulated-large)',
      'the reference "r3" scores 75.0 on held-out cases, less than 90 (mean of five seeds on simulated-large)',
    ]);
  });

  it('names a starter with too little left to learn, and a reference that is only just good enough', () => {
    const { findings } = prove(['alpha beta', 'alpha beta gamma', 'alpha beta gamma delta', 'alpha beta gamma']);
    expect(findings.map(({ path, message }) => `${path!.join('.')} ${message.split(';')[0]}`)).toEqual([
      'ladder.0 the starter "r0" scores 50.0, more than 45 (mean of five seeds on simulated-medium)',
      'ladder.3 the rung "r3" scores 75.0, not more than the 100.0 of "r2" below it (mean of five seeds on simulated-medium)',
      'ladder.3 the reference "r3" scores 75.0 on held-out cases, less than 80 (mean of five seeds on simulated-medium)',
    ]);
  });

  it('draws a trick again only as long as it may still pass', () => {
    const { exercise, proof } = sample(climbing);
    const draws: string[] = [];
    const counting = (request: SimulatedRequest) => {
      const answer = echo(request);
      draws.push(`${request.seed} ${answer.text}`);
      return answer;
    };
    const trick = {
      id: 'all',
      prompt: { system: '', turns: [], user: 'alpha beta gamma delta {{data}}', parameters: {} },
    };
    const { findings } = proveExercise(
      { exercise, simulation },
      { ...proof, mustFail: [...proof.mustFail, trick] },
      { complete: counting, sizes: ['large'] },
    );
    expect(findings.map(({ path }) => path)).toEqual([['mustFail', 1]]);
    const seedsOf = (text: string) => [...new Set(draws.filter((one) => one.endsWith(` ${text}`)))].length;
    expect(seedsOf('A brief.\n\ndata c1')).toBe(1);
    // what the learner sees has decided: held-out cases are not drawn
    expect(seedsOf('A brief.\n\ndata c2')).toBe(0);
    expect(seedsOf('alpha beta gamma delta')).toBeGreaterThan(1);
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
