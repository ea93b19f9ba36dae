import { describe, expect, it } from 'vitest';
import { estimateOpinion, type OpinionQuestion } from '#core/grading/opinion.ts';
import { ScriptedModel } from '../../../tests/support/scripted-model.ts';
import { SimulatedModel } from '../models/simulated/simulated-model.ts';
import { askOpinion } from './opinion-runner.ts';

const question: OpinionQuestion = {
  kind: 'pair',
  task: [{ role: 'user', content: 'Refuse the refund.' }],
  rubric: 'Refuses, and says why.',
  answers: ['No.', 'No, because 68 days have passed.'],
  language: 'en',
};
const choice = { id: 'mine/gpt-4o', seed: 0 };
const stopper = () => new AbortController();

function judge(replies: string[]) {
  const model = new ScriptedModel({ id: choice.id, answer: (call) => call.say(replies.shift() ?? '').finish() });
  return { model, ask: (signal = stopper().signal) => askOpinion(model, choice, question, { now: () => 5, signal }) };
}

describe('a second opinion', () => {
  it('is asked for in both orders, without luck', async () => {
    const { model, ask } = judge(['It says why.\nVERDICT: SECOND', 'It says why.\nVERDICT: FIRST']);
    expect(await ask()).toMatchObject({
      ok: true,
      opinion: { kind: 'pair', verdict: 'second', at: 5, model: choice, rounds: [{ reason: 'It says why.' }, {}] },
    });
    expect(model.calls).toHaveLength(2);
    expect(model.calls.every(({ request }) => request.parameters.temperature === 0)).toBe(true);
  });

  it('is undecided when the order decides', async () => {
    expect(await judge(['VERDICT: FIRST', 'VERDICT: FIRST']).ask()).toMatchObject({
      opinion: { verdict: 'undecided' },
    });
    expect(await judge(['VERDICT: FIRST', 'Hard to say.']).ask()).toMatchObject({ opinion: { verdict: 'undecided' } });
  });

  it('tells of a failure, and of nothing when it is stopped', async () => {
    const failing = new ScriptedModel({ answer: (call) => call.fail({ kind: 'rate-limited' }) });
    const { signal } = stopper();
    expect(await askOpinion(failing, choice, question, { now: () => 0, signal })).toMatchObject({
      ok: false,
      error: { kind: 'rate-limited' },
    });
    expect(await judge([]).ask(AbortSignal.abort())).toEqual({ ok: false });
  });

  it('is never a simulated one', async () => {
    const simulated = new SimulatedModel({ size: 'large', complete: () => Promise.reject(new Error('not asked')) });
    const asking = askOpinion(simulated, choice, question, { now: () => 0, signal: stopper().signal });
    await expect(asking).rejects.toThrow('simulated');
  });

  it('says before what it will take', () => {
    const price = { currency: 'USD', inputPerMillion: 1_000_000, outputPerMillion: 0 };
    const estimate = estimateOpinion(question, { id: choice.id, simulated: false, price });
    expect(estimate).toMatchObject({ calls: 2, cost: { kind: 'known', amount: estimate.inputTokens } });
    expect(estimate.inputTokens).toBeGreaterThan(200);
  });
});
