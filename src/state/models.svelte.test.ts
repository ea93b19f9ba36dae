import { expect, test } from 'vitest';
import { someConnection } from '../../tests/support/connections.ts';
import { MemoryConnectionStore } from '#services/connections/memory-store.ts';
import type { ModelPick } from '#core/settings/settings.ts';
import { Models } from './models.svelte.ts';

async function setUp() {
  const connections = new MemoryConnectionStore();
  await connections.put(someConnection());
  await connections.put({ id: 'own', kind: 'browser', name: 'Browser', model: 'built-in', prices: {} });
  let model: ModelPick | undefined;
  const memory = {
    get model() {
      return model;
    },
    chooseModel: (pick: ModelPick | undefined) => void (model = pick),
  };
  return { connections, models: new Models({ connections, memory }), chosen: () => model };
}

test('offers the simulated models first, then those behind connections', async () => {
  const { models } = await setUp();
  expect(models.chosen).toEqual({ id: 'simulated-medium' });
  await expect
    .poll(() => models.offers.map(({ id }) => id))
    .toEqual(['simulated-small', 'simulated-medium', 'simulated-large', 'local/tiny', 'own/built-in']);
});

test('remembers what was chosen with its name, so that it can be told when it is gone', async () => {
  const { models, connections, chosen } = await setUp();
  await expect.poll(() => models.offer('local/tiny')).toBeDefined();
  models.choose('local/tiny');
  const pick = { id: 'local/tiny', name: { model: 'tiny', connection: 'My server' }, host: '127.0.0.1:4870' };
  expect(chosen()).toEqual(pick);
  expect(models.isGone('local/tiny')).toBe(false);
  await connections.remove('local');
  await expect.poll(() => models.isGone('local/tiny')).toBe(true);
  expect(models.chosen).toEqual(pick);
});

test('what leaves the page is agreed to once for each connection; what stays in it never', async () => {
  const { models } = await setUp();
  await expect.poll(() => models.offers).toHaveLength(5);
  const ids = ['local/tiny', 'own/built-in', 'simulated-medium'];
  expect(models.unagreed(ids).map(({ id }) => id)).toEqual(['local/tiny']);
  models.agree(['local/tiny']);
  expect(models.unagreed(ids)).toEqual([]);
});

test('a model that was chosen earlier is asked about even before the connections have been read', async () => {
  const models = new Models({
    connections: { all: () => new Promise(() => {}), watch: () => () => {} },
    memory: { model: { id: 'local/tiny', host: '127.0.0.1:4870' }, chooseModel: () => {} },
  });
  expect(models.unagreed(['local/tiny'])).toEqual([{ id: 'local/tiny', host: '127.0.0.1:4870', simulated: false }]);
  expect(models.isGone('local/tiny')).toBe(false);
});
