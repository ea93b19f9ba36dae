import type { KeepFailure } from '#core/models/local-models.ts';

const folderName = 'models';
const nameOf = (connection: string) => `${encodeURIComponent(connection)}.gguf`;

/** Model files in this browser's private storage (OPFS), one for each connection. */
export class KeptFiles {
  readonly #storage: StorageManager | undefined;

  constructor(storage: StorageManager | undefined = globalThis.navigator?.storage) {
    this.#storage = storage;
  }

  async open(connection: string): Promise<File | undefined> {
    const folder = await this.#folder(false);
    const handle = await folder?.getFileHandle(nameOf(connection)).catch(() => undefined);
    return handle?.getFile();
  }

  /** Bytes that there is room for, when the browser says so. */
  async freeInBytes(): Promise<number | undefined> {
    const estimate = await this.#storage?.estimate?.().catch(() => undefined);
    if (estimate?.quota === undefined) return undefined;
    return Math.max(0, estimate.quota - (estimate.usage ?? 0));
  }

  async keep(
    connection: string,
    file: Blob,
    progress: (share: number) => void = () => {},
    signal?: AbortSignal,
  ): Promise<KeepFailure | undefined> {
    const free = await this.freeInBytes();
    const noRoom: KeepFailure = {
      kind: 'no-room',
      neededInBytes: file.size,
      ...(free === undefined ? {} : { freeInBytes: free }),
    };
    if (free !== undefined && free < file.size) return noRoom;
    const folder = await this.#folder(true);
    const handle = await folder?.getFileHandle(nameOf(connection), { create: true }).catch(() => undefined);
    if (!handle || !('createWritable' in handle)) return { kind: 'unsupported' };
    try {
      // what is written shows only when it is complete: a stop or a crash leaves the old file or none
      await copy(file, await handle.createWritable(), progress, signal);
      await this.#storage?.persist?.().catch(() => false); // else the browser may clear it when it runs short
      return undefined;
    } catch (error) {
      if ((await handle.getFile().catch(() => undefined))?.size === 0) await this.remove(connection);
      if (signal?.aborted) return undefined;
      return error instanceof DOMException && error.name === 'QuotaExceededError' ? noRoom : { kind: 'failed' };
    }
  }

  async remove(connection: string): Promise<void> {
    const folder = await this.#folder(false);
    await folder?.removeEntry(nameOf(connection)).catch(() => {});
  }

  /** Removes files whose connections are gone, unless they were kept lately: somebody may be setting one up. */
  async sweep(connections: readonly string[], keptBefore: number): Promise<void> {
    const folder = await this.#folder(false);
    if (!folder) return;
    const known = new Set(connections.map(nameOf));
    const gone: string[] = [];
    for await (const [name, handle] of folder.entries()) {
      if (known.has(name) || handle.kind !== 'file') continue;
      if ((await (handle as FileSystemFileHandle).getFile()).lastModified < keptBefore) gone.push(name);
    }
    for (const name of gone) await folder.removeEntry(name).catch(() => {});
  }

  async #folder(create: boolean): Promise<FileSystemDirectoryHandle | undefined> {
    try {
      const root = await this.#storage?.getDirectory?.();
      return await root?.getDirectoryHandle(folderName, { create });
    } catch {
      return undefined; // private windows refuse; nothing is kept there
    }
  }
}

async function copy(
  file: Blob,
  into: FileSystemWritableFileStream,
  progress: (share: number) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  let written = 0;
  const count = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      written += chunk.byteLength;
      controller.enqueue(chunk);
      progress(written / file.size);
    },
  });
  await file
    .stream()
    .pipeThrough(count)
    .pipeTo(into, signal ? { signal } : {});
}
