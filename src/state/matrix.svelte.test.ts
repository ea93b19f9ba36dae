import { flushSync } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';
import { StoreError } from '#core/attempts/attempt-store.ts';
import type { ComparisonOutput, Matrix } from '#core/comparisons/comparison.ts';
import type { DrawRequest, Drawer } from '#core/comparisons/draw.ts';
import { outputFingerprint } from '#core/comparisons/fingerprints.ts';
import { MemoryComparisonStore } from '#services/comparisons/memory-store.ts';
import { FakeClock } from '#services/system/clock.ts';
import { countingIds } from '#services/system/ids.ts';
import { smallExercise } from '../../tests/support/small-exercise.ts';
import { MatrixBoard } from './matrix.svelte.ts';
import type { MatrixServices } from './matrix-services.ts';
import { beginMatrix } from './matrix-start.ts';

/** Answers when it is told to; what is stopped ends with nothing. */
class SlowDrawer implements Drawer {
  waiting: { request: DrawRequest; end: (change?: Partial<ComparisonOutput>) => void }[] = [];
  most = 0;

  draw(request: DrawRequest, _listen: unknown, signal: AbortSignal): Promise<ComparisonOutput> {
    const { owner, variant, case: one, sample } = request;
    return new Promise((resolve) => {
      const output: ComparisonOutput = {
        id: `${owner}/${variant.id}/${one.id}/${sample}`,
        owner,
        variant: variant.id,
        case: one.id,
        sample,
        fingerprint: outputFingerprint(variant, one.values),
        at: 0,
        status: 'whole',
        text: 'Hello',
        score: 80,
        passed: true,
        results: [],
      };
      const end = (change: Partial<ComparisonOutput> = {}) => {
        this.waiting = this.waiting.filter((job) => job.request !== request);
        resolve({ ...output, ...change });
      };
      signal.addEventListener('abort', () => end({ status: 'partial', text: 'Hel' }));
      this.waiting.push({ request, end });
      this.most = Math.max(this.most, this.waiting.length);
    });
  }

  async answer(count: number, change?: Partial<ComparisonOutput>): Promise<void> {
    for (let answered = 0; answered < count; answered++) {
      await expect.poll(() => this.waiting.length).toBeGreaterThan(0);
      this.waiting[0]!.end(change);
    }
  }
}

class Refusing extends MemoryComparisonStore {
  refuses = false;
  override addOutputs(outputs: ComparisonOutput[]): Promise<void> {
    return this.refuses ? Promise.reject(new StoreError('full')) : super.addOutputs(outputs);
  }
}

/** Four prompts, two shown cases, three samples: 24 calls. */
async function setup() {
  const comparisons = new Refusing();
  const drawer = new SlowDrawer();
  const services: MatrixServices = {
    library: { load: async () => smallExercise() },
    attempts: { list: async () => [], progress: async () => undefined },
    drafts: { restore: async () => undefined },
    comparisons,
    drawer,
    models: [{ id: 'simulated-medium', simulated: true }],
    newId: countingIds(),
    now: new FakeClock(5).now,
  };
  const naming = {
    language: 'en',
    exercise: (title: string) => title,
    own: 'Own',
    prompt: () => 'Starter',
    typed: 'Prompt 1',
  } as const;
  const id = await beginMatrix(services, { kind: 'exercise', exercise: 'everyone/greet' }, naming);
  const open = async () => {
    const board = new MatrixBoard(services, id);
    onTestFinished(
      $effect.root(() => {
        $effect(() => void board.edges);
      }),
    );
    await expect.poll(() => board.loading.status).toBe('ready');
    flushSync();
    return board;
  };
  const board = await open();
  board.edit((matrix) => ({
    ...matrix,
    samples: 3,
    prompts: ['Hello', 'Good day', 'Welcome', 'Dear'].map((word, index) => ({
      id: `p${index}`,
      name: word,
      prompt: { system: '', turns: [], user: `${word} {{name}}`, parameters: {} },
    })),
  }));
  return { board, comparisons, drawer, open, id };
}

test('a matrix on an exercise starts with what may be seen of it', async () => {
  const { board, comparisons, id } = await setup();
  expect(board.matrix).toMatchObject({ title: 'Greet people', cases: ['ann', 'bob'] });
  expect(board.closedCases).toBe(1);
  expect(board.estimate).toMatchObject({ calls: 24, cost: { kind: 'free' } });
  await expect.poll(async () => (await comparisons.getMatrix(id))?.prompts.length).toBe(4);
});

test('a run draws few at a time, stores each as it ends, and goes on after a stop where it was', async () => {
  const { board, comparisons, drawer, open, id } = await setup();
  const run = board.start();
  await drawer.answer(5);
  await expect.poll(async () => (await comparisons.outputs(id)).length).toBe(5);
  await expect.poll(() => board.run.state).toMatchObject({ status: 'running', done: 5, total: 24 });
  board.stop();
  await run;
  expect(board.run.state).toMatchObject({ status: 'stopped', done: 5 });
  expect(await comparisons.outputs(id)).toHaveLength(5);
  expect(board.estimate.calls).toBe(19);

  const reopened = await open();
  expect(reopened.estimate.calls).toBe(19);
  const rest = reopened.start();
  await drawer.answer(19);
  await rest;
  expect(reopened.run.state).toMatchObject({ status: 'done', done: 19, failed: 0 });
  expect(drawer.most).toBeLessThanOrEqual(6);
  expect(reopened.edges.rows.get(reopened.rows[0]!.id)).toMatchObject({ mean: 80, cells: 2 });
  expect(reopened.canRun).toBe(false);
});

test('an edited prompt makes its own cells stale, and undoing the edit makes them good again', async () => {
  const { board, drawer } = await setup();
  const run = board.start();
  await drawer.answer(24);
  await run;
  const edit = (user: string) => (matrix: Matrix) => ({
    ...matrix,
    prompts: matrix.prompts.map((one, at) => (at ? one : { ...one, prompt: { ...one.prompt, user } })),
  });
  const state = (row: number) => board.cell(board.rows[row]!, board.cases[0]!).state;
  board.edit(edit('Hi {{name}}'));
  expect([state(0), state(1)]).toEqual(['stale', 'done']);
  expect(board.estimate.calls).toBe(6);
  board.edit(edit('Hello {{name}}'));
  expect(state(0)).toBe('done');
  expect(board.estimate.calls).toBe(0);
  board.edit(edit('Hello {{nobody}}'));
  expect(board.canRun).toBe(false);
});

test('a run in which everything fails stops itself', async () => {
  const { board, drawer } = await setup();
  const run = board.start();
  const error = { kind: 'unauthorized', retryable: false } as const;
  await drawer.answer(12, { status: 'partial', text: '', error });
  await run;
  expect(board.run.state).toMatchObject({ status: 'halted', failed: 12, error });
  expect(board.cell(board.rows[0]!, board.cases[0]!).state).toBe('failed');
  expect(board.canRun).toBe(true);
});

test('what storage refuses stays in the page and is stored when it can be', async () => {
  const { board, comparisons, drawer, id } = await setup();
  comparisons.refuses = true;
  const run = board.start();
  await drawer.answer(1);
  await run;
  expect(board.run.state).toMatchObject({ status: 'halted' });
  expect(board.run.problem).toEqual({ failure: 'full', unsaved: 1 });
  expect(board.estimate.calls).toBe(23);
  comparisons.refuses = false;
  await board.run.save();
  expect(board.run.problem).toBeUndefined();
  expect(await comparisons.outputs(id)).toHaveLength(1);
});

test('rows of the grid become panes that hold what was drawn, and the same ones again', async () => {
  const { board, comparisons, drawer } = await setup();
  const run = board.start();
  await drawer.answer(24);
  await run;
  const rows = board.rows.slice(0, 2).map(({ id }) => id);
  const opened = await board.openAsComparison(rows, 'bob');
  expect(await comparisons.get(opened!)).toMatchObject({
    case: 'bob',
    panes: [{ name: 'Hello' }, { name: 'Good day' }],
  });
  expect(await comparisons.outputs(opened!)).toHaveLength(2 * 2 * 3);
  expect(await board.openAsComparison(rows, 'ann')).toBe(opened);
  expect(await comparisons.get(opened!)).toMatchObject({ case: 'ann' });
});
