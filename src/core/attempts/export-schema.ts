import * as v from 'valibot';
import {
  ComparisonSchema,
  ExportedComparisonOutputSchema,
  MatrixSchema,
  VoteSchema,
} from '#core/comparisons/schema.ts';
import type { ExportFile } from './export-file.ts';
import { ExportedOutputSchema } from './output-schema.ts';
import { AttemptSchema, DraftSchema, ProgressSchema, time } from './row-schemas.ts';

/** A larger file is refused before it is read. */
export const mostBytes = 200 * 1024 * 1024;

const newest: ExportFile['version'] = 2;

const ExportFileSchema: v.GenericSchema<unknown, ExportFile> = v.object({
  app: v.literal('candor'),
  version: v.literal(newest),
  exportedAt: time,
  attempts: v.array(AttemptSchema),
  outputs: v.array(ExportedOutputSchema),
  progress: v.array(ProgressSchema),
  drafts: v.array(DraftSchema),
  comparisons: v.array(ComparisonSchema),
  matrices: v.array(MatrixSchema),
  comparisonOutputs: v.array(ExportedComparisonOutputSchema),
  votes: v.array(VoteSchema),
});

/** Why a file was refused; each has a sentence in the interface. `where` leads an expert to the place. */
export type ImportProblem =
  | { code: 'too-large'; most: number }
  | { code: 'not-json' }
  | { code: 'not-ours' }
  | { code: 'newer' }
  | { code: 'invalid'; where: string };

export type ParsedExport = { ok: true; file: ExportFile } | { ok: false; problem: ImportProblem };

/** The door for imported data: what comes through is an {@link ExportFile} with nothing else in it. */
export function parseExport(text: string): ParsedExport {
  if (text.length > mostBytes) return refuse({ code: 'too-large', most: mostBytes });
  let data: unknown;
  try {
    data = JSON.parse(text, refuseUnsafeKeys);
  } catch (error) {
    return refuse(error instanceof UnsafeKey ? { code: 'invalid', where: error.message } : { code: 'not-json' });
  }
  if (typeof data !== 'object' || data === null || !('app' in data) || data.app !== 'candor') {
    return refuse({ code: 'not-ours' });
  }
  if ('version' in data && typeof data.version === 'number' && data.version > newest) return refuse({ code: 'newer' });
  const parsed = v.safeParse(ExportFileSchema, upgraded(data), { abortEarly: true });
  if (parsed.success) return { ok: true, file: parsed.output };
  return refuse({ code: 'invalid', where: v.getDotPath(parsed.issues[0]) ?? '?' });
}

/** A file of version 1 knew no comparisons. */
function upgraded(data: object): object {
  if (!('version' in data) || data.version !== 1) return data;
  return { ...data, version: newest, comparisons: [], matrices: [], comparisonOutputs: [], votes: [] };
}

function refuse(problem: ImportProblem): ParsedExport {
  return { ok: false, problem };
}

class UnsafeKey extends Error {}

/** Keys through which a file could reach into every object of the page. */
function refuseUnsafeKeys(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw new UnsafeKey(key);
  return value;
}
