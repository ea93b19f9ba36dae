import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { InputError } from './input-error.ts';

/** npm runs scripts in the package's folder; the person meant the one they stand in. */
export function findFile(name: string): string {
  const home = process.env['INIT_CWD'];
  const fromHome = home && !isAbsolute(name) ? resolve(home, name) : undefined;
  return fromHome && existsSync(fromHome) ? fromHome : resolve(name);
}

/** The text of a file the person named. */
export function readText(name: string): string {
  try {
    const bytes = readFileSync(findFile(name));
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch (error) {
    throw new InputError(`the file "${name}" cannot be read: ${whyUnreadable(error)}`);
  }
}

/** The lines of a file the person named, read as they are asked for. */
export async function* readLines(name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  let rest = '';
  try {
    for await (const chunk of createReadStream(findFile(name), { highWaterMark: 1 << 16 })) {
      const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield line;
    }
    rest += decoder.decode();
  } catch (error) {
    throw new InputError(`the file "${name}" cannot be read: ${whyUnreadable(error)}`);
  }
  yield rest;
}

function whyUnreadable(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'it is a folder';
    case 'EACCES':
    case 'EPERM':
      return 'access to it is denied';
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return 'it is not UTF-8 text';
    default:
      return (error as Error).message;
  }
}
