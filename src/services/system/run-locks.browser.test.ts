import { expect, onTestFinished, test } from 'vitest';
import { WebRunLocks } from './run-locks.ts';

test('a run is alive until it is let go', async () => {
  const locks = new WebRunLocks(navigator.locks);
  const release = locks.hold('one');
  await expect.poll(async () => [...(await locks.held())]).toContain('one');
  release();
  await expect.poll(async () => [...(await locks.held())]).not.toContain('one');
});

test('a run in another page is seen, and gone with that page', async () => {
  const source = URL.createObjectURL(
    new Blob(["navigator.locks.request('candor-run:elsewhere', () => new Promise(() => {}))"]),
  );
  onTestFinished(() => URL.revokeObjectURL(source));
  const elsewhere = new Worker(source);
  const locks = new WebRunLocks(navigator.locks);
  await expect.poll(async () => [...(await locks.held())]).toContain('elsewhere');
  elsewhere.terminate();
  await expect.poll(async () => [...(await locks.held())]).not.toContain('elsewhere');
});
