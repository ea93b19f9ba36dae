import { expect, test } from 'vitest';
import type { ExportFile } from '#core/attempts/export-file.ts';
import { MemoryAttemptStore } from '#services/attempts/memory-store.ts';
import { MemoryComparisonStore } from '#services/comparisons/memory-store.ts';
import { ended, someAttempt, someOutput } from '../../tests/support/attempts.ts';
import { someComparison, someComparisonOutput, someMatrix, someVote } from '../../tests/support/comparisons.ts';
import { Data } from './data.ts';

function somebody() {
  const attempts = new MemoryAttemptStore();
  const comparisons = new MemoryComparisonStore();
  const data = new Data({ attempts, comparisons, drafts: { flush: async () => {} }, now: () => 86_400_000 });
  return { attempts, comparisons, data };
}

async function filled() {
  const person = somebody();
  await person.attempts.begin(someAttempt());
  await person.attempts.end(ended(someAttempt()));
  await person.attempts.addOutputs([someOutput('one')]);
  await person.comparisons.save(someComparison());
  await person.comparisons.saveMatrix(someMatrix());
  await person.comparisons.addOutputs([
    someComparisonOutput('one', 'a'),
    someComparisonOutput('one', 'b', { case: 'hidden', heldOut: true, text: 'what nobody has seen' }),
  ]);
  await person.comparisons.addVote(someVote());
  return person;
}

const fileOf = (text: string) => new Blob([text], { type: 'application/json' });

test('all of a person’s data goes through one file, and comes back in another browser as it was', async () => {
  const from = await filled();
  const { name, text } = await from.data.exportAll();
  expect(name).toBe('candor-1970-01-02.json');
  const to = somebody();
  const steps: [number, number][] = [];
  const outcome = await to.data.importFile(fileOf(text), (done, total) => steps.push([done, total]));
  expect(outcome).toEqual({ status: 'done', report: { added: 3, updated: 0, unchanged: 0 } });
  expect(steps.at(-1)).toEqual([3, 3]);
  expect(JSON.parse((await to.data.exportAll()).text)).toEqual(JSON.parse(text));
  expect(await to.comparisons.outputs('one')).toEqual(await from.comparisons.outputs('one'));
});

test('outputs of held-out cases are sealed until the exercise is passed or given up', async () => {
  const { attempts, data } = await filled();
  expect((await data.exportAll()).text).not.toContain('what nobody has seen');
  await attempts.giveUp('support/refund', 1);
  expect((await data.exportAll()).text).toContain('what nobody has seen');
});

test('a file from before comparisons is imported, one from after us refused', async () => {
  const { text } = await (await filled()).data.exportAll();
  const { comparisons: _, matrices: __, comparisonOutputs: ___, votes: ____, ...old } = JSON.parse(text) as ExportFile;
  const to = somebody();
  expect(await to.data.importFile(fileOf(JSON.stringify({ ...old, version: 1 })), () => {})).toMatchObject({
    status: 'done',
    report: { added: 1 },
  });
  const newer = JSON.stringify({ ...(JSON.parse(text) as ExportFile), version: 3 });
  expect(await to.data.importFile(fileOf(newer), () => {})).toEqual({ status: 'refused', reason: 'newer' });
});
