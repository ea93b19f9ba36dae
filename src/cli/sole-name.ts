import { InputError } from './input-error.ts';

/** The one exercise a command works on. */
export function soleName(command: string, names: readonly string[]): string | undefined {
  if (names.length > 1)
    throw new InputError(
      `"candor ${command}" works on one exercise, but got ${names.length} names: ${names.join(', ')}`,
    );
  return names[0];
}
