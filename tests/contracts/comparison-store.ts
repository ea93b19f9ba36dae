import { expect, onTestFinished, test } from 'vitest';
import type { Watch } from '#core/attempts/attempt-store.ts';
import type { ComparisonStore } from '#core/comparisons/comparison-store.ts';
import type { ComparisonsExport } from '#core/comparisons/transfer.ts';
import { someComparison, someComparisonOutput, someMatrix, someVariant, someVote } from '../support/comparisons.ts';

const day = 24 * 60 * 60 * 1000;

/** What every store of comparisons has to do; `create` gives an empty one. */
export function comparisonStoreContract(create: () => Promise<ComparisonStore>): void {
  /** What a watcher has been told so far, as ids. */
  function seenBy<T extends { id: string }>(watch: Watch<T[]>): string[][] {
    const seen: string[][] = [];
    const stop = watch(
      (rows) => seen.push(rows.map(({ id }) => id)),
      (error) => expect.unreachable(String(error)),
    );
    onTestFinished(stop);
    return seen;
  }
  const listed = (store: ComparisonStore, limit = 10) => seenBy(store.watchList({ limit }));

  test('keeps a comparison as it was saved last', async () => {
    const store = await create();
    const { samples: _, ...rest } = someComparison();
    await store.save(someComparison());
    expect(await store.get('one')).toEqual(someComparison());
    await store.save({ ...rest, samples: 3, title: 'Refunds again' });
    expect(await store.get('one')).toEqual({ ...rest, samples: 3, title: 'Refunds again' });
    expect(await store.get('other')).toBeUndefined();
    expect(await store.getMatrix('one')).toBeUndefined();
  });

  test('keeps a matrix as it was saved last', async () => {
    const store = await create();
    await store.saveMatrix(someMatrix());
    await store.saveMatrix(someMatrix({ samples: 2 }));
    expect(await store.getMatrix('grid')).toEqual(someMatrix({ samples: 2 }));
    expect(await store.get('grid')).toBeUndefined();
  });

  test('lists the newest change first, a few at a time, without the deleted', async () => {
    const store = await create();
    for (const [id, updatedAt] of [
      ['a', 1],
      ['b', 3],
      ['c', 2],
      ['d', 4],
    ] as const) {
      await store.save(someComparison({ id, updatedAt }));
      await store.saveMatrix(someMatrix({ id: `${id}-grid`, updatedAt }));
    }
    await store.delete('d', 10);
    await store.delete('d-grid', 10);
    const all = listed(store);
    const two = listed(store, 2);
    const grids = seenBy(store.watchMatrices({ limit: 2 }));
    await expect.poll(() => all.at(-1)).toEqual(['b', 'c', 'a']);
    await expect.poll(() => two.at(-1)).toEqual(['b', 'c']);
    await expect.poll(() => grids.at(-1)).toEqual(['b-grid', 'c-grid']);
  });

  test('tells who watches of every change, until told to stop', async () => {
    const store = await create();
    const seen: string[][] = [];
    const stop = store.watchList({ limit: 5 })(
      (rows) => seen.push(rows.map(({ id }) => id)),
      (error) => expect.unreachable(String(error)),
    );
    onTestFinished(stop);
    await expect.poll(() => seen.at(-1)).toEqual([]);
    await store.save(someComparison());
    await expect.poll(() => seen.at(-1)).toEqual(['one']);
    await store.delete('one', 5);
    await expect.poll(() => seen.at(-1)).toEqual([]);
    stop();
    const before = seen.length;
    await store.undelete('one');
    const later = listed(store);
    await expect.poll(() => later.at(-1)).toEqual(['one']);
    expect(seen).toHaveLength(before);
  });

  test('keeps outputs by owner, ordered by variant, case and sample, the last write winning', async () => {
    const store = await create();
    await store.addOutputs([
      someComparisonOutput('one', 'b'),
      someComparisonOutput('one', 'a', { sample: 1 }),
      someComparisonOutput('other', 'a'),
    ]);
    await store.addOutputs([someComparisonOutput('one', 'a'), someComparisonOutput('one', 'a', { case: 'early' })]);
    await store.addOutputs([someComparisonOutput('one', 'b', { text: 'again', status: 'partial' })]);
    const outputs = await store.outputs('one');
    expect(outputs.map(({ id }) => id)).toEqual(['one/a/early/0', 'one/a/late/0', 'one/a/late/1', 'one/b/late/0']);
    expect(outputs[3]).toEqual(someComparisonOutput('one', 'b', { text: 'again', status: 'partial' }));
  });

  test('removes the outputs of one variant and no others', async () => {
    const store = await create();
    await store.addOutputs([
      someComparisonOutput('one', 'a'),
      someComparisonOutput('one', 'b'),
      someComparisonOutput('other', 'a'),
    ]);
    await store.removeOutputs('one', 'a');
    expect((await store.outputs('one')).map(({ id }) => id)).toEqual(['one/b/late/0']);
    expect(await store.outputs('other')).toHaveLength(1);
  });

  test('counts comparisons and matrices, without what is deleted', async () => {
    const store = await create();
    expect(await store.count()).toBe(0);
    await store.save(someComparison({ id: 'one' }));
    await store.save(someComparison({ id: 'two' }));
    await store.saveMatrix(someMatrix());
    await store.delete('two', 5);
    expect(await store.count()).toBe(2);
  });

  test('brings a deleted comparison back as it was, with its outputs', async () => {
    const store = await create();
    await store.save(someComparison());
    await store.addOutputs([someComparisonOutput('one', 'a')]);
    await store.delete('one', 100);
    await store.delete('one', 200);
    expect(await store.get('one')).toMatchObject({ deletedAt: 100 });
    await store.undelete('one');
    await store.undelete('unknown');
    expect(await store.get('one')).toEqual(someComparison());
    expect(await store.outputs('one')).toHaveLength(1);
  });

  test('sweeps away what was deleted a day ago, outputs too, and keeps the votes', async () => {
    const store = await create();
    await store.save(someComparison());
    await store.save(someComparison({ id: 'late' }));
    await store.save(someComparison({ id: 'kept' }));
    await store.saveMatrix(someMatrix());
    await store.addOutputs(['one', 'late', 'kept', 'grid'].map((owner) => someComparisonOutput(owner, 'a')));
    await store.addVote(someVote());
    await store.delete('one', 1_000);
    await store.delete('grid', 1_000);
    await store.delete('late', 1_500);
    await store.sweep(1_200 + day);
    expect(await store.get('one')).toBeUndefined();
    expect(await store.getMatrix('grid')).toBeUndefined();
    expect(await store.get('late')).toBeDefined();
    const left = await Promise.all(['one', 'late', 'kept', 'grid'].map((owner) => store.outputs(owner)));
    expect(left.map((rows) => rows.length)).toEqual([0, 1, 1, 0]);
    const votes = seenBy(store.watchVotes());
    await expect.poll(() => votes.at(-1)).toEqual(['vote']);
  });

  test('keeps votes, oldest first, and tells who watches', async () => {
    const store = await create();
    const seen = seenBy(store.watchVotes());
    await store.addVote(someVote({ id: 'second', at: 20 }));
    await store.addVote(someVote({ id: 'first', at: 10, verdict: 'both-bad', criteria: [] }));
    await expect.poll(() => seen.at(-1)).toEqual(['first', 'second']);
    await store.removeVote('second');
    await expect.poll(() => seen.at(-1)).toEqual(['first']);
  });

  test('holds copies: what is changed afterwards is not stored', async () => {
    const store = await create();
    const comparison = someComparison();
    await store.save(comparison);
    comparison.title = 'Changed';
    const read = await store.get('one');
    expect(read?.title).toBe('Refunds');
    if (read) read.title = 'Changed too';
    expect((await store.get('one'))?.title).toBe('Refunds');
  });

  const closed = () => false;
  const open = () => true;
  const hiddenOutput = someComparisonOutput('one', 'b', { case: 'secret', heldOut: true, text: 'a secret, naïve 🙂' });

  async function filled(): Promise<ComparisonStore> {
    const store = await create();
    await store.save(someComparison());
    await store.save(someComparison({ id: 'deleted' }));
    await store.saveMatrix(someMatrix());
    await store.addOutputs([
      someComparisonOutput('one', 'a'),
      hiddenOutput,
      someComparisonOutput('deleted', 'a'),
      someComparisonOutput('grid', 'p~m', { score: null, status: 'partial' }),
      someComparisonOutput('nobody', 'a'),
    ]);
    await store.addVote(someVote());
    await store.delete('deleted', 5);
    return store;
  }

  test('a comparison, a matrix, their outputs and votes survive export and import unchanged', async () => {
    const from = await filled();
    const to = await create();
    const file = JSON.parse(JSON.stringify(await from.exportAll(closed))) as ComparisonsExport;
    const steps: [number, number][] = [];
    const report = await to.importAll(file, (done, total) => steps.push([done, total]));
    expect(report).toEqual({ added: 2, updated: 0, unchanged: 0 });
    expect(steps.at(-1)).toEqual([2, 2]);
    expect(await to.get('one')).toEqual(someComparison());
    expect(await to.getMatrix('grid')).toEqual(someMatrix());
    expect(await to.outputs('one')).toEqual(await from.outputs('one'));
    expect((await to.outputs('one'))[1]).toEqual(hiddenOutput);
    expect(await to.outputs('grid')).toEqual(await from.outputs('grid'));
    expect(await to.get('deleted')).toBeUndefined();
    expect(await to.outputs('nobody')).toEqual([]);
    expect(await to.exportAll(open)).toEqual({ ...file, comparisonOutputs: expect.anything(), votes: [someVote()] });
    expect(await to.importAll(file)).toEqual({ added: 0, updated: 0, unchanged: 2 });
  });

  test('exports no output of a held-out case that is not open, unless sealed', async () => {
    const store = await filled();
    const sealed = await store.exportAll((exercise) => exercise === 'another/exercise');
    expect(JSON.stringify(sealed)).not.toContain('secret, na');
    expect(sealed.comparisonOutputs.find(({ id }) => id === hiddenOutput.id)).toMatchObject({
      text: '',
      results: [{ check: 'outcome', outcome: 'fail', places: [] }],
    });
    expect(JSON.stringify(await store.exportAll((exercise) => exercise === 'support/refund'))).toContain('secret, na');
  });

  test('importing overwrites what is older here, keeps what is newer, and brings nothing deleted back', async () => {
    const store = await filled();
    const imported = await create();
    await imported.save(
      someComparison({ updatedAt: 2_000, title: 'Newer', panes: [someVariant('a'), someVariant('c')] }),
    );
    await imported.addOutputs([
      someComparisonOutput('one', 'a', { at: 9_000, text: 'run again' }),
      someComparisonOutput('one', 'c'),
    ]);
    await imported.saveMatrix(someMatrix({ updatedAt: 1, title: 'Older' }));
    await imported.addOutputs([someComparisonOutput('grid', 'p~m', { at: 1, text: 'older' })]);
    await imported.save(someComparison({ id: 'deleted' }));
    await imported.addVote(someVote({ verdict: 'right' }));
    const file = await imported.exportAll(open);
    expect(await store.importAll(file)).toEqual({ added: 0, updated: 1, unchanged: 2 });
    expect(await store.get('one')).toMatchObject({ title: 'Newer' });
    const outputs = await store.outputs('one');
    expect(outputs.map(({ id, text }) => [id, text])).toEqual([
      ['one/a/late/0', 'run again'],
      ['one/c/late/0', 'Sorry, no refund.'],
    ]);
    expect(await store.getMatrix('grid')).toEqual(someMatrix());
    expect((await store.outputs('grid'))[0]).toMatchObject({ text: 'Sorry, no refund.' });
    expect(await store.get('deleted')).toMatchObject({ deletedAt: 5 });
    expect((await store.exportAll(open)).votes).toEqual([someVote()]);
  });
}
