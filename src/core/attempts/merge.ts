import { withPooled, type Attempt, type AttemptOutput } from './attempt.ts';
import type { AttemptsExport } from './export-file.ts';
import { unseal } from './seal.ts';

/** An imported attempt with its outputs. */
export interface ImportedAttempt {
  attempt: Attempt;
  outputs: AttemptOutput[];
}

/**
 * The attempts of a file, each with its outputs. A run that was going on when the file was written cannot go on here.
 * Outputs whose attempt is gone are kept where another attempt pools them, and dropped otherwise.
 */
export function importedAttempts(file: AttemptsExport): { attempts: ImportedAttempt[]; pooledOnly: AttemptOutput[] } {
  const byAttempt = new Map<string, AttemptOutput[]>();
  for (const exported of file.outputs) {
    const output = unseal(exported);
    if (!output) continue;
    const known = byAttempt.get(output.attempt);
    if (known) known.push(output);
    else byAttempt.set(output.attempt, [output]);
  }
  const attempts = file.attempts.map((attempt) => ({
    attempt: attempt.status === 'running' ? { ...attempt, status: 'interrupted' as const } : attempt,
    outputs: byAttempt.get(attempt.id) ?? [],
  }));
  const there = new Set(file.attempts.map(({ id }) => id));
  const pooled = new Set(file.attempts.flatMap(withPooled).filter((id) => !there.has(id)));
  return { attempts, pooledOnly: [...pooled].flatMap((id) => byAttempt.get(id) ?? []) };
}

/** What to do with an imported attempt. The row that was changed last wins; equal ones stay as they are. */
export function mergeDecision(stored: Attempt | undefined, imported: Attempt): 'add' | 'update' | 'keep' {
  if (!stored) return 'add';
  return changedAt(imported) > changedAt(stored) ? 'update' : 'keep';
}

function changedAt({ createdAt, endedAt = 0, deletedAt = 0 }: Attempt): number {
  return Math.max(createdAt, endedAt, deletedAt);
}
