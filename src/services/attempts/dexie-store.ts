import Dexie from 'dexie';
import {
  isPromptAttempt,
  withPooled,
  type Attempt,
  type AttemptOutput,
  type Draft,
  type ExerciseProgress,
  type PromptAttempt,
} from '#core/attempts/attempt.ts';
import type { AttemptStore, ImportReport, Watch } from '#core/attempts/attempt-store.ts';
import { heldOutIsOpen } from '#core/attempts/conceal.ts';
import type { AttemptsExport } from '#core/attempts/export-file.ts';
import { importedAttempts, mergeDecision, type ImportedAttempt } from '#core/attempts/merge.ts';
import { mergeProgress, noProgress, progressAfter } from '#core/attempts/progress.ts';
import { ExportedOutputSchema as OutputSchema } from '#core/attempts/output-schema.ts';
import { AttemptSchema, DraftSchema, ProgressSchema } from '#core/attempts/row-schemas.ts';
import { seal } from '#core/attempts/seal.ts';
import type { GuardedDatabase } from '../storage/guarded-database.ts';
import { byCaseAndSample, undoableForMs } from './rows.ts';
import type { Database } from './database.ts';

/** Attempts that an import writes in one transaction: enough to be quick, few enough for progress to move. */
const importBatch = 50;

/** The store for attempts in IndexedDB. */
export class DexieAttemptStore implements AttemptStore {
  #guarded: GuardedDatabase;
  #onEnded: () => void;

  /** `onEnded` is called when the end of an attempt is stored: there is something worth keeping. */
  constructor(guarded: GuardedDatabase, onEnded: () => void = () => {}) {
    this.#guarded = guarded;
    this.#onEnded = onEnded;
  }

  begin(attempt: Attempt): Promise<void> {
    return this.#guarded.do(async ({ attempts }) => void (await attempts.put(attempt)));
  }

  addOutputs(outputs: AttemptOutput[]): Promise<void> {
    return this.#guarded.do(async (database) => void (await database.outputs.bulkPut(outputs)));
  }

  async end(attempt: Attempt): Promise<void> {
    await this.#end(attempt);
    this.#onEnded();
  }

  #end(attempt: Attempt): Promise<void> {
    return this.#guarded.do((database) =>
      database.transaction('rw', database.attempts, database.progress, async () => {
        const before = await database.attempts.get(attempt.id);
        // deleted while it ran: the deletion stands
        await database.attempts.put(before?.deletedAt ? { ...attempt, deletedAt: before.deletedAt } : attempt);
        const progress = this.#progressOf(await database.progress.get(attempt.exercise));
        await database.progress.put(progressAfter(progress, attempt, before?.endedAt !== undefined));
      }),
    );
  }

  get(id: string): Promise<Attempt | undefined> {
    return this.#guarded.do(async ({ attempts }) => this.#one(await attempts.get(id)));
  }

  outputs(id: string): Promise<AttemptOutput[]> {
    return this.#guarded.do(async ({ attempts, outputs }) => {
      const attempt = this.#one(await attempts.get(id));
      const rows = await outputs
        .where('attempt')
        .anyOf(attempt ? withPooled(attempt) : [id])
        .toArray();
      return this.#guarded.sound.of('outputs', OutputSchema, rows).sort(byCaseAndSample);
    });
  }

  pool(exercise: string, fingerprint: string): Promise<PromptAttempt[]> {
    return this.#guarded.do(async ({ attempts }) => {
      const same = await attempts.where({ exercise, fingerprint }).toArray();
      return this.#sound(same)
        .filter(isPromptAttempt)
        .filter((attempt) => attempt.status !== 'running' && attempt.deletedAt === undefined)
        .sort((a, b) => a.createdAt - b.createdAt);
    });
  }

  list(query: { exercise?: string; limit: number; before?: number }): Promise<Attempt[]> {
    return this.#guarded.do(async (database) => this.#sound(await list(database, query)));
  }

  watchList(query: { exercise?: string; limit: number }): Watch<Attempt[]> {
    return this.#guarded.watch(async (database) => this.#sound(await list(database, query)));
  }

  delete(id: string, now: number): Promise<void> {
    return this.#setDeleted(id, now);
  }

  undelete(id: string): Promise<void> {
    return this.#setDeleted(id, undefined);
  }

  sweep(now: number, stillRunning: ReadonlySet<string>): Promise<void> {
    return this.#guarded.do(async (database) => {
      const running = await database.attempts.where('status').equals('running').toArray();
      for (const attempt of this.#sound(running).filter(({ id }) => !stillRunning.has(id))) {
        await this.#end({ ...attempt, status: 'interrupted', endedAt: attempt.endedAt ?? now });
      }
      await database.transaction('rw', database.attempts, database.outputs, async () => {
        const gone = await database.attempts
          .where('deletedAt')
          .below(now - undoableForMs)
          .primaryKeys();
        await database.attempts.bulkDelete(gone);
        for (const id of gone) {
          const pooledBy = await database.attempts.where('pooledFrom').equals(id).count();
          if (pooledBy === 0) await database.outputs.where('attempt').equals(id).delete();
        }
      });
    });
  }

  progress(exercise: string): Promise<ExerciseProgress | undefined> {
    return this.#guarded.do(async ({ progress }) => this.#progressOf(await progress.get(exercise)));
  }

  watchProgress(): Watch<ExerciseProgress[]> {
    return this.#guarded.watch(async ({ progress }) =>
      this.#guarded.sound.of('progress', ProgressSchema, await progress.toArray()),
    );
  }

  showHint(exercise: string, count: number, _now: number): Promise<void> {
    return this.#changeProgress(exercise, (before) => ({ ...before, hintsShown: Math.max(before.hintsShown, count) }));
  }

  giveUp(exercise: string, _now: number): Promise<void> {
    return this.#changeProgress(exercise, (before) => ({ ...before, gaveUp: true }));
  }

  draft(exercise: string): Promise<Draft | undefined> {
    return this.#guarded.do(async ({ drafts }) => this.#draftOf(await drafts.get(exercise)));
  }

  watchDraft(exercise: string): Watch<Draft | undefined> {
    return this.#guarded.watch(async ({ drafts }) => this.#draftOf(await drafts.get(exercise)));
  }

  saveDraft(draft: Draft): Promise<void> {
    return this.#guarded.do((database) =>
      database.transaction('rw', database.drafts, async () => {
        const stored = this.#draftOf(await database.drafts.get(draft.exercise));
        if (!stored || stored.updatedAt <= draft.updatedAt) await database.drafts.put(draft);
      }),
    );
  }

  count(): Promise<{ attempts: number; drafts: number }> {
    return this.#guarded.do(async ({ attempts, drafts }) => ({
      attempts: (await attempts.count()) - (await attempts.where('deletedAt').above(0).count()),
      drafts: await drafts.count(),
    }));
  }

  removeDraft(exercise: string): Promise<void> {
    return this.#guarded.do(({ drafts }) => drafts.delete(exercise));
  }

  exportAll(): Promise<AttemptsExport> {
    return this.#guarded.do((database) =>
      database.transaction('r', [database.attempts, database.outputs, database.progress, database.drafts], async () => {
        const { sound } = this.#guarded;
        const all = this.#sound(await database.attempts.toArray());
        const outputs = sound.of('outputs', OutputSchema, await database.outputs.toArray());
        const progress = sound.of('progress', ProgressSchema, await database.progress.toArray());
        const drafts = sound.of('drafts', DraftSchema, await database.drafts.toArray());
        const attempts = all.filter(({ deletedAt }) => deletedAt === undefined);
        const exerciseOf = new Map(all.map(({ id, exercise }) => [id, exercise]));
        const kept = new Set(attempts.flatMap(withPooled));
        for (const attempt of attempts) {
          for (const id of withPooled(attempt)) if (!exerciseOf.has(id)) exerciseOf.set(id, attempt.exercise);
        }
        const standing = new Map(progress.map((row) => [row.exercise, row]));
        return {
          attempts,
          outputs: outputs
            .filter(({ attempt }) => kept.has(attempt))
            .map((output) => seal(output, heldOutIsOpen(standing.get(exerciseOf.get(output.attempt) ?? '')))),
          progress,
          drafts,
        };
      }),
    );
  }

  async importAll(
    file: AttemptsExport,
    progress: (done: number, total: number) => void = () => {},
  ): Promise<ImportReport> {
    const report: ImportReport = { added: 0, updated: 0, unchanged: 0 };
    const { attempts, pooledOnly } = importedAttempts(file);
    progress(0, attempts.length);
    for (let at = 0; at < attempts.length; at += importBatch) {
      const counts = await this.#importBatch(attempts.slice(at, at + importBatch));
      report.added += counts.added;
      report.updated += counts.updated;
      report.unchanged += counts.unchanged;
      progress(Math.min(at + importBatch, attempts.length), attempts.length);
    }
    await this.#guarded.do(async (database) => {
      const there = await database.outputs.bulkGet(pooledOnly.map(({ id }) => id));
      await database.outputs.bulkAdd(pooledOnly.filter((_, index) => !there[index]));
    });
    for (const draft of file.drafts) await this.saveDraft(draft);
    await this.#importProgress(file.progress);
    return report;
  }

  #importBatch(batch: ImportedAttempt[]): Promise<ImportReport> {
    return this.#guarded.do((database) =>
      database.transaction('rw', database.attempts, database.outputs, async () => {
        const report: ImportReport = { added: 0, updated: 0, unchanged: 0 };
        const stored = await database.attempts.bulkGet(batch.map(({ attempt }) => attempt.id));
        for (const [index, { attempt, outputs }] of batch.entries()) {
          const decision = mergeDecision(stored[index], attempt);
          if (decision !== 'keep') {
            await database.attempts.put(attempt);
            await database.outputs.bulkPut(outputs);
          }
          report[decision === 'add' ? 'added' : decision === 'update' ? 'updated' : 'unchanged']++;
        }
        return report;
      }),
    );
  }

  #importProgress(rows: ExerciseProgress[]): Promise<void> {
    return this.#guarded.do((database) =>
      database.transaction('rw', database.attempts, database.progress, async () => {
        for (const row of rows) {
          const merged = mergeProgress(this.#progressOf(await database.progress.get(row.exercise)), row);
          const attempts = await between(database, row.exercise)
            .filter(({ status, deletedAt }) => status !== 'running' && deletedAt === undefined)
            .count();
          await database.progress.put({ ...merged, attempts });
        }
      }),
    );
  }

  #sound(attempts: Attempt[]): Attempt[] {
    return this.#guarded.sound.of('attempts', AttemptSchema, attempts);
  }

  #one(attempt: Attempt | undefined): Attempt | undefined {
    return this.#guarded.sound.one('attempts', AttemptSchema, attempt);
  }

  #progressOf(row: ExerciseProgress | undefined): ExerciseProgress | undefined {
    return this.#guarded.sound.one('progress', ProgressSchema, row);
  }

  #draftOf(row: Draft | undefined): Draft | undefined {
    return this.#guarded.sound.one('drafts', DraftSchema, row);
  }

  #setDeleted(id: string, deletedAt: number | undefined): Promise<void> {
    return this.#guarded.do((database) =>
      database.transaction('rw', database.attempts, database.progress, async () => {
        const attempt = this.#one(await database.attempts.get(id));
        if (!attempt || (attempt.deletedAt === undefined) === (deletedAt === undefined)) return;
        const { deletedAt: _, ...rest } = attempt;
        await database.attempts.put(deletedAt === undefined ? rest : { ...rest, deletedAt });
        const progress = this.#progressOf(await database.progress.get(attempt.exercise));
        if (!progress || attempt.status === 'running') return;
        const attempts = Math.max(0, progress.attempts + (deletedAt === undefined ? 1 : -1));
        await database.progress.put({ ...progress, attempts });
      }),
    );
  }

  #changeProgress(exercise: string, change: (before: ExerciseProgress) => ExerciseProgress): Promise<void> {
    return this.#guarded.do((database) =>
      database.transaction('rw', database.progress, async () => {
        await database.progress.put(
          change(this.#progressOf(await database.progress.get(exercise)) ?? noProgress(exercise)),
        );
      }),
    );
  }
}

/** The attempts of one exercise, by time. */
function between({ attempts }: Database, exercise: string, before: number = Dexie.maxKey as unknown as number) {
  return attempts.where('[exercise+createdAt]').between([exercise, Dexie.minKey], [exercise, before], true, false);
}

async function list(
  database: Database,
  { exercise, limit, before }: { exercise?: string; limit: number; before?: number },
): Promise<Attempt[]> {
  const { attempts } = database;
  const newest = () =>
    exercise !== undefined
      ? between(database, exercise, before).reverse()
      : before !== undefined
        ? attempts.where('createdAt').below(before).reverse()
        : attempts.orderBy('createdAt').reverse();
  // A filter would have Dexie walk from row to row; without one, the browser hands all rows over at once. So the few that
  // were deleted are left out afterwards, and where they leave gaps, as many more are asked for.
  for (let asked = limit; ;) {
    const rows = await newest().limit(asked).toArray();
    const kept = rows.filter(({ deletedAt }) => deletedAt === undefined);
    if (kept.length >= limit || rows.length < asked) return kept.slice(0, limit);
    asked = limit + rows.length - kept.length;
  }
}
