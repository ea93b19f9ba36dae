import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Connection } from '#core/models/connection.ts';
import { offersOf } from '#core/models/model-offer.ts';
import { Models } from '#state/models.svelte.ts';
import type { Comparison } from '#core/comparisons/comparison.ts';
import type { Differ } from '#core/comparisons/diff/differ.ts';
import { MemoryAttemptStore } from '#services/attempts/memory-store.ts';
import { StoredDraftKeeper } from '#services/attempts/draft-keeper.ts';
import { StreamingDrawer } from '#services/comparisons/drawer.ts';
import { StoredComparisonKeeper } from '#services/comparisons/keeper.ts';
import { MemoryComparisonStore } from '#services/comparisons/memory-store.ts';
import { ModelQueues } from '#services/models/queue/queues.ts';
import { countingIds } from '#services/system/ids.ts';
import type { ComparisonServices } from '#state/comparison.svelte.ts';
import type { ModelRoom } from '#state/model-room.ts';
import { accessibilityFaults } from '../../../../tests/support/axe.ts';
import { someConnection } from '../../../../tests/support/connections.ts';
import { someComparison, someVariant } from '../../../../tests/support/comparisons.ts';
import { directGrader } from '../../../../tests/support/direct-grader.ts';
import { ScriptedModel, type ScriptedCall } from '../../../../tests/support/scripted-model.ts';
import { smallExercise } from '../../../../tests/support/small-exercise.ts';
import WithCandor from '../../../../tests/support/WithCandor.svelte';
import ComparePage from './ComparePage.svelte';

const bundle = smallExercise();

async function setup({
  change = {},
  models,
  connections = [],
}: { change?: Partial<Comparison>; models?: ComparisonServices['models']; connections?: Connection[] } = {}) {
  localStorage.clear();
  const attempts = new MemoryAttemptStore();
  const comparisons = new MemoryComparisonStore();
  const model = new ScriptedModel({ id: 'simulated-medium' });
  const services: ComparisonServices = {
    library: { load: async () => bundle },
    attempts,
    drafts: new StoredDraftKeeper({ attempts }),
    comparisons,
    keeper: new StoredComparisonKeeper({ comparisons }),
    drawer: new StreamingDrawer({ model: () => model, grader: directGrader, now: () => 1 }),
    models: models ?? [{ id: 'simulated-medium', simulated: true }],
    newId: countingIds(),
    now: () => Date.now(),
  };
  await comparisons.save(
    someComparison({
      title: 'Four greetings',
      subject: { kind: 'exercise', exercise: 'everyone/greet' },
      case: 'ann',
      panes: ['a', 'b', 'c', 'd'].map((id) =>
        someVariant(id, { prompt: { system: '', turns: [], user: `Greet {{name}} ${id}`, parameters: {} } }),
      ),
      ...change,
    }),
  );
  const chooser = new Models({
    connections: { all: async () => connections, watch: () => () => {} },
    memory: { model: undefined, chooseModel: () => {} },
  });
  const differ: Differ = {
    texts: () => Promise.resolve('superseded'),
    json: () => Promise.resolve('superseded'),
    forget: () => {},
  };
  const room: Pick<ModelRoom, 'traffic' | 'now'> = { traffic: new ModelQueues(), now: () => Date.now() };
  await render(WithCandor, {
    candor: {
      comparing: async () => services,
      comparisons,
      differ,
      models: chooser,
      modelRoom: async () => room as ModelRoom,
    },
    Page: ComparePage,
    given: { id: 'one' },
  });
  const pane = (letter: string) => page.getByRole('region', { name: new RegExp(`^Pane ${letter}`) });
  const runButton = page.getByRole('button', { name: /^Run \d panes$/ });
  await expect.element(runButton).toBeVisible();
  const calls = async (count: number) => {
    const taken: ScriptedCall[] = [];
    while (taken.length < count) taken.push(await model.nextCall());
    return (id: string) => taken.find(({ request }) => request.messages.at(-1)?.content.endsWith(` ${id}`))!;
  };
  return { model, pane, runButton, calls, comparisons };
}

test('each fault is said in its pane, keeps what had arrived, and stops no other', async () => {
  const { pane, runButton, calls, model } = await setup();
  await runButton.click();
  const of = await calls(4);
  of('a').fail({ kind: 'rate-limited', detail: '429 slow down' });
  of('b').say('Hel').fail({ kind: 'overloaded', detail: '500' });
  of('c').say('Hello').say(' the').fail({ kind: 'broken-stream' });
  of('d').say('Hello, Ann').finish();
  await expect.element(runButton).toBeVisible();
  await expect.element(pane('A').getByText(/Too many calls for now/)).toBeVisible();
  await expect.element(pane('A').getByText('429 slow down')).toBeVisible();
  await expect.element(pane('B').getByText(/The model is busy/)).toBeVisible();
  await expect.element(pane('B').getByText('Hel', { exact: true })).toBeVisible();
  await expect.element(pane('B').getByText('Partial: what had arrived is kept.')).toBeVisible();
  await expect.element(pane('C').getByText(/broke off before its end/)).toBeVisible();
  await expect.element(pane('D').getByText('The requirement is met.')).toBeVisible();
  expect(
    pane('D')
      .getByText(/^Partial/)
      .elements(),
  ).toHaveLength(0);
  expect(await accessibilityFaults(document.body)).toEqual([]);

  await page.getByRole('button', { name: 'Continue pane C from where its answer ends' }).click();
  const going = await model.nextCall();
  expect(going.request.messages.at(-1)).toEqual({ role: 'assistant', content: 'Hello the' });
  going.say('re').finish();
  await expect.element(pane('C').getByText('Hello there', { exact: true })).toBeVisible();
  expect(
    pane('C')
      .getByText(/broke off/)
      .elements(),
  ).toHaveLength(0);

  await page.getByRole('button', { name: 'Run again: pane A' }).click();
  (await model.nextCall()).say('Hello').finish();
  await expect.element(pane('A').getByText('The requirement is met.')).toBeVisible();
});

test('one pane is stopped while the others go on', async () => {
  const { pane, runButton, calls } = await setup();
  await runButton.click();
  const of = await calls(4);
  for (const id of ['a', 'b']) of(id).say('Hello, I was about to');
  await expect.element(pane('A').getByText('Hello, I was about to')).toBeVisible();
  await page.getByRole('button', { name: 'Stop pane A' }).click();
  await expect.element(pane('A').getByText(/Partial: stopped before its end/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^Continue pane A/ })).toHaveFocus();
  expect(of('b').stopped).toBe(false);
  for (const id of ['b', 'c', 'd']) of(id).say(' say hello').finish();
  await expect.element(runButton).toBeVisible();
  await expect.element(pane('B').getByText('Hello, I was about to say hello')).toBeVisible();
});

test('an answer cut at the most tokens can go on', async () => {
  const { pane, runButton, calls, model } = await setup();
  await runButton.click();
  const of = await calls(4);
  of('a').say('Hello, my').finish('length');
  for (const id of ['b', 'c', 'd']) of(id).say('Hello').finish();
  await expect.element(pane('A').getByText('Cut at the most tokens.', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Continue pane A from where its answer ends' }).click();
  (await model.nextCall()).say(' friend').finish();
  await expect.element(pane('A').getByText('Hello, my friend')).toBeVisible();
  expect(page.getByRole('button', { name: /^Continue pane/ }).elements()).toHaveLength(0);
});

test('a run on a real model is estimated first, and nothing is called unless it is agreed to, once', async () => {
  const price = { currency: 'EUR', inputPerMillion: 1_000, outputPerMillion: 10_000 };
  const connection = someConnection({ id: 'llm', baseUrl: 'https://llm.example.org/v1', prices: { tiny: price } });
  const panes = ['a', 'b', 'c', 'd'].map((id) =>
    someVariant(id, {
      prompt: { system: '', turns: [], user: `Say ${id}`, parameters: {} },
      model: { id: 'llm/tiny', seed: 0 },
    }),
  );
  const { model, runButton, calls } = await setup({
    change: { panes },
    models: offersOf(connection),
    connections: [connection],
  });
  await runButton.click();
  const dialog = page.getByRole('dialog', { name: 'Run on tiny?' });
  await expect.element(dialog.getByText(/4 calls, about \d+ tokens sent and 1,400 received, about €14/)).toBeVisible();
  await expect.element(dialog.getByText(/leave this page and go to llm\.example\.org/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(model.calls).toHaveLength(0);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await dialog.getByRole('button', { name: 'Run' }).click();
  const of = await calls(4);
  for (const id of ['a', 'b', 'c', 'd']) of(id).say('Hello').finish();
  await expect.element(runButton).toBeVisible();
  await page.getByRole('button', { name: 'Run again: pane A' }).click();
  (await model.nextCall()).say('Hello again').finish();
  await expect.element(runButton).toBeVisible();
  expect(dialog.elements()).toHaveLength(0);
});

test('samples of a pane stand together, with their spread', async () => {
  const { pane, runButton, model } = await setup({
    change: {
      samples: 3,
      panes: ['a', 'b'].map((id) => someVariant(id, { prompt: { system: '', turns: [], user: id, parameters: {} } })),
    },
  });
  await runButton.click();
  for (let count = 0; count < 6; count++) {
    const call = await model.nextCall();
    call.say(call.request.sample === 1 ? 'Go away' : 'Hello').finish();
  }
  await expect.element(runButton).toBeVisible();
  await expect
    .element(pane('A').getByText('3 samples: score 0 to 100, mean 67, 2 of 3 pass · 2 different answers'))
    .toBeVisible();
  await pane('A')
    .getByRole('button', { name: /^Sample 2: fails/ })
    .click();
  await expect.element(pane('A').getByText('Go away', { exact: true })).toBeVisible();
  await expect.element(pane('B').getByText('Hello', { exact: true })).toBeVisible();
});

test('an answer full of HTML is text', async () => {
  const { pane, runButton, calls } = await setup();
  await runButton.click();
  const of = await calls(4);
  for (const id of ['a', 'b', 'c', 'd']) of(id).say('<img src=x onerror="document.title=1"><b>Hello</b>').finish();
  await expect.element(runButton).toBeVisible();
  await expect.element(pane('A').getByText('<b>Hello</b>')).toBeVisible();
  expect(document.querySelector('.pane img, .pane [onerror]')).toBeNull();
});
