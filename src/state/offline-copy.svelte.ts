import type { CopyState } from '#services/offline/offline-copy.ts';

/** How far the copy of the app on this device is. `off`: none is kept here, as while developing. */
export class OfflineCopyState {
  #state = $state<CopyState | 'off'>('off');
  #again: () => void;

  constructor(again: () => void) {
    this.#again = again;
  }

  get state(): CopyState | 'off' {
    return this.#state;
  }

  report(state: CopyState): void {
    this.#state = state;
  }

  /** Tries again to fetch what is missing. */
  tryAgain(): void {
    this.#again();
  }
}
