import { expect, onTestFinished, test } from 'vitest';
import type { ConnectionStore } from '#core/models/connection-store.ts';
import { someConnection } from '../support/connections.ts';

/** What every store of connections has to do; `create` gives an empty one. */
export function connectionStoreContract(create: () => Promise<ConnectionStore>): void {
  const ids = async (store: ConnectionStore) => (await store.all()).map(({ id }) => id);

  test('keeps a connection as it was put last', async () => {
    const store = await create();
    expect(await store.all()).toEqual([]);
    await store.put(someConnection());
    expect(await store.all()).toEqual([someConnection()]);
    await store.put(someConnection({ name: 'Renamed', requestsPerMinute: 20 }));
    expect(await store.all()).toEqual([someConnection({ name: 'Renamed', requestsPerMinute: 20 })]);
  });

  test('adds at the end, and replaces where it stands', async () => {
    const store = await create();
    for (const id of ['a', 'b', 'c']) await store.put(someConnection({ id }));
    await store.put(someConnection({ id: 'a', name: 'again' }));
    expect(await ids(store)).toEqual(['a', 'b', 'c']);
    await store.remove('b');
    await store.put(someConnection({ id: 'b' }));
    expect(await ids(store)).toEqual(['a', 'c', 'b']);
  });

  test('takes the order it is given; those left out stay behind, unknown ones are nobody', async () => {
    const store = await create();
    for (const id of ['a', 'b', 'c', 'd']) await store.put(someConnection({ id }));
    await store.order(['c', 'nobody', 'a']);
    expect(await ids(store)).toEqual(['c', 'a', 'b', 'd']);
    await store.put(someConnection({ id: 'e' }));
    expect(await ids(store)).toEqual(['c', 'a', 'b', 'd', 'e']);
  });

  test('what it gives out is a copy', async () => {
    const store = await create();
    const given = someConnection();
    await store.put(given);
    given.models.push('later');
    (await store.all())[0]!.name = 'other';
    expect(await store.all()).toEqual([someConnection()]);
  });

  test('tells who watches of every change, until told to stop', async () => {
    const store = await create();
    let changes = 0;
    const stop = store.watch(() => changes++);
    onTestFinished(stop);
    await expect
      .poll(async () => {
        await store.put(someConnection()); // the watch may not be listening yet
        return changes;
      })
      .toBeGreaterThan(0);
    const before = changes;
    await store.remove('local');
    await expect.poll(() => changes).toBeGreaterThan(before);
    stop();
    const ended = changes;
    await store.put(someConnection());
    const [again] = await store.all();
    expect(again?.id).toBe('local');
    expect(changes).toBe(ended);
  });
}
