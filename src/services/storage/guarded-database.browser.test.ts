import Dexie from 'dexie';
import { expect, onTestFinished, test } from 'vitest';
import { describeDatabase } from '../attempts/database.ts';
import { GuardedDatabase } from './guarded-database.ts';

test('who watches what never changes keeps nothing of what changes elsewhere, and hears of it when it does', async () => {
  const name = `test-${Date.now()}-watch`;
  onTestFinished(() => Dexie.delete(name).catch(() => {}));
  const guarded = new GuardedDatabase(describeDatabase({ name }));
  const heard: number[] = [];
  const stop = guarded.watch(async ({ votes }) => votes.count())(
    (count) => void heard.push(count),
    (error) => expect.unreachable(error.message),
  );
  onTestFinished(stop);
  await expect.poll(() => heard).toEqual([0]);

  for (let change = 0; change < 250; change++) {
    await guarded.do(({ drafts }) => drafts.put({ exercise: 'a/b', updatedAt: change } as never));
  }
  await expect.poll(() => heard).toEqual([0, 0, 0]); // twice anew in 250 changes

  await guarded.do(({ votes }) => votes.put({ id: 'one', at: 1 } as never));
  await expect.poll(() => heard.at(-1)).toBe(1);
  stop();
  await guarded.do(({ votes }) => votes.put({ id: 'two', at: 2 } as never));
  expect(heard.at(-1)).toBe(1);
});
