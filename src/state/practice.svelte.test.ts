import { flushSync } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import { StoreError } from '#core/attempts/attempt-store.ts';
import { directGrader } from '../../tests/support/direct-grader.ts';
import { ScriptedModel, type ScriptedCall } from '../../tests/support/scripted-model.ts';
import { smallExercise } from '../../tests/support/small-exercise.ts';
import { StoredDraftKeeper } from '#services/attempts/draft-keeper.ts';
import { MemoryAttemptStore } from '#services/attempts/memory-store.ts';
import { StreamingRunner } from '#services/grading/runner.ts';
import { FakeClock } from '#services/system/clock.ts';
import { countingIds } from '#services/system/ids.ts';
import { Practice } from './practice.svelte.ts';

const bundle = smallExercise();

/** Says hello when it is told to, else something rude. */
const obeys = (call: ScriptedCall) =>
  void call.say(call.request.messages.at(-1)?.content.includes('hello') ? 'Hello, friend' : 'Go away').finish();

function ground(answer: (call: ScriptedCall) => void = obeys) {
  localStorage.clear();
  const store = new MemoryAttemptStore();
  const clock = new FakeClock();
  const now = () => {
    clock.advance(1);
    return clock.now();
  };
  const model = new ScriptedModel({ id: 'simulated-medium', answer });
  const newId = countingIds();
  const open = async (id = 'everyone/greet') => {
    const drafts = new StoredDraftKeeper({ attempts: store });
    const runner = new StreamingRunner({
      attempts: store,
      model: () => model,
      grader: directGrader,
      hold: () => () => {},
      newId,
      now,
    });
    const explainer = {
      preload: () => {},
      explain: async () => ({
        text: 'Go away',
        finishReason: 'stop' as const,
        explanation: {
          instructions: [{ id: 'i', span: { message: 0, start: 0, end: 9 }, kind: 'task', params: {} }],
          unread: [],
          decisions: [{ id: 'd', outcome: 'obeyed' as const, topic: 'task', params: {}, instruction: 'i', output: [] }],
        },
      }),
    };
    const models = { chosen: { id: 'simulated-medium' }, isGone: () => false };
    const library = {
      load: async (wanted: string) => {
        if (wanted === 'everyone/greet') return bundle;
        throw Object.assign(new Error(wanted), { name: wanted === 'none' ? 'UnknownExerciseError' : 'TypeError' });
      },
    };
    let practice!: Practice;
    const stop = $effect.root(() => {
      practice = new Practice(
        { library, attempts: store, drafts, runner, grader: directGrader, explainer, models, now },
        id,
      );
      // what a page would read all the time
      $effect(() => void [practice.attempts.list, practice.standing.open, practice.cases, practice.problem]);
    });
    onTestFinished(() => {
      practice.dispose();
      stop();
    });
    await expect.poll(() => practice.loading.status).not.toBe('loading');
    flushSync();
    return practice;
  };
  return { store, model, open };
}

test('a newcomer finds the starter, and what the exercise offers', async () => {
  const practice = await ground().open();
  expect(practice.editor.prompt.user).toBe('Greet {{name}}');
  expect(practice.editor.variables).toEqual([
    { name: 'name', shared: false, example: 'Ann' },
    { name: 'house', shared: true, example: 'Rules of the house' },
  ]);
  expect(practice.editor.unused).toEqual(['house']);
  expect(practice.estimate.calls).toBe(6);
  expect(practice.cases.map(({ id }) => id)).toEqual(['ann', 'bob', 'eve']);
});

test('what keeps a prompt from being run is said with its place', async () => {
  const { open, model } = ground();
  const practice = await open();
  practice.editor.setUser('Greet {{nam}} and {{oops');
  const unclosed = { step: 0, code: 'unclosed-variable', place: { part: 'user' }, span: { start: 18, end: 20 } };
  const unknown = {
    step: 0,
    code: 'unknown-variable',
    name: 'nam',
    place: { part: 'user' },
    span: { start: 6, end: 13 },
  };
  expect(practice.editor.blockers).toHaveLength(2);
  expect(practice.editor.blockers).toEqual(expect.arrayContaining([unclosed, unknown]));
  practice.editor.setUser('  ');
  expect(practice.editor.blockers).toEqual([{ step: 0, code: 'empty-prompt' }]);
  expect(practice.canRun).toBe(false);
  await practice.start();
  expect(model.calls).toHaveLength(0);
});

test('held-out outputs and data are kept from view until the exercise is passed', async () => {
  const practice = await ground().open();
  await practice.start();
  flushSync();
  expect(practice.run.state).toMatchObject({ status: 'done', progress: { done: 6, total: 6 } });
  expect(practice.attempts.grade).toMatchObject({ score: 0, verdict: 'fail' });
  const [ann, , eve] = practice.cases;
  expect(ann?.samples[0]).toMatchObject({
    text: 'Go away',
    results: [{ outcome: 'fail', reason: expect.anything() as object }],
  });
  expect(eve).toMatchObject({ concealed: true, values: {} });
  expect(eve?.samples[0]).toEqual({
    case: 'eve',
    sample: 0,
    heldOut: true,
    status: 'done',
    concealed: true,
    text: '',
    pooled: false,
    score: 0,
    passed: false,
    results: [{ check: 'greets', outcome: 'fail', places: [] }],
  });
  expect(JSON.stringify([practice.attempts.grade, practice.cases])).not.toContain('Eve');
  expect(practice.ladder).toEqual([]);

  practice.editor.setUser('Say hello to {{name}}');
  await practice.start();
  flushSync();
  expect(practice.attempts.grade).toMatchObject({ verdict: 'pass' });
  expect(practice.standing.open).toBe(true);
  expect(practice.cases[2]).toMatchObject({ concealed: false, values: { name: 'Eve' } });
  expect(practice.cases[2]?.samples[0]?.text).toBe('Hello, friend');
  expect(practice.ladder).toHaveLength(2);
});

test('a second attempt is compared with the one before it', async () => {
  const practice = await ground().open();
  await practice.start();
  expect(practice.attempts.change).toBeUndefined();
  practice.editor.setUser('Say hello to {{name}}');
  await practice.start();
  expect(practice.attempts.previous?.id).toBe('id-1');
  expect(practice.attempts.change).toMatchObject({ score: 100, gained: ['greets'] });
});

test('giving up opens everything, at once and after a reload; hints come one at a time', async () => {
  const { open } = ground();
  const practice = await open();
  await practice.standing.showHint(2);
  await practice.standing.showHint(2);
  await practice.standing.showHint(2);
  expect(practice.standing.hintsShown).toBe(2);
  await practice.standing.giveUp();
  expect(practice.standing.open).toBe(true);
  expect(practice.standing.passed).toBe(false);
  const again = await open();
  await expect.poll(() => again.standing.open).toBe(true);
  expect(again.standing.hintsShown).toBe(2);
});

test('after a reload the draft is in the editor and the last attempt in view', async () => {
  const { open } = ground();
  const practice = await open();
  await practice.start();
  practice.editor.setUser('Half a thou');
  expect(practice.editor.draftStatus).toBe('saving');
  await expect.poll(() => practice.editor.draftStatus).toBe('saved');

  const again = await open();
  await expect.poll(() => again.attempts.viewed?.id).toBe('id-1');
  expect(again.editor.prompt.user).toBe('Half a thou');
  expect(again.viewedIsCurrent).toBe(false);
  expect(again.attempts.grade).toMatchObject({ score: 0 });
  expect(again.cases[0]?.samples[0]?.text).toBe('Go away');
  again.editor.replace(again.attempts.viewed!.prompt);
  expect(again.editor.prompt.user).toBe('Greet {{name}}');
  expect(again.viewedIsCurrent).toBe(true);
});

test('stopping keeps what arrived', async () => {
  const { open, model } = ground();
  const never = new ScriptedModel();
  model.stream = never.stream.bind(never);
  const practice = await open();
  const done = practice.start();
  (await never.nextCall()).say('Hello');
  await expect.poll(() => practice.cases[0]?.samples[0]?.text).toBe('Hello');
  expect(practice.cases[0]?.samples[0]?.status).toBe('streaming');
  practice.stop();
  expect(practice.run.state).toMatchObject({ status: 'running', stopping: true });
  await done;
  expect(practice.run.state).toMatchObject({ status: 'stopped', attempt: { status: 'interrupted' } });
  expect(practice.cases[0]?.samples[0]).toMatchObject({ status: 'missing', text: 'Hello' });
  expect(practice.cases[2]?.samples.map(({ status }) => status)).toEqual(['missing', 'missing']);
});

test('a deleted attempt comes back with undo', async () => {
  const practice = await ground().open();
  await practice.start();
  await expect.poll(() => practice.attempts.list.length).toBe(1);
  await practice.attempts.delete('id-1');
  await expect.poll(() => practice.attempts.list.length).toBe(0);
  expect(practice.attempts.deleted?.id).toBe('id-1');
  await practice.attempts.undoDelete();
  await expect.poll(() => practice.attempts.list.length).toBe(1);
  expect(practice.attempts.deleted).toBeUndefined();
});

test('the x-ray lies on the prompt as it was typed, and says when the model changed since', async () => {
  const practice = await ground().open();
  await practice.start();
  await practice.explain({ case: 'ann', sample: 0 });
  expect(practice.xray.state).toMatchObject({
    status: 'ready',
    view: {
      outdated: false,
      read: [
        {
          places: [
            { part: 'user', span: { start: 0, end: 6 } },
            { part: 'user', span: { start: 6, end: 14 }, variable: 'name' },
          ],
          decisions: [{ id: 'd' }],
        },
      ],
    },
  });
  await practice.explain({ case: 'eve', sample: 0 });
  expect(practice.xray.state).toEqual({ status: 'unavailable', reason: 'concealed' });
});

test('storage that refuses is told, and the page goes on', async () => {
  const { open, store } = ground();
  const practice = await open();
  store.begin = () => Promise.reject(new StoreError('full'));
  await practice.start();
  expect(practice.run.state).toMatchObject({ status: 'failed', failure: { kind: 'storage', failure: 'full' } });
  store.giveUp = () => Promise.reject(new StoreError('newer-version'));
  await practice.standing.giveUp();
  expect(practice.problem).toBe('newer-version');
});

test.each([
  ['none', 'unknown'],
  ['offline', 'unreachable'],
])('an exercise that is not there (%s) is said to be %s', async (id, reason) => {
  const practice = await ground().open(id);
  expect(practice.loading).toEqual({ status: 'failed', reason });
});
