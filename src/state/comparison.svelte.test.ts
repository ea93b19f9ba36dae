import { flushSync } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import { StoreError } from '#core/attempts/attempt-store.ts';
import type { Comparison } from '#core/comparisons/comparison.ts';
import { StreamingDrawer } from '#services/comparisons/drawer.ts';
import { StoredComparisonKeeper } from '#services/comparisons/keeper.ts';
import { MemoryAttemptStore } from '#services/attempts/memory-store.ts';
import { StoredDraftKeeper } from '#services/attempts/draft-keeper.ts';
import { MemoryComparisonStore } from '#services/comparisons/memory-store.ts';
import { FakeClock } from '#services/system/clock.ts';
import { countingIds } from '#services/system/ids.ts';
import { ended, someAttempt, someOutput } from '../../tests/support/attempts.ts';
import { someComparison, someComparisonOutput, someVariant } from '../../tests/support/comparisons.ts';
import { directGrader } from '../../tests/support/direct-grader.ts';
import { ScriptedModel, type ScriptedCall } from '../../tests/support/scripted-model.ts';
import { smallExercise } from '../../tests/support/small-exercise.ts';
import { ComparisonDesk, type ComparisonServices } from './comparison.svelte.ts';
import { beginComparison, type Beginning } from './comparison-start.ts';

const bundle = smallExercise();
const prompt = (user: string) => ({ system: '', turns: [], user, parameters: {} });

function ground() {
  localStorage.clear();
  const attempts = new MemoryAttemptStore();
  const comparisons = new MemoryComparisonStore();
  const clock = new FakeClock();
  const model = new ScriptedModel({ id: 'simulated-medium' });
  const services: ComparisonServices = {
    library: {
      load: async (wanted) => {
        if (wanted === 'everyone/greet') return bundle;
        throw Object.assign(new Error(wanted), { name: 'UnknownExerciseError' });
      },
    },
    attempts,
    drafts: new StoredDraftKeeper({ attempts }),
    comparisons,
    keeper: new StoredComparisonKeeper({ comparisons }),
    drawer: new StreamingDrawer({ model: () => model, grader: directGrader, now: clock.now }),
    models: [{ id: 'simulated-medium', simulated: true }],
    newId: countingIds(),
    now: () => {
      clock.advance(1);
      return clock.now();
    },
  };
  const look = async (subject: ConstructorParameters<typeof ComparisonDesk>[1]) => {
    let desk!: ComparisonDesk;
    const stop = $effect.root(() => {
      desk = new ComparisonDesk(services, subject);
      // what a page would read all the time
      $effect(
        () =>
          void [
            desk.cases.open,
            desk.panes.varies,
            desk.cases.variables,
            desk.comparison?.panes.map(({ id }) => desk.outputs(id)),
          ],
      );
    });
    onTestFinished(() => {
      desk.dispose();
      stop();
    });
    await expect.poll(() => desk.loading.status).not.toBe('loading');
    flushSync();
    return desk;
  };
  const open = async (change: Partial<Comparison> = {}) => {
    const comparison = someComparison({
      subject: { kind: 'exercise', exercise: 'everyone/greet' },
      case: 'ann',
      panes: ['a', 'b', 'c'].map((id) => someVariant(id, { prompt: prompt(`Greet {{name}} ${id}`) })),
      ...change,
    });
    await comparisons.save(comparison);
    return look({ id: comparison.id });
  };
  /** The call that a pane made, whichever came first. */
  const calls = async (count: number) => {
    const taken: ScriptedCall[] = [];
    while (taken.length < count) taken.push(await model.nextCall());
    return (pane: string) => taken.find(({ request }) => request.messages.at(-1)?.content.endsWith(` ${pane}`))!;
  };
  const begin = (beginning: Beginning) =>
    beginComparison(services, beginning, {
      language: 'en',
      scratch: 'New',
      exercise: (title) => `${title}: compared`,
      attempt: ({ id }) => `attempt ${id}`,
    });
  return { services, attempts, comparisons, model, open, look, calls, begin };
}

const texts = (desk: ComparisonDesk) =>
  ['a', 'b', 'c'].map((id) => desk.outputs(id).map(({ status, text }) => `${status}: ${text}`)[0]);

test('all panes are asked together, and one that fails stops no other', async () => {
  const { open, calls, comparisons } = ground();
  const desk = await open();
  const run = desk.start();
  const of = await calls(3);
  expect(desk.run.running).toBe(true);
  of('a').say('Hel').fail({ kind: 'broken-stream' });
  of('b').fail({ kind: 'rate-limited' });
  of('c').say('Hello').finish();
  await run;
  expect(texts(desk)).toEqual(['partial: Hel', 'partial: ', 'whole: Hello']);
  expect(desk.outputs('b')[0]?.stored?.error).toMatchObject({ kind: 'rate-limited' });
  expect(desk.outputs('c')[0]?.stored).toMatchObject({ score: 100, passed: true });
  expect((await comparisons.outputs('one')).map(({ variant, status, text }) => [variant, status, text])).toEqual([
    ['a', 'partial', 'Hel'],
    ['b', 'partial', ''],
    ['c', 'whole', 'Hello'],
  ]);
});

test('a pane is stopped alone, and goes on from where it was', async () => {
  const { open, calls, model } = ground();
  const desk = await open();
  const run = desk.start();
  const of = await calls(3);
  of('a').say('Hel');
  await expect.poll(() => desk.outputs('a')[0]?.text).toBe('Hel');
  desk.stop('a');
  for (const pane of ['b', 'c']) of(pane).say('Hello').finish();
  await run;
  expect(texts(desk)).toEqual(['partial: Hel', 'whole: Hello', 'whole: Hello']);
  const going = desk.continueFrom(desk.outputs('a')[0]!);
  const call = await model.nextCall();
  expect(call.request.messages.at(-1)).toEqual({ role: 'assistant', content: 'Hel' });
  call.say('lo').finish();
  await going;
  expect(texts(desk)[0]).toBe('whole: Hello');
});

test('stopped before anything came, the answer from before is back', async () => {
  const { open, comparisons } = ground();
  await comparisons.addOutputs([someComparisonOutput('one', 'a', { case: 'ann', text: 'From before' })]);
  const desk = await open();
  const run = desk.start();
  desk.stop();
  await run;
  expect(texts(desk)).toEqual(['whole: From before', undefined, undefined]);
});

test('what has arrived when the page goes is stored as partial, and never lands on the whole answer', async () => {
  const { open, calls, comparisons } = ground();
  const desk = await open();
  const run = desk.start();
  const of = await calls(3);
  of('a').say('Hel');
  await expect.poll(() => desk.outputs('a')[0]?.text).toBe('Hel');
  await desk.save();
  expect(await comparisons.outputs('one')).toMatchObject([{ variant: 'a', status: 'partial', text: 'Hel' }]);
  void desk.save();
  for (const pane of ['a', 'b', 'c']) of(pane).say('lo, hello').finish();
  await run;
  expect((await comparisons.outputs('one')).map(({ status }) => status)).toEqual(['whole', 'whole', 'whole']);
});

test('what a page that died left is taken up, unless something newer is stored', async () => {
  const { services, comparisons, open } = ground();
  const partial = (variant: string, at: number) =>
    someComparisonOutput('one', variant, { case: 'ann', status: 'partial', text: `left ${variant}`, at });
  await comparisons.addOutputs([
    someComparisonOutput('one', 'a', { case: 'ann', text: 'newer', at: 9 }),
    someComparisonOutput('one', 'b', { case: 'ann', text: 'older', at: 2 }),
  ]);
  services.keeper.leave('one', [partial('a', 5), partial('b', 5), partial('c', 5)]);
  const desk = await open();
  expect(texts(desk)).toEqual(['whole: newer', 'partial: left b', 'partial: left c']);
  expect((await comparisons.outputs('one')).map(({ text }) => text)).toEqual(['newer', 'left b', 'left c']);
});

test('an answer is out of date once its pane is edited, and no longer when the edit is taken back', async () => {
  const { open, calls } = ground();
  const desk = await open();
  const run = desk.start();
  const of = await calls(3);
  for (const pane of ['a', 'b', 'c']) of(pane).say('Hello').finish();
  await run;
  const stale = () => ['a', 'b'].map((id) => desk.isStale(id, desk.outputs(id)[0]!));
  expect(stale()).toEqual([false, false]);
  desk.panes.setWording('a', (wording) => ({ ...wording, system: 'Be kind' }));
  expect(stale()).toEqual([true, false]);
  desk.panes.setWording('a', (wording) => ({ ...wording, system: '' }));
  expect(stale()).toEqual([false, false]);
});

test('answers out of date give way to newer ones, and hold no case', async () => {
  const { open, model, comparisons } = ground();
  await comparisons.addOutputs(
    [0, 1].map((sample) =>
      someComparisonOutput('one', 'a', { case: 'ann', sample, text: `old ${sample}`, passed: true }),
    ),
  );
  const desk = await open();
  expect(desk.outputs('a').map(({ text }) => text)).toEqual(['old 0', 'old 1']);
  expect(desk.casesHeld('a')).toEqual({ held: 0, total: 0 });
  const run = desk.startPane('a');
  (await model.nextCall()).say('Hello').finish();
  await run;
  expect(desk.outputs('a').map(({ text }) => text)).toEqual(['Hello']);
  expect(desk.casesHeld('a')).toEqual({ held: 1, total: 1 });
});

test('what an exercise that is gone had drawn can still be read, and not be run', async () => {
  const { open, comparisons } = ground();
  await comparisons.addOutputs([someComparisonOutput('one', 'b', { case: 'late', text: 'Of old' })]);
  const desk = await open({ subject: { kind: 'exercise', exercise: 'gone/away' }, case: 'late' });
  expect(desk.bundle).toBeUndefined();
  expect(desk.outputs('b').map(({ text }) => text)).toEqual(['Of old']);
  expect(desk.isStale('b', desk.outputs('b')[0]!)).toBe(false);
  expect(desk.canRun).toBe(false);
});

test('six answers are drawn at a time, first samples of all panes first', async () => {
  const { open, model, calls } = ground();
  const desk = await open({ samples: 3 });
  const run = desk.start();
  await calls(6);
  expect(model.calls.map(({ request }) => request.sample)).toEqual([0, 0, 0, 1, 1, 1]);
  expect(desk.run.progress).toEqual({ done: 0, total: 9 });
  model.calls[0]!.say('Hello').finish();
  await expect.poll(() => model.calls.length).toBe(7);
  desk.stop();
  await run;
  expect(desk.run.running).toBe(false);
});

test('held-out cases are not among the cases until they are open', async () => {
  const { attempts, open, look } = ground();
  expect((await open()).cases.open.map(({ id }) => id)).toEqual(['ann', 'bob']);
  await attempts.giveUp('everyone/greet', 1);
  expect((await look({ id: 'one' })).cases.open.map(({ id }) => id)).toEqual(['ann', 'bob', 'eve']);
});

test('what is typed is stored, and is there when the page is opened again', async () => {
  const { open, look } = ground();
  const desk = await open();
  desk.panes.setWording('b', (wording) => ({ ...wording, user: 'Typed last' }));
  desk.rename('Which greeting?');
  expect(desk.saving).toBe('saving');
  await expect.poll(() => desk.saving).toBe('saved');
  const again = await look({ id: 'one' });
  expect(again.comparison).toMatchObject({ title: 'Which greeting?' });
  expect(again.comparison?.panes[1]?.prompt.user).toBe('Typed last');
});

test('a removed pane comes back with its answers; once the page is left they are gone', async () => {
  const { open, comparisons, look } = ground();
  await comparisons.addOutputs([someComparisonOutput('one', 'b', { case: 'ann', text: 'Kept' })]);
  const desk = await open();
  desk.removePane('b')!();
  expect(desk.comparison?.panes.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(texts(desk)[1]).toBe('whole: Kept');
  desk.removePane('b');
  expect(desk.panes.canRemove).toBe(false);
  expect(desk.removePane('a')).toBeUndefined();
  await desk.save();
  desk.dispose();
  await expect.poll(() => comparisons.outputs('one')).toEqual([]);
  expect((await look({ id: 'one' })).comparison?.panes).toHaveLength(2);
});

test('linking has a way back', async () => {
  const { open } = ground();
  const desk = await open();
  const back = desk.panes.link('prompt', true, 'c');
  expect(desk.panes.varies.verdict).toBe('nothing');
  back();
  expect(desk.comparison?.panes.map(({ prompt: { user } }) => user)).toEqual([
    'Greet {{name}} a',
    'Greet {{name}} b',
    'Greet {{name}} c',
  ]);
  expect(desk.comparison?.linked.prompt).toBe(false);
});

test('a pane that cannot be run is left out, and said why', async () => {
  const { open, calls, model } = ground();
  const desk = await open();
  desk.panes.setWording('b', (wording) => ({ ...wording, user: 'Greet {{nobody}}' }));
  expect(desk.panes.blockers('b')).toMatchObject([{ code: 'unknown-variable', name: 'nobody' }]);
  expect(desk.estimate('all').calls).toBe(4);
  const run = desk.start();
  await calls(2);
  expect(model.calls).toHaveLength(2);
  desk.stop();
  await run;
});

test('on one’s own text the variables are those of the prompts, and rows can be pasted', async () => {
  const { begin, look } = ground();
  const desk = await look({ id: (await begin({ kind: 'scratch' }))! });
  const [pane] = desk.comparison!.panes;
  expect(desk.canRun).toBe(false);
  desk.panes.setWording(pane!.id, (wording) => ({ ...wording, user: 'Sum up {{text}}' }));
  expect(desk.cases.variables).toEqual(['text']);
  desk.cases.setValue('text', 'Once upon a time');
  expect(desk.cases.current?.values).toEqual({ text: 'Once upon a time' });
  desk.cases.add([{ text: 'One' }, { text: 'Two' }]);
  expect(desk.cases.open.map(({ id, values }) => [id, values['text']])).toEqual([
    ['case-1', 'Once upon a time'],
    ['case-2', 'One'],
    ['case-3', 'Two'],
  ]);
  expect(desk.cases.current?.id).toBe('case-2');
  desk.cases.step(1);
  desk.cases.remove('case-3');
  expect(desk.cases.current?.id).toBe('case-2');
});

test('stored attempts stand side by side with what they had drawn, held-out answers left out', async () => {
  const { attempts, begin, look, model } = ground();
  for (const [id, createdAt] of [
    ['new', 20],
    ['old', 10],
  ] as const) {
    const attempt = someAttempt({ id, exercise: 'everyone/greet', createdAt, prompt: prompt(`Greet {{name}} ${id}`) });
    await attempts.begin(attempt);
    await attempts.addOutputs(
      ['ann', 'eve'].map((one) =>
        someOutput(id, { case: one, heldOut: one === 'eve', text: `${id} to ${one}`, score: 1 }),
      ),
    );
    await attempts.end(ended(attempt));
  }
  const desk = await look({ id: (await begin({ kind: 'attempts', ids: ['new', 'old', 'gone'] }))! });
  const panes = desk.comparison!.panes;
  expect(panes.map(({ name }) => name)).toEqual(['attempt old', 'attempt new']);
  expect(panes.map(({ id }) => desk.outputs(id)[0]?.text)).toEqual(['old to ann', 'new to ann']);
  expect(desk.run.outputsOf(panes[0]!.id)).toHaveLength(1);
  expect(desk.isStale(panes[0]!.id, desk.outputs(panes[0]!.id)[0]!)).toBe(false);
  expect(model.calls).toHaveLength(0);
  expect(await begin({ kind: 'attempts', ids: ['gone'] })).toBeUndefined();
});

test('a shared comparison can be looked at and not changed', async () => {
  const { look, comparisons } = ground();
  const shown = someComparison({ subject: { kind: 'exercise', exercise: 'gone/away' } });
  const desk = await look({ shown, outputs: [someComparisonOutput('one', 'a')] });
  expect(desk.readonly).toBe(true);
  desk.rename('Mine');
  await desk.start();
  expect(desk.comparison).toEqual(shown);
  expect(await comparisons.get('one')).toBeUndefined();
});

test('storage that refuses is said, and the run goes on', async () => {
  const { open, calls, comparisons } = ground();
  const desk = await open();
  comparisons.addOutputs = () => Promise.reject(new StoreError('full'));
  const run = desk.start();
  const of = await calls(3);
  for (const pane of ['a', 'b', 'c']) of(pane).say('Hello').finish();
  await run;
  expect(texts(desk)).toEqual(['whole: Hello', 'whole: Hello', 'whole: Hello']);
  expect(desk.problem).toBe('full');
});

test('what is not here is said to be not here', async () => {
  const { look } = ground();
  expect((await look({ id: 'nobody' })).loading).toEqual({ status: 'failed', reason: 'unknown' });
});
