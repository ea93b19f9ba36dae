import { once } from 'node:events';

/** Where a command writes: answers to standard output, remarks about the work to standard error. */
export interface Console {
  write(text: string): Promise<void>;
  note(text: string): void;
  /** One line that is replaced by the next; nothing where nobody watches. */
  progress(text: string): void;
  /** Standard input as text, whole. */
  input(): Promise<string>;
  /** Standard input, line by line. */
  inputLines(): AsyncIterable<string>;
  colour: boolean;
}

/** The console of this process. A reader that goes away (`| head`) ends the process quietly. */
export function processConsole(): Console {
  const { stdin, stdout, stderr } = process;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
  const shown = { width: 0 };
  const clear = () => {
    if (shown.width > 0) stderr.write(`\r${' '.repeat(shown.width)}\r`);
    shown.width = 0;
  };
  return {
    colour: Boolean(stdout.isTTY) && !process.env['NO_COLOR'],
    async write(text) {
      clear();
      if (!stdout.write(text)) await once(stdout, 'drain');
    },
    note(text) {
      clear();
      stderr.write(`${text}\n`);
    },
    progress(text) {
      clear();
      if (!stderr.isTTY) return;
      const line = text.slice(0, (stderr.columns ?? 80) - 1);
      stderr.write(line);
      shown.width = line.length;
    },
    async input() {
      const chunks: Buffer[] = [];
      for await (const chunk of stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks).toString('utf8');
    },
    async *inputLines() {
      const { createInterface } = await import('node:readline');
      yield* createInterface({ input: stdin, crlfDelay: Infinity });
    },
  };
}
