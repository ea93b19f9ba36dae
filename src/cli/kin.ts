import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { ReadyWrite } from '#services/exercises/folder.ts';
import { InputError } from './input-error.ts';

/** Rows of needs (`profession/exercise/need`) that ask for the same thing of different material. */
export type Kin = readonly (readonly string[])[];

const file = 'kin.yaml';
const KinSchema = v.array(v.array(v.string()));

/** Reads `kin.yaml` of a folder of exercises; each name has to be a need of an exercise there. */
export function readKin(root: string, all: readonly ReadyWrite[]): Kin {
  const path = join(root, file);
  if (!existsSync(path)) return [];
  const read = v.safeParse(KinSchema, parse(readFileSync(path, 'utf8')));
  if (!read.success) throw new InputError(`${file} is not a list of rows of needs, as in "support/late-parcel/policy"`);
  const needs = new Set(
    all.flatMap(({ exercise, simulation }) => Object.keys(simulation.needs).map((name) => `${exercise.id}/${name}`)),
  );
  const unknown = read.output.flat().find((name) => !needs.has(name));
  if (unknown !== undefined)
    throw new InputError(`${file} names "${unknown}", but no exercise that is sound has this need`);
  return read.output;
}
