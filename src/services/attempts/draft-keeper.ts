import * as v from 'valibot';
import type { Draft } from '#core/attempts/attempt.ts';
import type { AttemptStore } from '#core/attempts/attempt-store.ts';
import type { DraftKeeper } from '#core/attempts/draft-keeper.ts';
import { DraftSchema } from '#core/attempts/row-schemas.ts';
import { SavedSoon } from '#services/storage/saved-soon.ts';

interface Options {
  attempts: Pick<AttemptStore, 'draft' | 'saveDraft'>;
  /** A function because even touching a blocked `localStorage` throws. */
  storage?: () => Storage;
  /** False when the store forgets with the page. */
  durable?: () => boolean;
}

/** Keeps drafts in the store, and at once in `localStorage`. */
export class StoredDraftKeeper implements DraftKeeper {
  #attempts: Options['attempts'];
  #saved: SavedSoon<Draft>;

  constructor({ attempts, storage = () => localStorage, durable = () => true }: Options) {
    this.#attempts = attempts;
    this.#saved = new SavedSoon({
      prefix: 'candor.draft.',
      idOf: ({ exercise }) => exercise,
      parse: (copy) => {
        const parsed = v.safeParse(DraftSchema, copy);
        return parsed.success ? parsed.output : undefined;
      },
      save: (draft) => attempts.saveDraft(draft),
      storage,
      durable,
    });
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
    const copy = this.#saved.unsaved(exercise);
    const stored = await this.#attempts.draft(exercise).catch(() => undefined);
    if (!copy || !stored) return copy ?? stored;
    return copy.updatedAt >= stored.updatedAt ? copy : stored;
  }

  keep(draft: Draft, settled: (outcome: 'saved' | 'failed') => void): void {
    this.#saved.keep(draft, settled);
  }

  flush(): Promise<void> {
    return this.#saved.flush();
  }
}
