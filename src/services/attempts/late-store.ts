import type { Attempt, AttemptOutput, Draft } from '#core/attempts/attempt.ts';
import { StoreError, type AttemptStore, type Watch } from '#core/attempts/attempt-store.ts';
import type { ExportFile } from '#core/attempts/export-file.ts';

/**
 * The store before its code is here: the database library is larger than the whole first view, so it is fetched when
 * something is first asked of it. Calls wait; what is watched starts when it has arrived.
 */
export class LateAttemptStore implements AttemptStore {
  #load: () => Promise<AttemptStore>;
  #loaded: Promise<AttemptStore> | undefined;

  constructor(load: () => Promise<AttemptStore>) {
    this.#load = load;
  }

  begin = async (attempt: Attempt) => (await this.#store()).begin(attempt);
  addOutputs = async (outputs: AttemptOutput[]) => (await this.#store()).addOutputs(outputs);
  end = async (attempt: Attempt) => (await this.#store()).end(attempt);
  get = async (id: string) => (await this.#store()).get(id);
  outputs = async (attempt: string) => (await this.#store()).outputs(attempt);
  pool = async (exercise: string, fingerprint: string) => (await this.#store()).pool(exercise, fingerprint);
  list = async (query: Parameters<AttemptStore['list']>[0]) => (await this.#store()).list(query);
  watchList = (query: Parameters<AttemptStore['watchList']>[0]) => this.#watch((store) => store.watchList(query));
  delete = async (id: string, now: number) => (await this.#store()).delete(id, now);
  undelete = async (id: string) => (await this.#store()).undelete(id);
  sweep = async (now: number, running: ReadonlySet<string>) => (await this.#store()).sweep(now, running);
  progress = async (exercise: string) => (await this.#store()).progress(exercise);
  watchProgress = () => this.#watch((store) => store.watchProgress());
  showHint = async (exercise: string, count: number, now: number) =>
    (await this.#store()).showHint(exercise, count, now);
  giveUp = async (exercise: string, now: number) => (await this.#store()).giveUp(exercise, now);
  draft = async (exercise: string) => (await this.#store()).draft(exercise);
  saveDraft = async (draft: Draft) => (await this.#store()).saveDraft(draft);
  removeDraft = async (exercise: string) => (await this.#store()).removeDraft(exercise);
  exportAll = async (now: number) => (await this.#store()).exportAll(now);
  importAll = async (file: ExportFile, progress?: (done: number, total: number) => void) =>
    (await this.#store()).importAll(file, progress);

  #store(): Promise<AttemptStore> {
    this.#loaded ??= this.#load().catch((error: unknown) => {
      this.#loaded = undefined; // the next call tries again
      throw error instanceof StoreError ? error : new StoreError('unknown', { cause: error });
    });
    return this.#loaded;
  }

  #watch<T>(pick: (store: AttemptStore) => Watch<T>): Watch<T> {
    return (next, failed) => {
      let stop = () => {};
      let stopped = false;
      this.#store().then(
        (store) => {
          if (!stopped) stop = pick(store)(next, failed);
        },
        (error: StoreError) => {
          if (!stopped) failed(error);
        },
      );
      return () => {
        stopped = true;
        stop();
      };
    };
  }
}
