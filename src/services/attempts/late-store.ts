import type { Attempt, AttemptOutput, Draft } from '#core/attempts/attempt.ts';
import type { AttemptStore } from '#core/attempts/attempt-store.ts';
import type { AttemptsExport } from '#core/attempts/export-file.ts';
import { LateStore } from '../storage/late.ts';

/** The attempts before the database's code is here. */
export class LateAttemptStore extends LateStore<AttemptStore> implements AttemptStore {
  begin = async (attempt: Attempt) => (await this.store()).begin(attempt);
  addOutputs = async (outputs: AttemptOutput[]) => (await this.store()).addOutputs(outputs);
  end = async (attempt: Attempt) => (await this.store()).end(attempt);
  get = async (id: string) => (await this.store()).get(id);
  outputs = async (attempt: string) => (await this.store()).outputs(attempt);
  pool = async (exercise: string, fingerprint: string) => (await this.store()).pool(exercise, fingerprint);
  list = async (query: Parameters<AttemptStore['list']>[0]) => (await this.store()).list(query);
  watchList = (query: Parameters<AttemptStore['watchList']>[0]) => this.watch((store) => store.watchList(query));
  delete = async (id: string, now: number) => (await this.store()).delete(id, now);
  undelete = async (id: string) => (await this.store()).undelete(id);
  sweep = async (now: number, running: ReadonlySet<string>) => (await this.store()).sweep(now, running);
  progress = async (exercise: string) => (await this.store()).progress(exercise);
  watchProgress = () => this.watch((store) => store.watchProgress());
  showHint = async (exercise: string, count: number, now: number) =>
    (await this.store()).showHint(exercise, count, now);
  giveUp = async (exercise: string, now: number) => (await this.store()).giveUp(exercise, now);
  draft = async (exercise: string) => (await this.store()).draft(exercise);
  watchDraft = (exercise: string) => this.watch((store) => store.watchDraft(exercise));
  saveDraft = async (draft: Draft) => (await this.store()).saveDraft(draft);
  removeDraft = async (exercise: string) => (await this.store()).removeDraft(exercise);
  count = async () => (await this.store()).count();
  exportAll = async () => (await this.store()).exportAll();
  importAll = async (file: AttemptsExport, progress?: (done: number, total: number) => void) =>
    (await this.store()).importAll(file, progress);
}
