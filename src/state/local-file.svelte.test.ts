import { expect, test } from 'vitest';
import type { FileConnection } from '#core/models/connection.ts';
import { FileModels } from '#services/models/file/file-models.ts';
import { LocalFile } from './local-file.svelte.ts';
import { tinyGguf } from '../../tests/support/tiny-gguf.ts';

const tiny = new File([tinyGguf()], 'tiny.gguf');

function connection(change: Partial<FileConnection> = {}): FileConnection {
  return {
    id: 'mine',
    kind: 'file',
    name: 'Mine',
    model: 'tiny',
    prices: {},
    file: { name: 'tiny.gguf', sizeInBytes: tiny.size },
    kept: false,
    threads: 1,
    contextInTokens: 1024,
    ...change,
  };
}

async function after(reload: FileConnection) {
  const files = new FileModels();
  const local = new LocalFile(() => Promise.resolve(files), reload);
  await expect.poll(() => local.whereabouts).toBe('missing');
  return { files, local };
}

test('a file that was not kept is chosen again, and is loaded and freed', async () => {
  const { files, local } = await after(connection());
  expect(await local.choose(tiny)).toBe(true);
  expect(local.whereabouts).toBe('in-hand');
  expect(await local.load()).toBe(true);
  expect(local.memory).toMatchObject({ status: 'ready', connection: 'mine' });
  const other = new LocalFile(() => Promise.resolve(files), connection({ id: 'other' }));
  await expect.poll(() => other.whereabouts).toBe('missing');
  expect(other.memory).toEqual({ status: 'empty' });
  local.unload();
  expect(local.memory).toEqual({ status: 'empty' });
});

test('a file that the browser cleared away is kept again', async () => {
  const { files, local } = await after(connection({ id: 'cleared', kept: true }));
  expect(await local.choose(tiny)).toBe(true);
  expect(local.whereabouts).toBe('kept');
  await files.forget('cleared');
});

test('another file is refused, and one that is no model: neither answers under the name of the first', async () => {
  const { local } = await after(connection());
  const other = new File([tinyGguf({ entries: { 'general.author': 'Somebody' } })], 'tiny.gguf');
  expect(await local.choose(other)).toBe(false);
  expect(local.refusal).toEqual({ kind: 'other-file', sizeInBytes: other.size });
  expect(await local.choose(new File(['no'], 'tiny.gguf'))).toBe(false);
  expect(local.refusal).toEqual({ kind: 'not-gguf' });
  expect(local.whereabouts).toBe('missing');
});
