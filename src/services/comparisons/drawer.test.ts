import { describe, expect, test } from 'vitest';
import { someVariant } from '../../../tests/support/comparisons.ts';
import { directGrader } from '../../../tests/support/direct-grader.ts';
import { ScriptedModel, type ScriptedCall } from '../../../tests/support/scripted-model.ts';
import { smallExercise } from '../../../tests/support/small-exercise.ts';
import type { DrawEvent, DrawRequest } from '#core/comparisons/draw.ts';
import { StreamingDrawer } from './drawer.ts';

const bundle = smallExercise();
const variant = someVariant('a', { prompt: { system: 'Be kind', turns: [], user: 'Greet {{name}}', parameters: {} } });

function setup(answer?: (call: ScriptedCall) => void) {
  const model = new ScriptedModel({ id: 'simulated-medium', ...(answer ? { answer } : {}) });
  let clock = 0;
  const drawer = new StreamingDrawer({
    model: ({ id }) => {
      if (id !== model.id) throw new Error('none such');
      return model;
    },
    grader: directGrader,
    now: () => 5_000,
    elapsed: () => (clock += 10),
  });
  const events: DrawEvent[] = [];
  const abort = new AbortController();
  const draw = (change: Partial<DrawRequest> = {}) =>
    drawer.draw(
      { owner: 'one', variant, case: bundle.exercise.cases[0]!, sample: 0, bundle, ...change },
      (event) => events.push(event),
      abort.signal,
    );
  return { model, draw, events, abort };
}

test('an answer is streamed, then graded by the checks of the exercise', async () => {
  const { model, draw, events } = setup((call) => void call.say('Hello').say(' Ann').finish());
  expect(await draw()).toMatchObject({
    id: 'one/a/ann/0',
    status: 'whole',
    text: 'Hello Ann',
    finishReason: 'stop',
    score: 100,
    passed: true,
    at: 5_000,
  });
  expect(events).toEqual([
    { type: 'first-token', afterInMs: 10 },
    { type: 'text', text: 'Hello' },
    { type: 'text', text: 'Hello Ann' },
    { type: 'answered' },
  ]);
  expect(model.calls[0]?.request.messages).toEqual([
    { role: 'system', content: 'Be kind' },
    { role: 'user', content: 'Greet Ann' },
  ]);
});

test('without an exercise nothing grades it', async () => {
  const { draw } = setup((call) => void call.say('Hello').finish());
  const output = await draw({ bundle: undefined, case: { id: 'case-1', values: { name: 'Zoë' } } });
  expect(output).toMatchObject({ status: 'whole', results: [] });
  expect(output).not.toHaveProperty('score');
});

describe('what goes wrong is in the output, with the text that had arrived', () => {
  const faults: [string, (call: ScriptedCall) => void, object][] = [
    ['429', (call) => void call.fail({ kind: 'rate-limited' }), { text: '', error: { kind: 'rate-limited' } }],
    [
      '500',
      (call) => void call.say('Hel').fail({ kind: 'overloaded' }),
      { text: 'Hel', error: { kind: 'overloaded' } },
    ],
    [
      'drop mid-stream',
      (call) => void call.say('Hel').fail({ kind: 'broken-stream' }),
      { text: 'Hel', error: { kind: 'broken-stream' } },
    ],
    [
      'a provider that throws',
      (call) => {
        call.say('Hel');
        throw new Error('boom');
      },
      { error: { kind: 'internal', detail: 'boom' } },
    ],
  ];
  test.each(faults)('%s', async (_, answer, expected) => {
    const output = await setup(answer).draw();
    expect(output).toMatchObject({ status: 'partial', ...expected });
    expect(output).not.toHaveProperty('score');
  });

  test('a model that is not there', async () => {
    const { draw } = setup();
    const output = await draw({ variant: { ...variant, model: { id: 'gone', seed: 0 } }, continueFrom: 'Hel' });
    expect(output).toMatchObject({ status: 'partial', text: 'Hel', error: { kind: 'model-not-found' } });
  });

  test('stopped by the person: no error, and the time it took', async () => {
    const { model, draw, abort } = setup();
    const drawing = draw();
    const call = await model.nextCall();
    call.say('Hel');
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve));
    abort.abort();
    const output = await drawing;
    expect(output).toMatchObject({ status: 'partial', text: 'Hel', timings: { firstTokenInMs: 10, totalInMs: 20 } });
    expect(output).not.toHaveProperty('error');
  });
});

test('what goes on is sent as the beginning of the answer, and graded as a whole', async () => {
  const { model, draw, events } = setup((call) => void call.say('lo Ann').finish());
  const output = await draw({ continueFrom: 'Hel' });
  expect(model.calls[0]?.request.messages.at(-1)).toEqual({ role: 'assistant', content: 'Hel' });
  expect(output).toMatchObject({ text: 'Hello Ann', status: 'whole', score: 100 });
  expect(output.usage?.outputTokens).toBeGreaterThan(2);
  expect(events).toContainEqual({ type: 'text', text: 'Hello Ann' });
});
