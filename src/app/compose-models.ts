import type { ConnectionStore } from '#core/models/connection-store.ts';
import type { EnvelopeStore } from '#services/connections/envelope.ts';
import { IdleLock } from '#services/connections/idle-lock.ts';
import { WebKeyVault } from '#services/connections/key-vault.ts';
import { ModelOpener } from '#services/models/open-model.ts';
import { ModelQueues } from '#services/models/queue/queues.ts';
import { loadOnce } from '#services/storage/late.ts';
import type { ChatModel } from '#core/models/chat-model.ts';
import type { ModelRoom } from '#state/model-room.ts';

interface Ground {
  connections: ConnectionStore;
  envelopes: () => Promise<EnvelopeStore>;
  lockAfterInMinutes: () => number;
  newId: () => string;
  now: () => number;
}

const anHour = 3_600_000;

/** What real models stand on; it comes with the first page or run that has to do with one. */
export async function composeModels(
  ground: Ground,
): Promise<ModelRoom & { open(id: string): Promise<ChatModel | undefined> }> {
  const { connections, lockAfterInMinutes, newId, now } = ground;
  const idle: IdleLock = new IdleLock({
    lock: () => vault.lock(),
    now,
    afterInMs: () => lockAfterInMinutes() * 60_000,
    page: document,
  });
  const vault = await WebKeyVault.over(await ground.envelopes(), { used: idle.touch });
  const files = loadOnce(async () => {
    const { FileModels } = await import('#services/models/file/file-models.ts');
    const models = new FileModels();
    // a removal can be undone while the page is open; what was removed in an earlier one is cleared away now
    void connections.all().then(
      (all) => models.sweep(all.map(({ id }) => id), now() - anHour), // prettier-ignore
      () => {},
    );
    return models;
  });
  const counter = loadOnce(async () => {
    const [{ ModelTokenCounter }, { tokenWorker }] = await Promise.all([
      import('#services/models/count-tokens.ts'),
      import('#workers/tokens-client.ts'),
    ]);
    const isFile = async (id: string) => (await connections.all()).some((one) => one.id === id && one.kind === 'file');
    return new ModelTokenCounter({
      countWith: tokenWorker(),
      countLocally: async (id, requests) =>
        (await isFile(id)) ? (await files()).countTokens(id, requests) : undefined,
    });
  });
  const traffic = new ModelQueues();
  const opener = new ModelOpener({
    connections,
    queue: traffic,
    connectors: {
      server: loadOnce(async () => {
        const { ServerConnector } = await import('#services/models/servers/server-connector.ts');
        return new ServerConnector({ keys: vault });
      }),
      file: files,
      browser: loadOnce(async () => {
        const { BrowserConnector } = await import('#services/models/browser/browser-connector.ts');
        return new BrowserConnector();
      }),
    },
  });
  return {
    connections,
    vault,
    traffic,
    connectorOf: (connection) => opener.connectorOf(connection),
    browser: loadOnce(async () => new (await import('#services/models/browser/own-model.ts')).OwnModel()),
    files,
    tokens: { count: async (model, requests) => (await counter()).count(model, requests) },
    opinions: {
      async ask(choice, question, signal) {
        const { askOpinion } = await import('#services/grading/opinion-runner.ts');
        const model = await opener.open(choice.id);
        if (!model) return { ok: false, error: { kind: 'unavailable', retryable: false } };
        return askOpinion(model, choice, question, { now, signal });
      },
    },
    newId,
    now,
    open: (id) => opener.open(id),
  };
}
