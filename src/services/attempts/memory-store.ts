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
import { importedAttempts, mergeDecision } from '#core/attempts/merge.ts';
import { mergeProgress, noProgress, progressAfter } from '#core/attempts/progress.ts';
import { seal } from '#core/attempts/seal.ts';
import { Watchers } from '../storage/watchers.ts';
import { byCaseAndSample, undoableForMs } from './rows.ts';

/**
 * The store for attempts where the browser gives no database: everything works until the page is closed. Rows are
 * copied on their way in and out, as a database would.
 */
export class MemoryAttemptStore implements AttemptStore {
  #attempts = new Map<string, Attempt>();
  #outputs = new Map<string, AttemptOutput>();
  #progress = new Map<string, ExerciseProgress>();
  #drafts = new Map<string, Draft>();
  #watchers = new Watchers();

  async begin(attempt: Attempt): Promise<void> {
    this.#attempts.set(attempt.id, structuredClone(attempt));
    this.#watchers.changed();
  }

  async addOutputs(outputs: AttemptOutput[]): Promise<void> {
    for (const output of outputs) this.#outputs.set(output.id, structuredClone(output));
    this.#watchers.changed();
  }

  async end(attempt: Attempt): Promise<void> {
    const before = this.#attempts.get(attempt.id);
    const deletedAt = before?.deletedAt;
    this.#attempts.set(attempt.id, structuredClone(deletedAt === undefined ? attempt : { ...attempt, deletedAt }));
    const again = before?.endedAt !== undefined;
    this.#progress.set(attempt.exercise, progressAfter(this.#progress.get(attempt.exercise), attempt, again));
    this.#watchers.changed();
  }

  async get(id: string): Promise<Attempt | undefined> {
    return structuredClone(this.#attempts.get(id));
  }

  async outputs(id: string): Promise<AttemptOutput[]> {
    const attempt = this.#attempts.get(id);
    const wanted = new Set(attempt ? withPooled(attempt) : [id]);
    const found = [...this.#outputs.values()].filter((output) => wanted.has(output.attempt));
    return structuredClone(found).sort(byCaseAndSample);
  }

  async pool(exercise: string, fingerprint: string): Promise<PromptAttempt[]> {
    const same = this.#living()
      .filter(isPromptAttempt)
      .filter((one) => one.exercise === exercise && one.fingerprint === fingerprint);
    return structuredClone(same.filter(({ status }) => status !== 'running')).sort((a, b) => a.createdAt - b.createdAt);
  }

  async list({ exercise, limit, before }: { exercise?: string; limit: number; before?: number }): Promise<Attempt[]> {
    const found = this.#living().filter(
      (one) =>
        (exercise === undefined || one.exercise === exercise) && (before === undefined || one.createdAt < before),
    );
    return structuredClone(found.sort((a, b) => b.createdAt - a.createdAt).slice(0, limit));
  }

  watchList(query: { exercise?: string; limit: number }): Watch<Attempt[]> {
    return this.#watchers.watch(() => this.list(query));
  }

  async delete(id: string, now: number): Promise<void> {
    this.#setDeleted(id, now);
  }

  async undelete(id: string): Promise<void> {
    this.#setDeleted(id, undefined);
  }

  async sweep(now: number, stillRunning: ReadonlySet<string>): Promise<void> {
    for (const attempt of [...this.#attempts.values()]) {
      const { id, status, deletedAt, endedAt = now } = attempt;
      if (status === 'running' && !stillRunning.has(id)) await this.end({ ...attempt, status: 'interrupted', endedAt });
      if (deletedAt !== undefined && deletedAt < now - undoableForMs) this.#attempts.delete(id);
    }
    const kept = new Set([...this.#attempts.values()].flatMap(withPooled));
    for (const { id, attempt } of [...this.#outputs.values()]) if (!kept.has(attempt)) this.#outputs.delete(id);
    this.#watchers.changed();
  }

  async progress(exercise: string): Promise<ExerciseProgress | undefined> {
    return structuredClone(this.#progress.get(exercise));
  }

  watchProgress(): Watch<ExerciseProgress[]> {
    return this.#watchers.watch(async () => structuredClone([...this.#progress.values()]));
  }

  async showHint(exercise: string, count: number, _now: number): Promise<void> {
    const before = this.#progress.get(exercise) ?? noProgress(exercise);
    this.#progress.set(exercise, { ...before, hintsShown: Math.max(before.hintsShown, count) });
    this.#watchers.changed();
  }

  async giveUp(exercise: string, _now: number): Promise<void> {
    this.#progress.set(exercise, { ...(this.#progress.get(exercise) ?? noProgress(exercise)), gaveUp: true });
    this.#watchers.changed();
  }

  async draft(exercise: string): Promise<Draft | undefined> {
    return structuredClone(this.#drafts.get(exercise));
  }

  watchDraft(exercise: string): Watch<Draft | undefined> {
    return this.#watchers.watch(() => this.draft(exercise));
  }

  async saveDraft(draft: Draft): Promise<void> {
    const stored = this.#drafts.get(draft.exercise);
    if (!stored || stored.updatedAt <= draft.updatedAt) this.#drafts.set(draft.exercise, structuredClone(draft));
  }

  async removeDraft(exercise: string): Promise<void> {
    this.#drafts.delete(exercise);
  }

  async count(): Promise<{ attempts: number; drafts: number }> {
    return { attempts: this.#living().length, drafts: this.#drafts.size };
  }

  async exportAll(): Promise<AttemptsExport> {
    const attempts = this.#living();
    const exerciseOf = new Map<string, string>();
    for (const attempt of attempts) {
      for (const one of withPooled(attempt)) exerciseOf.set(one, attempt.exercise);
    }
    const outputs = [...this.#outputs.values()].filter(({ attempt }) => exerciseOf.has(attempt));
    return structuredClone({
      attempts,
      outputs: outputs.map((output) =>
        seal(output, heldOutIsOpen(this.#progress.get(exerciseOf.get(output.attempt) ?? ''))),
      ),
      progress: [...this.#progress.values()],
      drafts: [...this.#drafts.values()],
    });
  }

  async importAll(
    file: AttemptsExport,
    progress: (done: number, total: number) => void = () => {},
  ): Promise<ImportReport> {
    const report: ImportReport = { added: 0, updated: 0, unchanged: 0 };
    const { attempts, pooledOnly } = importedAttempts(structuredClone(file));
    progress(0, attempts.length);
    for (const { attempt, outputs } of attempts) {
      const decision = mergeDecision(this.#attempts.get(attempt.id), attempt);
      if (decision !== 'keep') {
        this.#attempts.set(attempt.id, attempt);
        for (const output of outputs) this.#outputs.set(output.id, output);
      }
      report[decision === 'add' ? 'added' : decision === 'update' ? 'updated' : 'unchanged']++;
    }
    for (const output of pooledOnly) if (!this.#outputs.has(output.id)) this.#outputs.set(output.id, output);
    for (const draft of file.drafts) await this.saveDraft(draft);
    for (const row of file.progress) {
      const counted = this.#living().filter((one) => one.exercise === row.exercise && one.status !== 'running').length;
      const merged = mergeProgress(this.#progress.get(row.exercise), row);
      this.#progress.set(row.exercise, { ...merged, attempts: counted });
    }
    progress(attempts.length, attempts.length);
    this.#watchers.changed();
    return report;
  }

  #living(): Attempt[] {
    return [...this.#attempts.values()].filter(({ deletedAt }) => deletedAt === undefined);
  }

  #setDeleted(id: string, deletedAt: number | undefined): void {
    const attempt = this.#attempts.get(id);
    if (!attempt || (attempt.deletedAt === undefined) === (deletedAt === undefined)) return;
    const { deletedAt: _, ...rest } = attempt;
    this.#attempts.set(id, deletedAt === undefined ? rest : { ...rest, deletedAt });
    const progress = this.#progress.get(attempt.exercise);
    if (progress && attempt.status !== 'running') {
      const attempts = Math.max(0, progress.attempts + (deletedAt === undefined ? 1 : -1));
      this.#progress.set(attempt.exercise, { ...progress, attempts });
    }
    this.#watchers.changed();
  }
}
