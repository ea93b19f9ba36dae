interface Watch {
  /** Ends the reading at once. */
  signal: AbortSignal;
  /** Something arrived. */
  alive: () => void;
  /** The connection broke; what is thrown to whoever reads. */
  broke: (thrown: unknown) => Error;
}

const newline = 10;

/** Reads the body of a response so that neither silence nor a flood can hold the page: see what it is handed. */
export class BodyReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  readonly #watch: Watch;
  #returned: Uint8Array[] = [];

  constructor(body: ReadableStream<Uint8Array> | null, watch: Watch) {
    this.#reader = body?.getReader();
    this.#watch = watch;
    // Reads that are under way end with it.
    watch.signal.addEventListener('abort', () => this.cancel());
    if (watch.signal.aborted) this.cancel();
  }

  /** The next bytes; `undefined` at the end. */
  async next(): Promise<Uint8Array | undefined> {
    const returned = this.#returned.shift();
    if (returned) return returned;
    let read: ReadableStreamReadResult<Uint8Array> | undefined;
    try {
      read = await this.#reader?.read();
    } catch (thrown) {
      throw this.#watch.broke(thrown);
    }
    if (this.#watch.signal.aborted) throw new Error('ended');
    if (!read || read.done) return undefined;
    this.#watch.alive();
    return read.value;
  }

  /** How the text begins, white space aside, without taking it away: so many characters, fewer when there are no more. */
  async beginning(characters: number): Promise<string> {
    const decoder = new TextDecoder();
    const taken: Uint8Array[] = [];
    let text = '';
    while (text.length < characters) {
      const bytes = await this.next();
      if (!bytes) break;
      taken.push(bytes);
      text = (text + decoder.decode(bytes, { stream: true })).trimStart();
    }
    this.#returned = taken;
    return text.slice(0, characters);
  }

  /** All of the text, or its beginning when it is too long. */
  async text(mostBytes: number): Promise<{ text: string; whole: boolean }> {
    const decoder = new TextDecoder();
    let text = '';
    let size = 0;
    for (let bytes = await this.next(); bytes; bytes = await this.next()) {
      text += decoder.decode(bytes.subarray(0, mostBytes - size), { stream: true });
      size += bytes.length;
      if (size > mostBytes) {
        this.cancel();
        return { text, whole: false };
      }
    }
    return { text: text + decoder.decode(), whole: true };
  }

  /** The rest, for whoever reads lines and would keep an endless one in memory. */
  lines(most: { perLine: number; inAll: number }, tooMuch: () => Error): ReadableStream<Uint8Array> {
    let line = 0;
    let size = 0;
    return new ReadableStream<Uint8Array>(
      {
        pull: async (stream) => {
          const bytes = await this.next();
          if (!bytes) return stream.close();
          size += bytes.length;
          const end = bytes.lastIndexOf(newline);
          line = end < 0 ? line + bytes.length : bytes.length - end - 1;
          if (line > most.perLine || size > most.inAll) {
            this.cancel();
            throw tooMuch();
          }
          stream.enqueue(bytes);
        },
        cancel: () => this.cancel(),
      },
      { highWaterMark: 0 },
    );
  }

  cancel(): void {
    this.#reader?.cancel().catch(() => {});
  }
}
