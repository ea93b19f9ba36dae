import { afterAll, describe, expect, it } from 'vitest';
import { badAnswers, escapes, goodAnswers } from '../../../tests/support/code-outputs.ts';
import { NodeSandbox } from './node-sandbox.ts';

const sandbox = new NodeSandbox();
afterAll(() => (['javascript', 'sql'] as const).forEach((language) => sandbox.stop(language)));

describe('code from outputs, on the command line', () => {
  it.each([...goodAnswers, ...badAnswers, ...escapes])('$job.language: $name', ({ job, finds }) => {
    const { holds, reason, places } = sandbox.judge(job);
    expect(holds === true ? 'pass' : reason.code, JSON.stringify(reason)).toBe(finds);
    for (const { start, end } of places) expect(job.text.slice(start, end).trim()).not.toBe('');
  });

  it('gives up on what takes too long, and goes on with the next', () => {
    const hasty = new NodeSandbox(1);
    const { job } = escapes[0]!;
    expect(hasty.judge(job)).toMatchObject({ holds: 'unknown', reason: { code: 'code-not-run' } });
    hasty.stop(job.language);
    expect(sandbox.judge(goodAnswers[0]!.job).holds).toBe(true);
  });
});
