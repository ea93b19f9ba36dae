import { describe, expect, it } from 'vitest';
import { parseExerciseFile, parsePrompt, parseSimulation } from './parse-exercise.ts';

const rung = (id: string) => ({ id, prompt: { user: '{{email}}' } });
const exercise = () => ({
  format: 1,
  id: 'support/late-parcel',
  kind: 'write',
  profession: 'support',
  level: 'warm-up',
  skills: ['examples'],
  rating: 1000,
  minutesByHand: 3,
  dataLanguage: 'en',
  answerLanguage: 'en',
  cases: [
    { id: 'a', values: { email: 'x' } },
    { id: 'b', values: { email: 'y' } },
  ],
  checks: [{ id: 'c', type: 'contains', value: 'x' }] as Record<string, unknown>[],
  ladder: [rung('one'), rung('two'), rung('three'), rung('four')],
});

const says = (change: (file: ReturnType<typeof exercise> & Record<string, unknown>) => void) => {
  const file = exercise();
  change(file);
  return parseExerciseFile(file).issues?.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

describe('the door for exercise files', () => {
  it('lets a good file through with its defaults', () => {
    const { value, issues } = parseExerciseFile(exercise());
    expect(issues).toBeUndefined();
    expect(value).toMatchObject({ samples: 3, threshold: 75, cases: [{ heldOut: false, expect: {} }, {}] });
  });

  it('names unknown keys and what was meant', () => {
    expect(says((file) => (file['treshold'] = 80))).toEqual([
      'treshold: "treshold" is not a known key; did you mean "threshold"?',
    ]);
    expect(says((file) => (file.cases[0] = { ...file.cases[0]!, heldout: true } as never))).toEqual([
      'cases.0.heldout: "heldout" is not a known key; did you mean "heldOut"?',
    ]);
    expect(says((file) => (file.checks[0]!['xyz'] = 1))).toEqual([
      'checks.0.xyz: "xyz" is not a known key; keys here are id, weight, mustHave, step, path, when, form, type, value',
    ]);
  });

  it('names missing keys, wrong kinds of values and wrong choices', () => {
    expect(says((file) => delete (file as Record<string, unknown>)['rating'])).toEqual([
      ': the key "rating" is missing',
    ]);
    expect(says((file) => ((file as Record<string, unknown>)['rating'] = 'hard'))).toEqual([
      'rating: "rating" must be a number, but is "hard"',
    ]);
    expect(says((file) => (file['rating'] = 90))).toEqual(['rating: "rating" must be 800 or more, but is 90']);
    expect(says((file) => (file['level'] = 'newhard'))).toEqual([
      'level: "newhard" cannot be the value of "level"; did you mean "new-hard"?',
    ]);
    expect(says((file) => (file.checks[0]!['type'] = 'contain'))?.[0]).toContain(
      '"contain" cannot be the value of "type"; did you mean "contains"',
    );
    expect(says((file) => file.ladder.pop())).toEqual(['ladder: "ladder" needs at least 4 entries, but has 3']);
  });

  it('refuses what is no exercise at all', () => {
    for (const value of [null, undefined, 'text', 3, []])
      expect(parseExerciseFile(value).issues?.length).toBeGreaterThan(0);
    expect(parseExerciseFile(null).issues?.[0]?.message).toBe('the file must hold keys and values, but is empty');
  });

  it('explains a prompt whose {{variable}} was read as YAML', () => {
    expect(parsePrompt({ user: { email: null } }).issues?.[0]?.message).toBe(
      '"user" must be a text, but is a group of keys (put it in quotation marks)',
    );
  });

  it('says where in a simulation something is wrong', () => {
    const simulation = {
      format: 1,
      needs: {},
      cases: { late: { atoms: [{ id: 'a', role: 'fakt', say: { en: 'x', fr: 'y' } }] } },
    };
    expect(parseSimulation(simulation).issues).toEqual([
      {
        path: ['cases', 'late', 'atoms', 0, 'role'],
        key: false,
        message: '"fakt" cannot be the value of "role"; did you mean "fact"?',
      },
    ]);
  });
});
