import * as v from 'valibot';
import type { ExportFile } from './export-file.ts';
import { ExportedOutputSchema } from './output-schema.ts';

/** A larger file is refused before it is read. */
export const mostBytes = 200 * 1024 * 1024;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const time = v.pipe(v.number(), v.minValue(0));
const points = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));

/** A prompt as it is stored: lenient in its parameters' ranges, because it was written through the page. */
const PromptSchema = v.object({
  system: v.string(),
  turns: v.array(v.object({ role: v.picklist(['user', 'assistant']), content: v.string() })),
  user: v.string(),
  parameters: v.object({
    temperature: v.exactOptional(v.number()),
    topP: v.exactOptional(v.number()),
    maxTokens: v.exactOptional(v.number()),
    stop: v.exactOptional(v.array(v.string())),
  }),
});

const SideSchema = v.object({ score: v.nullable(points), passed: count, total: count });

const AttemptSchema = v.object({
  id,
  exercise: id,
  createdAt: time,
  endedAt: v.exactOptional(time),
  status: v.picklist(['running', 'done', 'interrupted']),
  prompt: PromptSchema,
  fingerprint: v.string(),
  model: v.object({ id: v.string(), seed: v.number() }),
  samples: count,
  pooledFrom: v.exactOptional(v.array(id)),
  grade: v.exactOptional(
    v.object({
      score: points,
      interval: v.tuple([points, points]),
      verdict: v.picklist(['pass', 'fail', 'ungraded']),
      shown: SideSchema,
      heldOut: SideSchema,
      ungraded: count,
      results: count,
    }),
  ),
  deletedAt: v.exactOptional(time),
});

const ProgressSchema = v.object({
  exercise: id,
  state: v.picklist(['started', 'passed']),
  bestScore: points,
  attempts: count,
  lastAttemptAt: time,
  hintsShown: count,
  gaveUp: v.boolean(),
  passedAt: v.exactOptional(time),
});

export const DraftSchema = v.object({ exercise: id, prompt: PromptSchema, updatedAt: time });

const ExportFileSchema: v.GenericSchema<unknown, ExportFile> = v.object({
  app: v.literal('candor'),
  version: v.literal(1),
  exportedAt: time,
  attempts: v.array(AttemptSchema),
  outputs: v.array(ExportedOutputSchema),
  progress: v.array(ProgressSchema),
  drafts: v.array(DraftSchema),
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
  if ('version' in data && typeof data.version === 'number' && data.version > 1) return refuse({ code: 'newer' });
  const parsed = v.safeParse(ExportFileSchema, data, { abortEarly: true });
  if (parsed.success) return { ok: true, file: parsed.output };
  return refuse({ code: 'invalid', where: v.getDotPath(parsed.issues[0]) ?? '?' });
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
