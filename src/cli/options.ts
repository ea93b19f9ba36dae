import { parseArgs } from 'node:util';
import { didYouMean, nameList } from '#core/exercises/near-names.ts';
import { simulatedSizes, type SimulatedSize } from '#core/simulator/completion.ts';
import { InputError } from './input-error.ts';

/** The options a command knows: `flag` is present or not, `text` takes a value. */
export type OptionKinds = Record<string, 'flag' | 'text'>;
export type Options<K extends OptionKinds> = { [N in keyof K]?: K[N] extends 'flag' ? boolean : string };

/** Reads a command's arguments. What it cannot read, it says in a sentence. */
export function readOptions<K extends OptionKinds>(
  command: string,
  parameters: string[],
  kinds: K,
): { names: string[]; options: Options<K> } {
  const { values, positionals, tokens } = parseArgs({
    args: parameters,
    options: Object.fromEntries(
      Object.entries(kinds).map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' } as const]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const known = Object.keys(kinds);
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const kind = Object.hasOwn(kinds, token.name) ? kinds[token.name] : undefined;
    if (!kind) {
      const has = known.length > 0 ? `it knows ${known.map((name) => `--${name}`).join(', ')}` : 'it knows none';
      throw new InputError(
        `"candor ${command}" has no option ${token.rawName}${didYouMean(token.name, known) || `; ${has}`}`,
      );
    }
    if (kind === 'text' && (token.value === undefined || (!token.inlineValue && token.value.startsWith('--')))) {
      throw new InputError(`the option --${token.name} needs a value`);
    }
    if (kind === 'flag' && token.inlineValue) throw new InputError(`the option --${token.name} takes no value`);
  }
  return { names: positionals, options: values as Options<K> };
}

/** A whole number from an option. */
export function wholeNumber(name: string, typed: string | undefined, least: number, most: number): number | undefined {
  if (typed === undefined) return undefined;
  const number = /^-?\d+$/.test(typed) ? Number(typed) : Number.NaN;
  if (!(number >= least && number <= most)) {
    throw new InputError(`--${name} must be a whole number from ${least} to ${most}, but is "${typed}"`);
  }
  return number;
}

/** Largest seed: what fits an unsigned 32-bit integer. */
export const largestSeed = 0xffff_ffff;

/** A simulated model by its id, for instance `simulated-medium`. */
export interface SimulatedId {
  id: string;
  size: SimulatedSize;
}

export function simulatedModel(typed = 'simulated-medium'): SimulatedId {
  const size = simulatedSizes.find((one) => typed === `simulated-${one}`);
  if (size) return { id: typed, size };
  const known = simulatedSizes.map((one) => `simulated-${one}`);
  throw new InputError(`there is no model "${typed}"; the command line has ${nameList(known)}`);
}
