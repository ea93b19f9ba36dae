import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badAnswers, escapes, goodAnswers } from '../../tests/support/code-outputs.ts';
import { smallExercise } from '../../tests/support/small-exercise.ts';
import { PracticeWorker } from './practice-client.ts';
import { SandboxWorkers } from './sandbox-client.ts';

const mostTimeInMs = 60_000;
const sandbox = new SandboxWorkers(undefined, mostTimeInMs);
// The development server makes the workers when they are first asked for.
beforeAll(() => Promise.all([goodAnswers[0]!, goodAnswers.at(-1)!].map(({ job }) => sandbox.judge(job))), mostTimeInMs);
afterAll(() => sandbox.stop());

describe('code from outputs, in the page', () => {
  it.each([...goodAnswers, ...badAnswers, ...escapes])(
    '$job.language: $name',
    async ({ job, finds }) => {
      const { holds, reason } = await sandbox.judge(job);
      expect(holds === true ? 'pass' : reason.code, JSON.stringify(reason)).toBe(finds);
    },
    mostTimeInMs,
  );

  it('gives up on what takes too long, and goes on with the next', async () => {
    const hasty = new SandboxWorkers(undefined, 1);
    const late = hasty.judge(escapes[0]!.job);
    await expect(late).resolves.toMatchObject({ holds: 'unknown', reason: { code: 'code-not-run' } });
    hasty.stop();
    await expect(sandbox.judge(goodAnswers[0]!.job)).resolves.toMatchObject({ holds: true });
  });
});

it(
  'the worker that grades asks the one that runs code',
  async () => {
    const check = { weight: 1, mustHave: false, form: 'lenient', tolerance: 0 } as const;
    const bundle = smallExercise({
      checks: [
        { ...check, id: 'adds', type: 'javascript-passes', function: 'add', tests: [{ call: [1, 2], gives: 3 }] },
        { ...check, id: 'row', type: 'sql-result', tables: 'create table t (a)', value: [[1]], ordered: false },
      ],
    });
    const worker = new PracticeWorker();
    const output = '```js\nconst add = (a, b) => a + b;\n```\n\n```sql\nselect 2\n```';
    const grade = await worker.grade(bundle, { case: 'ann', sample: 0, output });
    worker.stop();
    expect(grade).toMatchObject({ score: 0.5, results: [{ outcome: 'pass' }, { reason: { code: 'row-missing' } }] });
    expect(output.slice(grade.results[1]!.places[0]!.start, grade.results[1]!.places[0]!.end)).toBe('select 2\n');
  },
  mostTimeInMs,
);
