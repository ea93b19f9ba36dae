import type { ModelError } from './model-error.ts';

/** What the browser says of its own model. `unsupported`: it has none, or pages may not use it. */
export type BrowserAvailability = 'unsupported' | 'unavailable' | 'downloadable' | 'downloading' | 'available';

/** What the browser offers, as data; the model is shown only where `status` says that there is something to choose. */
export interface BrowserOffer {
  status: BrowserAvailability;
  /** Languages the browser vouches for, of those that the exercises are in (ISO 639-1). */
  languages: string[];
}

/** The port for what is special about the browser's own model: whether it is there, and fetching it. */
export interface BrowserModel {
  offer(): Promise<BrowserOffer>;
  /**
   * Has the browser fetch its model; call it from a press of a button, browsers ask for one. `progress` runs from 0 to 1.
   * Resolves to nothing when the model is ready (or the signal stopped the wait).
   */
  download(progress: (share: number) => void, signal?: AbortSignal): Promise<ModelError | undefined>;
}
