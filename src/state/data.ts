import type { AttemptStore, ImportReport } from '#core/attempts/attempt-store.ts';
import { heldOutIsOpen } from '#core/attempts/conceal.ts';
import type { DraftKeeper } from '#core/attempts/draft-keeper.ts';
import type { ExportFile } from '#core/attempts/export-file.ts';
import type { ImportProblem } from '#core/attempts/export-schema.ts';
import type { ComparisonStore } from '#core/comparisons/comparison-store.ts';

interface DataServices {
  attempts: Pick<AttemptStore, 'exportAll' | 'importAll' | 'count'>;
  comparisons: Pick<ComparisonStore, 'exportAll' | 'importAll' | 'count'>;
  drafts: Pick<DraftKeeper, 'flush'>;
  now: () => number;
  /** Rows found damaged so far. */
  damaged?: () => number;
  /** The browser's storage manager, where it has one. */
  manager?: Pick<StorageManager, 'estimate' | 'persisted' | 'persist'>;
}

/** Some browsers say which part of the storage is how large. */
type DetailedEstimate = StorageEstimate & { usageDetails?: StorageUse['parts'] };

/** In bytes, as far as the browser says. */
export interface StorageUse {
  used?: number;
  quota?: number;
  /** The rows, the copy of the app, and model files. */
  parts?: { indexedDB?: number; caches?: number; fileSystem?: number };
  /** The browser has promised not to clear the data by itself. */
  persisted?: boolean;
  kept?: { attempts: number; comparisons: number; drafts: number };
  /** Rows that were left out because they are damaged. */
  damaged?: number;
}

export type ImportOutcome =
  { status: 'done'; report: ImportReport } | { status: 'refused'; reason: ImportProblem['code']; where?: string };

/** All of a person's data: out, in, and how the browser keeps them. Rejects with a StoreError where storage fails. */
export class Data {
  #services: DataServices;

  constructor(services: DataServices) {
    this.#services = services;
  }

  /** The export file, ready to be saved. */
  async exportAll(): Promise<{ name: string; text: string }> {
    await this.#services.drafts.flush();
    const now = this.#services.now();
    const attempts = await this.#services.attempts.exportAll();
    const standing = new Map(attempts.progress.map((row) => [row.exercise, row]));
    const comparisons = await this.#services.comparisons.exportAll((id) => heldOutIsOpen(standing.get(id)));
    const file: ExportFile = { app: 'candor', version: 2, exportedAt: now, ...attempts, ...comparisons };
    return { name: `candor-${new Date(now).toISOString().slice(0, 10)}.json`, text: JSON.stringify(file) };
  }

  async importFile(file: Blob, progress: (done: number, total: number) => void): Promise<ImportOutcome> {
    // What a file may hold takes much code to say, which only those who import one need.
    const { mostBytes, parseExport } = await import('#core/attempts/export-schema.ts');
    if (file.size > mostBytes) return { status: 'refused', reason: 'too-large' };
    const parsed = parseExport(await file.text());
    if (!parsed.ok) {
      const { problem } = parsed;
      return { status: 'refused', reason: problem.code, ...('where' in problem ? { where: problem.where } : {}) };
    }
    const { attempts, comparisons, matrices } = parsed.file;
    const total = attempts.length + comparisons.length + matrices.length;
    const report = await this.#services.attempts.importAll(parsed.file, (done) => progress(done, total));
    const more = await this.#services.comparisons.importAll(parsed.file, (done) =>
      progress(attempts.length + done, total),
    );
    return {
      status: 'done',
      report: {
        added: report.added + more.added,
        updated: report.updated + more.updated,
        unchanged: report.unchanged + more.unchanged,
      },
    };
  }

  /** What is kept, and what the browser says of its storage; what is not known is left out. */
  async storage(): Promise<StorageUse> {
    const { manager, attempts, comparisons } = this.#services;
    const [counts, compared, estimate, persisted] = await Promise.all([
      attempts.count().catch(() => undefined),
      comparisons.count().catch(() => undefined),
      manager?.estimate().catch(() => undefined) as Promise<DetailedEstimate | undefined> | undefined,
      manager?.persisted().catch(() => undefined),
    ]);
    return {
      ...(counts && compared !== undefined ? { kept: { ...counts, comparisons: compared } } : {}),
      used: estimate?.usage,
      quota: estimate?.quota,
      parts: estimate?.usageDetails ?? {},
      persisted,
      damaged: this.#services.damaged?.(),
    };
  }

  /** Asks the browser to keep the data; true when it promised. */
  async persist(): Promise<boolean> {
    return (await this.#services.manager?.persist().catch(() => false)) ?? false;
  }
}
