import { describe, expect, test } from 'vitest';
import { StoreError } from '#core/attempts/attempt-store.ts';
import type { RunEvent, RunRequest } from '#core/attempts/runner.ts';
import type { Grader } from '#core/grading/grader.ts';
import { MemoryAttemptStore } from '#services/attempts/memory-store.ts';
import { countingIds } from '#services/system/ids.ts';
import { FakeClock } from '#services/system/clock.ts';
import { OwnRunLocks } from '#services/system/run-locks.ts';
import { directGrader } from '../../../tests/support/direct-grader.ts';
import { ScriptedModel, type ScriptedCall } from '../../../tests/support/scripted-model.ts';
import { smallExercise } from '../../../tests/support/small-exercise.ts';
import { StreamingRunner } from './runner.ts';

const bundle = smallExercise();
const greets = (call: ScriptedCall) => void call.say('Hello').say(' there').finish();
const lastMessage = (call: ScriptedCall) => call.request.messages.at(-1)?.content ?? '';

function setup({ answer, grader = directGrader }: { answer?: (call: ScriptedCall) => void; grader?: Grader } = {}) {
  const store = new MemoryAttemptStore();
  const model = new ScriptedModel({ id: 'simulated-medium', ...(answer ? { answer } : {}) });
  const clock = new FakeClock();
  const locks = new OwnRunLocks();
  const runner = new StreamingRunner({
    attempts: store,
    model: () => model,
    grader,
    hold: (id) => locks.hold(id),
    newId: countingIds(),
    now: () => {
      clock.advance(1);
      return clock.now();
    },
  });
  const events: RunEvent[] = [];
  const abort = new AbortController();
  const run = (change: Partial<RunRequest> = {}) =>
    runner.run(
      {
        bundle,
        prompt: { system: '', turns: [], user: 'Greet {{name}}', parameters: {} },
        model: { id: 'simulated-medium', seed: 0 },
        samples: 2,
        ...change,
      },
      (event) => events.push(event),
      abort.signal,
    );
  return { store, model, runner, run, events, abort, locks };
}

test('a run stores every output and its grade, and ends as done', async () => {
  const { store, run, locks } = setup({ answer: greets });
  const end = await run();
  expect(end).toMatchObject({ status: 'done', grade: { score: 100, verdict: 'pass', heldOut: { total: 2 } } });
  const stored = await store.get('id-1');
  expect(stored).toMatchObject({ status: 'done', grade: { score: 100 } });
  expect(stored?.grade).not.toHaveProperty('samples');
  const outputs = await store.outputs('id-1');
  expect(outputs.map(({ id }) => id)).toEqual(['ann', 'bob', 'eve'].flatMap((id) => [`id-1/${id}/0`, `id-1/${id}/1`]));
  expect(outputs[0]).toMatchObject({ text: 'Hello there', score: 1, passed: true, finishReason: 'stop' });
  expect(await store.progress('everyone/greet')).toMatchObject({ state: 'passed', attempts: 1 });
  expect(await locks.held()).toEqual(new Set());
});

test('the attempt is stored before anything is shown of it, and its end before it is shown as done', async () => {
  const { store, run, events } = setup({ answer: greets });
  const order: string[] = [];
  const { begin, end } = store;
  store.begin = async (attempt) => (await begin.call(store, attempt), void order.push('begun'));
  store.end = async (attempt) => (await end.call(store, attempt), void order.push('ended'));
  const push = events.push.bind(events);
  events.push = (...given) => (order.push(...given.map(({ type }) => type)), push(...given));
  await run({ samples: 1 });
  expect(order.slice(0, 2)).toEqual(['begun', 'started']);
  expect(order.slice(-2)).toEqual(['ended', 'ended']);
  expect(order.filter((step) => step === 'stored')).toHaveLength(3);
});

test('shown cases are asked first, at most six at a time', async () => {
  const { run, model, abort } = setup();
  const ended = run({ samples: 4 });
  for (let call = 0; call < 6; call++) await model.nextCall();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(model.calls).toHaveLength(6);
  expect(model.calls.map(lastMessage).every((text) => !text.includes('Eve'))).toBe(true);
  abort.abort();
  await ended;
});

test('text arrives whole so far, sample by sample', async () => {
  const { run, events } = setup({ answer: greets });
  await run({ samples: 1 });
  const texts = events.flatMap((event) => (event.type === 'text' && event.case === 'ann' ? [event.text] : []));
  expect(texts).toEqual(['Hello', 'Hello there']);
});

test('one failed sample stops no other, and only it is drawn again', async () => {
  let failing = true;
  const answer = (call: ScriptedCall) =>
    failing && lastMessage(call).includes('Bob') && call.request.sample === 1 ? void call.fail() : greets(call);
  const { store, run, runner, model, events } = setup({ answer });
  const end = await run();
  expect(end).toMatchObject({ status: 'done', grade: { verdict: 'ungraded' } }); // a sixth is missing
  const failed = (await store.outputs('id-1')).filter(({ error }) => error);
  expect(failed.map(({ id, score }) => [id, score])).toEqual([['id-1/bob/1', undefined]]);

  failing = false;
  const calls = model.calls.length;
  if (end.status !== 'done') return;
  const again = await runner.retry(end.attempt, bundle, (event) => events.push(event), new AbortController().signal);
  expect(model.calls).toHaveLength(calls + 1);
  expect(again).toMatchObject({ status: 'done', grade: { verdict: 'pass', score: 100 } });
  expect((await store.outputs('id-1')).filter(({ error }) => error)).toEqual([]);
  expect(await store.progress('everyone/greet')).toMatchObject({ attempts: 1, state: 'passed' });
});

test('stopping keeps what arrived, whole or not, and ends the attempt as interrupted', async () => {
  const { store, run, model, abort } = setup();
  const ended = run({ samples: 1 });
  (await model.nextCall()).say('Hello').finish();
  (await model.nextCall()).say('Hel');
  await model.nextCall();
  await expect.poll(async () => (await store.outputs('id-1')).length).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 10));
  abort.abort();
  expect(await ended).toMatchObject({ status: 'stopped', grade: { verdict: 'ungraded' } });
  expect(model.calls.every(({ stopped }) => stopped)).toBe(true);
  expect(await store.get('id-1')).toMatchObject({ status: 'interrupted' });
  expect((await store.outputs('id-1')).map(({ text, score }) => [text, score])).toEqual([
    ['Hello', 1],
    ['Hel', undefined],
  ]);
  expect(await store.progress('everyone/greet')).toMatchObject({ state: 'started', bestScore: 0 });
});

test('an unchanged prompt pools its samples instead of drawing the same again', async () => {
  let calls = 0;
  const { store, run, model, events } = setup({
    answer: (call) => (++calls <= 3 ? void call.say('Go away').finish() : greets(call)),
  });
  expect(await run({ samples: 1 })).toMatchObject({ grade: { score: 0 } });
  const end = await run({ samples: 1 });
  expect(model.calls.map(({ request }) => request.sample)).toEqual([0, 0, 0, 1, 1, 1]);
  expect(end).toMatchObject({ attempt: { pooledFrom: ['id-1'] }, grade: { score: 50, shown: { total: 4 } } });
  expect(await store.outputs('id-2')).toHaveLength(6);
  const started = events.findLast((event) => event.type === 'started');
  expect(started).toMatchObject({ pooled: [{ attempt: 'id-1' }, { attempt: 'id-1' }, { attempt: 'id-1' }] });
});

test.each([
  ['the prompt', { prompt: { system: '', turns: [], user: 'Welcome {{name}}', parameters: {} } }],
  ['a parameter', { prompt: { system: '', turns: [], user: 'Greet {{name}}', parameters: { temperature: 1 } } }],
  ['the seed', { model: { id: 'simulated-medium', seed: 1 } }],
  ['the size', { model: { id: 'simulated-large', seed: 0 } }],
  ['a check', { bundle: smallExercise({ threshold: 50 }) }],
])('a change of %s pools nothing', async (_, change: Partial<RunRequest>) => {
  const { run } = setup({ answer: greets });
  await run({ samples: 1 });
  const end = await run({ samples: 1, ...change });
  expect(end.status === 'done' && end.attempt.pooledFrom).toBe(undefined);
});

describe('when something below breaks', () => {
  test('a full disk at the start shows nothing and says so', async () => {
    const { store, run, events } = setup({ answer: greets });
    store.begin = () => Promise.reject(new StoreError('full'));
    expect(await run()).toEqual({ status: 'failed', failure: { kind: 'storage', failure: 'full' } });
    expect(events).toEqual([]);
  });

  test('a disk that fills up on the way ends the run, and the attempt does not run for ever', async () => {
    const { store, run, locks } = setup({ answer: greets });
    const { addOutputs } = store;
    let room = 2;
    store.addOutputs = (outputs) =>
      room-- > 0 ? addOutputs.call(store, outputs) : Promise.reject(new StoreError('full'));
    expect(await run()).toMatchObject({ status: 'failed', failure: { kind: 'storage', failure: 'full' } });
    expect(await store.get('id-1')).toMatchObject({ status: 'interrupted' });
    expect(await store.outputs('id-1')).toHaveLength(2);
    expect(await locks.held()).toEqual(new Set());
  });

  test('a grader that crashes once is asked again', async () => {
    let crashes = 1;
    const grade: Grader['grade'] = (...given) =>
      crashes-- > 0 ? Promise.reject(new Error('crashed')) : directGrader.grade(...given);
    const { run } = setup({ answer: greets, grader: { ...directGrader, grade } });
    expect(await run()).toMatchObject({ status: 'done', grade: { score: 100, ungraded: 0 } });
  });

  test('an answer on which it always crashes could not be graded, and never passes', async () => {
    const grade: Grader['grade'] = () => Promise.reject(new Error('crashed'));
    const { run, store } = setup({ answer: greets, grader: { ...directGrader, grade } });
    expect(await run()).toMatchObject({ status: 'done', grade: { verdict: 'ungraded' } });
    expect((await store.outputs('id-1'))[0]?.results).toMatchObject([
      { outcome: 'ungraded', reason: { code: 'check-broke' } },
    ]);
  });

  test.each([
    [
      'ends without a finish',
      async function* () {
        yield { type: 'text-delta' as const, text: 'Hel' };
      },
      'broken-stream',
    ],
    [
      'throws',
      async function* () {
        yield { type: 'text-delta' as const, text: 'Hel' };
        throw new Error('a bug');
      },
      'internal',
    ],
  ])('a stream that %s fails its sample only', async (_, stream, kind) => {
    const { run, store, model } = setup();
    model.stream = stream;
    expect(await run({ samples: 1 })).toMatchObject({ status: 'done' });
    expect((await store.outputs('id-1'))[0]).toMatchObject({ text: 'Hel', error: { kind } });
  });
});

describe('a chain', () => {
  const step = (user: string) => ({ system: '', turns: [], user, parameters: {} });
  const steps = [
    { id: 'draft', gives: 'draft', weight: 1 },
    { id: 'letter', weight: 1 },
  ];
  const chain = smallExercise({ kind: 'chain', steps });
  const prompt = { ...step('Draft for {{name}}'), later: [step('Polish: {{draft}}')] };
  const inTurn = (call: ScriptedCall) =>
    void call
      .say(lastMessage(call).startsWith('Draft') ? 'hello' : `Hello there, from “${lastMessage(call)}”`)
      .finish();

  test('is drawn step after step, each fed by the last, and keeps what every step wrote', async () => {
    const { store, run, model, events } = setup({ answer: inTurn });
    const end = await run({ bundle: chain, prompt, samples: 1 });
    expect(end).toMatchObject({ status: 'done', grade: { verdict: 'pass' } });
    expect(model.calls).toHaveLength(6);
    const [first] = await store.outputs('id-1');
    expect(first).toMatchObject({
      text: 'Hello there, from “Polish: hello”',
      steps: [{ step: 'draft', text: 'hello' }],
      passed: true,
    });
    const ofAnn = events.filter((event) => 'case' in event && event.case === 'ann');
    expect(ofAnn.map(({ type }) => type)).toEqual(['text', 'stepped', 'text', 'answered']);
    expect(await store.get('id-1')).toMatchObject({ prompt: { later: [{ user: 'Polish: {{draft}}' }] } });
  });

  test('a step with nothing in it costs no call and passes on what it was given', async () => {
    const { store, run, model } = setup({ answer: greets });
    await run({ bundle: chain, prompt: step('Draft for {{name}}'), samples: 1 });
    expect(model.calls).toHaveLength(3);
    expect((await store.outputs('id-1'))[0]).toMatchObject({
      text: 'Hello there',
      steps: [{ step: 'draft', text: 'Hello there' }],
    });
  });

  test('that breaks off in the second step keeps what the first wrote, without a grade', async () => {
    const { store, run } = setup({
      answer: (call) => (lastMessage(call).startsWith('Draft') ? inTurn(call) : void call.say('Hel').fail()),
    });
    await run({ bundle: chain, prompt, samples: 1 });
    const [first] = await store.outputs('id-1');
    expect(first).toMatchObject({ text: 'Hel', steps: [{ step: 'draft', text: 'hello' }], results: [] });
    expect(first?.error).toBeDefined();
    expect(first?.score).toBe(undefined);
  });

  test('pools only with the same prompts in all of its steps', async () => {
    const { run } = setup({ answer: inTurn });
    await run({ bundle: chain, prompt, samples: 1 });
    const other = await run({ bundle: chain, prompt: { ...prompt, later: [step('Shorten: {{draft}}')] }, samples: 1 });
    expect(other.status === 'done' && other.attempt.pooledFrom).toBe(undefined);
    const same = await run({ bundle: chain, prompt, samples: 1 });
    expect(same.status === 'done' && same.attempt.pooledFrom).toEqual(['id-1']);
  });
});

test('outputs of hostile and honest cases say which they are, so that a stored attempt is graded as it was', async () => {
  const defend = smallExercise({ kind: 'defend' });
  defend.exercise.cases.forEach((one, index) => (one.hostile = index % 2 === 0));
  const { store, run } = setup({ answer: greets });
  const end = await run({ bundle: defend, samples: 1 });
  expect(end).toMatchObject({ grade: { hostile: { total: 2 }, benign: { total: 1 } } });
  expect((await store.get('id-1'))?.grade).toHaveProperty('benign');
  const outputs = await store.outputs('id-1');
  const hostile = defend.exercise.cases.map(({ id }) => outputs.find((output) => output.case === id)?.hostile);
  expect(hostile).toEqual([true, false, true]);
});
