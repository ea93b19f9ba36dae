import type { Console } from './console.ts';

/** A command: reads its parameters, does its work, and says how it went as an exit code. */
export type Command = (parameters: string[], console: Console) => Promise<0 | 1>;
