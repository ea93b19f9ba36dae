import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServerConnector } from '#services/models/servers/server-connector.ts';
import { noKeys, serverConnection } from '../support/server-connection.ts';
import { tinyGguf } from '../support/tiny-gguf.ts';
import { chatModelContract } from './chat-model.ts';

/** A folder in which node-llama-cpp is installed; `npm run bench -- llama` makes one and runs this with it. */
const folder = process.env['CANDOR_LLAMA'];

describe.runIf(folder)('llama.cpp, run natively', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'candor-llama-'));
  let child: ChildProcess;
  let url = '';
  beforeAll(async () => {
    const file = join(scratch, 'tiny.gguf');
    writeFileSync(file, tinyGguf({ endScore: -2 }));
    child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/llama-server.ts', folder!, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [printed] = (await once(child.stdout!, 'data')) as [Buffer];
    url = printed.toString().trim();
  }, 60_000);
  afterAll(() => {
    child.kill();
    rmSync(scratch, { recursive: true });
  });

  const connector = new ServerConnector({ keys: noKeys, surroundings: { fetch } });
  chatModelContract('llama.cpp', {
    make: () => connector.open(serverConnection(url), 'tiny'),
    makeFailing: () => connector.open(serverConnection(url), 'none'),
    reportsUsage: true,
    repeatable: true,
  });

  it('is listed and tried as every server is', async () => {
    expect(await connector.models(serverConnection(url))).toEqual({ models: ['tiny'] });
    expect(await connector.probe(serverConnection(url), 'tiny')).toMatchObject({ ok: true, reportsUsage: true });
  });
});
