import { expect, onTestFinished, test } from 'vitest';
import type { Attempt, Draft, PromptAttempt } from '#core/attempts/attempt.ts';
import type { AttemptStore } from '#core/attempts/attempt-store.ts';
import type { AttemptsExport } from '#core/attempts/export-file.ts';
import { ended, someAttempt, someOutput } from '../support/attempts.ts';

const day = 24 * 60 * 60 * 1000;
const none: ReadonlySet<string> = new Set();

/** What every store of attempts has to do; `create` gives an empty one. */
export function attemptStoreContract(create: () => Promise<AttemptStore>): void {
  async function withAttempts(...attempts: Attempt[]): Promise<AttemptStore> {
    const store = await create();
    for (const attempt of attempts) {
      const { endedAt: _, grade: __, ...begun } = attempt;
      await store.begin({ ...begun, status: 'running' });
      if (attempt.status !== 'running') await store.end(attempt);
    }
    return store;
  }

  const at = (id: string, createdAt: number, change: Partial<PromptAttempt> = {}) =>
    ended(someAttempt({ id, createdAt, ...change }));

  test('keeps an attempt from its beginning to its end', async () => {
    const store = await create();
    const attempt = someAttempt();
    await store.begin(attempt);
    expect(await store.get('one')).toEqual(attempt);
    await store.end(ended(attempt));
    expect(await store.get('one')).toEqual(ended(attempt));
    expect(await store.get('other')).toBeUndefined();
  });

  test('counts attempts and drafts, without what is deleted', async () => {
    const store = await withAttempts(at('one', 1), at('two', 2), someAttempt({ id: 'three', createdAt: 3 }));
    await store.saveDraft({ exercise: 'support/refund', prompt: someAttempt().prompt, updatedAt: 1 });
    expect(await store.count()).toEqual({ attempts: 3, drafts: 1 });
    await store.delete('two', 4);
    expect(await store.count()).toEqual({ attempts: 2, drafts: 1 });
    await store.undelete('two');
    expect(await store.count()).toEqual({ attempts: 3, drafts: 1 });
  });

  test('keeps outputs by attempt, ordered by case and sample, the last write winning', async () => {
    const store = await withAttempts(someAttempt());
    await store.addOutputs([someOutput('one', { sample: 1 }), someOutput('two')]);
    await store.addOutputs([someOutput('one', { case: 'early' }), someOutput('one', { sample: 0, text: 'first' })]);
    await store.addOutputs([someOutput('one', { sample: 0, text: 'second' })]);
    const outputs = await store.outputs('one');
    expect(outputs.map(({ id }) => id)).toEqual(['one/early/0', 'one/late/0', 'one/late/1']);
    expect(outputs[1]?.text).toBe('second');
  });

  test('gives an attempt the outputs that it pools', async () => {
    const store = await withAttempts(at('one', 1), at('two', 2, { pooledFrom: ['one'] }));
    await store.addOutputs([someOutput('one'), someOutput('two', { sample: 1 })]);
    expect((await store.outputs('two')).map(({ id }) => id)).toEqual(['one/late/0', 'two/late/1']);
    expect(await store.outputs('one')).toHaveLength(1);
  });

  test('finds ended attempts whose samples may be pooled', async () => {
    const store = await withAttempts(
      at('new', 2),
      at('old', 1),
      at('other-prompt', 3, { fingerprint: 'g' }),
      at('other-exercise', 4, { exercise: 'law/clause' }),
      at('deleted', 5),
      someAttempt({ id: 'running', createdAt: 6 }),
    );
    await store.delete('deleted', 10);
    expect((await store.pool('support/refund', 'f')).map(({ id }) => id)).toEqual(['old', 'new']);
  });

  test('lists newest first, by exercise, by page, without the deleted', async () => {
    const store = await withAttempts(at('a', 1), at('b', 2), at('c', 3, { exercise: 'law/clause' }), at('d', 4));
    await store.delete('b', 10);
    const ids = async (query: Parameters<AttemptStore['list']>[0]) => (await store.list(query)).map(({ id }) => id);
    expect(await ids({ limit: 10 })).toEqual(['d', 'c', 'a']);
    expect(await ids({ limit: 2 })).toEqual(['d', 'c']);
    expect(await ids({ limit: 10, before: 3 })).toEqual(['a']);
    expect(await ids({ limit: 10, exercise: 'support/refund' })).toEqual(['d', 'a']);
    expect(await ids({ limit: 10, exercise: 'support/refund', before: 4 })).toEqual(['a']);
    expect(await ids({ limit: 1, exercise: 'support/refund', before: 4 })).toEqual(['a']);
  });

  test('tells who watches of what is there and of every change, until told to stop', async () => {
    const store = await withAttempts(at('a', 1));
    const seen: string[][] = [];
    const stop = store.watchList({ limit: 10 })(
      (rows) => seen.push(rows.map(({ id }) => id)),
      (error) => expect.unreachable(String(error)),
    );
    onTestFinished(stop);
    await expect.poll(() => seen.at(-1)).toEqual(['a']);
    await store.begin(someAttempt({ id: 'b', createdAt: 2 }));
    await expect.poll(() => seen.at(-1)).toEqual(['b', 'a']);
    await store.delete('a', 5);
    await expect.poll(() => seen.at(-1)).toEqual(['b']);
    stop();
    const before = seen.length;
    await store.begin(someAttempt({ id: 'c', createdAt: 3 }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seen).toHaveLength(before);
  });

  test('counts attempts and remembers the best score of whole runs', async () => {
    const store = await withAttempts(at('a', 1));
    await store.begin(someAttempt({ id: 'b', createdAt: 2 }));
    expect(await store.progress('support/refund')).toMatchObject({ attempts: 1, bestScore: 50, state: 'started' });
    await store.end(ended(someAttempt({ id: 'b', createdAt: 2 }), 90, { status: 'interrupted' }));
    expect(await store.progress('support/refund')).toMatchObject({ attempts: 2, bestScore: 50, state: 'started' });
    await store.begin(someAttempt({ id: 'c', createdAt: 3 }));
    await store.end(ended(someAttempt({ id: 'c', createdAt: 3 }), 80));
    const passed = { attempts: 3, bestScore: 80, state: 'passed', passedAt: 13, lastAttemptAt: 3 };
    expect(await store.progress('support/refund')).toMatchObject(passed);
    await store.begin(someAttempt({ id: 'd', createdAt: 4 }));
    await store.end(ended(someAttempt({ id: 'd', createdAt: 4 }), 10));
    expect(await store.progress('support/refund')).toMatchObject({ ...passed, attempts: 4, lastAttemptAt: 4 });
  });

  test('counts an attempt once whose failed samples were drawn again', async () => {
    const store = await withAttempts(at('a', 1));
    await store.begin({ ...at('a', 1), status: 'running' });
    await store.end(ended(someAttempt({ id: 'a', createdAt: 1 }), 80));
    expect(await store.progress('support/refund')).toMatchObject({ attempts: 1, bestScore: 80 });
  });

  test('keeps hints and giving up, before and after attempts', async () => {
    const store = await create();
    await store.showHint('support/refund', 2, 1);
    await store.showHint('support/refund', 1, 2);
    expect(await store.progress('support/refund')).toMatchObject({ hintsShown: 2, gaveUp: false, attempts: 0 });
    await store.giveUp('support/refund', 3);
    await store.begin(someAttempt());
    await store.end(ended(someAttempt()));
    expect(await store.progress('support/refund')).toMatchObject({ hintsShown: 2, gaveUp: true, attempts: 1 });
  });

  test('tells who watches of progress', async () => {
    const store = await create();
    const seen: number[] = [];
    onTestFinished(
      store.watchProgress()(
        (rows) => seen.push(rows[0]?.hintsShown ?? 0),
        () => {},
      ),
    );
    await expect.poll(() => seen.at(-1)).toBe(0);
    await store.showHint('support/refund', 3, 1);
    await expect.poll(() => seen.at(-1)).toBe(3);
  });

  test('brings a deleted attempt back, with its outputs and its count', async () => {
    const store = await withAttempts(at('a', 1));
    await store.addOutputs([someOutput('a')]);
    await store.delete('a', 100);
    expect(await store.list({ limit: 5 })).toEqual([]);
    expect(await store.progress('support/refund')).toMatchObject({ attempts: 0, bestScore: 50 });
    await store.undelete('a');
    expect(await store.list({ limit: 5 })).toEqual([at('a', 1)]);
    expect(await store.outputs('a')).toHaveLength(1);
    expect(await store.progress('support/refund')).toMatchObject({ attempts: 1 });
  });

  test('sweeps away what was deleted a day ago, but not what a later attempt pools', async () => {
    const store = await withAttempts(
      at('gone', 1),
      at('pooled', 2),
      at('later', 3, { pooledFrom: ['pooled'] }),
      at('new', 4),
    );
    await store.addOutputs([someOutput('gone'), someOutput('pooled'), someOutput('later', { sample: 1 })]);
    await store.delete('gone', 10);
    await store.delete('pooled', 10);
    await store.delete('new', 10 + day);
    await store.sweep(11 + day, none);
    await store.undelete('gone');
    await store.undelete('new');
    expect((await store.list({ limit: 5 })).map(({ id }) => id)).toEqual(['new', 'later']);
    expect(await store.outputs('gone')).toEqual([]);
    expect(await store.outputs('later')).toHaveLength(2);
  });

  test('sweeps runs of dead pages to interrupted and leaves living ones alone', async () => {
    const store = await withAttempts(someAttempt({ id: 'dead' }), someAttempt({ id: 'alive' }));
    await store.sweep(5_000, new Set(['alive']));
    expect(await store.get('dead')).toMatchObject({ status: 'interrupted', endedAt: 5_000 });
    expect(await store.get('alive')).toMatchObject({ status: 'running' });
    expect(await store.progress('support/refund')).toMatchObject({ attempts: 1 });
  });

  test('keeps the newest draft', async () => {
    const store = await create();
    const draft = (user: string, updatedAt: number) => ({
      exercise: 'support/refund',
      prompt: { system: '', turns: [], user, parameters: {} },
      updatedAt,
    });
    expect(await store.draft('support/refund')).toBeUndefined();
    await store.saveDraft(draft('second', 2));
    await store.saveDraft(draft('first', 1));
    expect(await store.draft('support/refund')).toEqual(draft('second', 2));
    await store.removeDraft('support/refund');
    expect(await store.draft('support/refund')).toBeUndefined();
  });

  test('hands out copies: changing what it gave changes nothing stored', async () => {
    const store = await withAttempts(at('a', 1));
    const attempt = await store.get('a');
    (attempt as PromptAttempt).prompt.user = 'changed';
    expect(await store.get('a')).toMatchObject({ prompt: { user: 'Answer {{email}}' } });
  });

  test('keeps verdicts on outputs like any other attempt, and their draft', async () => {
    const attempt: Attempt = {
      kind: 'arbitrate',
      id: 'verdicts',
      exercise: 'support/replies',
      createdAt: 5,
      status: 'running',
      verdicts: [
        {
          case: 'late',
          best: 'short',
          mark: { output: 'long', start: 3, end: 9, quote: 'always' },
          criterion: 'figures',
        },
        { case: 'even', best: 'tie' },
      ],
    };
    const { grade } = at('other', 1);
    const done: Attempt = { ...attempt, status: 'done', endedAt: 6, ...(grade ? { grade } : {}) };
    const draft: Draft = {
      kind: 'arbitrate',
      exercise: 'support/replies',
      attempt: 'next',
      verdicts: [],
      case: 'late',
      updatedAt: 7,
    };
    const store = await withAttempts(at('a', 1));
    await store.begin(attempt);
    await store.end(done);
    await store.saveDraft(draft);
    expect(await store.get('verdicts')).toEqual(done);
    expect(await store.outputs('verdicts')).toEqual([]);
    expect(await store.draft('support/replies')).toEqual(draft);
    expect(await store.progress('support/replies')).toMatchObject({ attempts: 1, bestScore: grade?.score });
    expect((await store.list({ limit: 9 })).map(({ id }) => id)).toEqual(['verdicts', 'a']);

    const file = await store.exportAll();
    const other = await create();
    expect(await other.importAll(JSON.parse(JSON.stringify(file)) as AttemptsExport)).toMatchObject({ added: 2 });
    expect(await other.get('verdicts')).toEqual(done);
    expect(await other.draft('support/replies')).toEqual(draft);
  });

  /** The order of rows in the file means nothing. */
  const sorted = (file: AttemptsExport): AttemptsExport => ({
    ...file,
    attempts: file.attempts.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    outputs: file.outputs.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    progress: file.progress.toSorted((a, b) => (a.exercise < b.exercise ? -1 : 1)),
  });

  async function filled(): Promise<AttemptStore> {
    const store = await withAttempts(
      at('a', 1),
      at('b', 2, { pooledFrom: ['gone', 'a'] }),
      at('deleted', 3),
      at('c', 4, { exercise: 'law/clause' }),
    );
    await store.addOutputs([
      someOutput('a', { case: 'hidden', heldOut: true, text: 'a secret, naïve 🙂' }),
      someOutput('a'),
      someOutput('gone', { sample: 7 }),
      someOutput('deleted'),
      someOutput('c', { heldOut: true, text: 'open by now' }),
      someOutput('orphan'),
    ]);
    await store.delete('deleted', 5);
    await store.showHint('support/refund', 2, 5);
    await store.giveUp('law/clause', 5);
    await store.saveDraft({ exercise: 'law/clause', prompt: someAttempt().prompt, updatedAt: 6 });
    return store;
  }

  test('exports everything living, and hides what the page hides', async () => {
    const file = await (await filled()).exportAll();
    expect(file.attempts.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
    expect(file.outputs.map(({ id }) => id).sort()).toEqual(['a/hidden/0', 'a/late/0', 'c/late/0', 'gone/late/7']);
    expect(JSON.stringify(file)).not.toContain('secret');
    expect(file.outputs.find(({ id }) => id === 'a/hidden/0')).toMatchObject({
      text: '',
      results: [{ check: 'outcome', outcome: 'fail', places: [] }],
    });
    expect(JSON.stringify(file)).toContain('open by now');
  });

  test('imports into an empty store all that was exported, sealed texts included', async () => {
    const from = await filled();
    const to = await create();
    const steps: [number, number][] = [];
    const file = JSON.parse(JSON.stringify(await from.exportAll())) as AttemptsExport;
    const report = await to.importAll(file, (done, total) => steps.push([done, total]));
    expect(report).toEqual({ added: 3, updated: 0, unchanged: 0 });
    expect(steps.at(-1)).toEqual([3, 3]);
    expect(await to.list({ limit: 9 })).toEqual(await from.list({ limit: 9 }));
    expect(await to.outputs('b')).toEqual(await from.outputs('b'));
    expect((await to.outputs('a'))[0]?.text).toBe('a secret, naïve 🙂');
    expect(await to.progress('support/refund')).toEqual(await from.progress('support/refund'));
    expect(await to.draft('law/clause')).toEqual(await from.draft('law/clause'));
    expect(sorted(await to.exportAll())).toEqual(sorted(await from.exportAll()));
  });

  test('doubles nothing when the same file is imported twice', async () => {
    const store = await filled();
    const file = await store.exportAll();
    expect(await store.importAll(file)).toEqual({ added: 0, updated: 0, unchanged: 3 });
    expect(sorted(await store.exportAll())).toEqual(sorted(file));
  });

  test('overwrites older rows and keeps newer ones', async () => {
    const older = await withAttempts(someAttempt());
    const newer = await withAttempts(ended(someAttempt(), 80));
    const oldFile = await older.exportAll();
    expect(await newer.importAll(oldFile)).toMatchObject({ updated: 0, unchanged: 1 });
    expect(await newer.get('one')).toMatchObject({ status: 'done' });
    expect(await older.importAll(await newer.exportAll())).toMatchObject({ updated: 1, unchanged: 0 });
    expect(await older.get('one')).toMatchObject({ status: 'done' });
    expect(await older.progress('support/refund')).toMatchObject({ state: 'passed', attempts: 1 });
  });

  test('imports a run that was going on as interrupted, and nothing deleted here comes back', async () => {
    const from = await withAttempts(someAttempt(), at('two', 2));
    const to = await withAttempts(at('two', 2));
    await to.delete('two', 500);
    await to.importAll(await from.exportAll());
    expect(await to.get('one')).toMatchObject({ status: 'interrupted' });
    expect((await to.list({ limit: 9 })).map(({ id }) => id)).toEqual(['one']);
  });
}
