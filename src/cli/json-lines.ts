import { describe } from '#core/exercises/issue-sentence.ts';
import { InputError } from './input-error.ts';

/** The object on one line of a JSON Lines file. */
export function parseLine(line: string, where: string, form: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new InputError(`${where} is not JSON; each line must be ${form}`);
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new InputError(`${where} is ${describe(value)}; each line must be ${form}`);
  }
  return value as Record<string, unknown>;
}
