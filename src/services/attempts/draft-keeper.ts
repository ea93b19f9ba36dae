import * as v from 'valibot';
import type { Draft } from '#core/attempts/attempt.ts';
import type { AttemptStore } from '#core/attempts/attempt-store.ts';
import type { DraftKeeper } from '#core/attempts/draft-keeper.ts';
import { DraftSchema } from '#core/attempts/row-schemas.ts';

const prefix = 'candor.draft.';

/** Time from the first key to the first save: someone who types without a pause is saved as often. */
const saveAfterMs = 300;

interface Waiting {
  draft: Draft;
  settled: (outcome: 'saved' | 'failed') => void;
}

interface Options {
  attempts: Pick<AttemptStore, 'draft' | 'saveDraft'>;
  /** A function because even touching a blocked `localStorage` throws. */
  storage?: () => Storage;
  /** False when the store forgets with the page: then the copy in `localStorage` is the only one, and stays. */
  durable?: () => boolean;
}

/**
 * Drafts go to the database, and first, at once, to `localStorage`: a write to the database that begins while the page
 * dies may be cut off. The copy goes when the database has the draft.
 */
export class StoredDraftKeeper implements DraftKeeper {
  #attempts: Options['attempts'];
  #storage: () => Storage;
  #durable: () => boolean;
  #waiting = new Map<string, Waiting>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ attempts, storage = () => localStorage, durable = () => true }: Options) {
    this.#attempts = attempts;
    this.#storage = storage;
    this.#durable = durable;
  }

  /** Saves when the page is hidden or goes away. Returns the undoing. */
  listen(page: Document = document): () => void {
    const hidden = () => {
      if (page.visibilityState === 'hidden') void this.flush();
    };
    const gone = () => void this.flush();
    page.addEventListener('visibilitychange', hidden);
    page.defaultView?.addEventListener('pagehide', gone);
    return () => {
      page.removeEventListener('visibilitychange', hidden);
      page.defaultView?.removeEventListener('pagehide', gone);
    };
  }

  async restore(exercise: string): Promise<Draft | undefined> {
    const copy = this.#waiting.get(exercise)?.draft ?? this.#copy(exercise);
    const stored = await this.#attempts.draft(exercise).catch(() => undefined);
    if (!copy || !stored) return copy ?? stored;
    return copy.updatedAt >= stored.updatedAt ? copy : stored;
  }

  keep(draft: Draft, settled: (outcome: 'saved' | 'failed') => void): void {
    this.#waiting.set(draft.exercise, { draft, settled });
    this.#timer ??= setTimeout(() => void this.flush(), saveAfterMs);
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    await Promise.all(waiting.map((one) => this.#save(one)));
  }

  async #save({ draft, settled }: Waiting): Promise<void> {
    const copied = this.#writeCopy(draft);
    try {
      await this.#attempts.saveDraft(draft);
      if (this.#durable()) this.#removeCopy(draft);
      settled(this.#durable() || copied ? 'saved' : 'failed');
    } catch {
      settled(copied ? 'saved' : 'failed');
    }
  }

  #copy(exercise: string): Draft | undefined {
    try {
      const parsed = v.safeParse(DraftSchema, JSON.parse(this.#storage().getItem(prefix + exercise) ?? 'null'));
      return parsed.success && parsed.output.exercise === exercise ? parsed.output : undefined;
    } catch {
      return undefined;
    }
  }

  #writeCopy(draft: Draft): boolean {
    try {
      this.#storage().setItem(prefix + draft.exercise, JSON.stringify(draft));
      return true;
    } catch {
      return false; // blocked, or a prompt too long for it: the database alone then
    }
  }

  #removeCopy({ exercise, updatedAt }: Draft): void {
    if ((this.#copy(exercise)?.updatedAt ?? Infinity) > updatedAt) return; // a newer one was typed meanwhile
    try {
      this.#storage().removeItem(prefix + exercise);
    } catch {
      // nothing was there
    }
  }
}
