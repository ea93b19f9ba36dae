/** An hour: often enough for a tab that stays open for days. */
const lookAgainInMs = 3_600_000;

/**
 * How far the copy is. `insecure`: the page came over plain http, and `unsupported`: the browser keeps no copies, or not
 * here (a private window). `refused`: the browser, or a policy, does not allow one. `incomplete`: a file did not arrive.
 * `full`: no room for it.
 */
export type CopyState = 'fetching' | 'ready' | 'insecure' | 'unsupported' | 'refused' | 'incomplete' | 'full';

interface Heard {
  /** Another version is ready to take over; it waits until it is told to. */
  newer: () => void;
  state: (state: CopyState) => void;
}

/** The copy of the app on this device, which a service worker keeps, and the newer version that may wait behind it. */
export class OfflineCopy {
  #waiting: ServiceWorker | undefined;
  #registration: ServiceWorkerRegistration | undefined;
  #container: ServiceWorkerContainer | undefined;
  #heard: Heard;
  /** Why the worker could not fill the copy, where it said so. */
  #why: CopyState | undefined;

  constructor(heard: Heard, container: ServiceWorkerContainer | undefined = navigator.serviceWorker) {
    this.#heard = heard;
    this.#container = container;
    container?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data === 'copy-full') this.#why = 'full';
    });
  }

  /** Starts to keep the copy; never rejects, for the app works without. */
  async start(address: string, now: () => number): Promise<void> {
    if (await this.fetch(address)) this.#lookAgain(now);
  }

  /** Fetches what is missing; a second call tries again. */
  async fetch(address: string): Promise<boolean> {
    if (!this.#container) {
      this.#heard.state(isSecureContext ? 'unsupported' : 'insecure');
      return false;
    }
    this.#heard.state('fetching');
    try {
      const registration = await this.#container.register(address, { updateViaCache: 'none' });
      if (registration.active) this.#heard.state('ready');
      if (registration !== this.#registration) this.#hear(registration);
      this.#registration = registration;
      return true;
    } catch (error) {
      this.#heard.state(error instanceof DOMException && error.name === 'SecurityError' ? 'refused' : 'incomplete');
      return false;
    }
  }

  /** Lets the newer version take over; resolves when it answers for this page, which must then be loaded again. */
  takeOver(): Promise<void> {
    return new Promise((resolve) => {
      this.#container?.addEventListener('controllerchange', () => resolve(), { once: true });
      this.#waiting?.postMessage('take-over');
    });
  }

  #hear(registration: ServiceWorkerRegistration): void {
    const ready = (worker: ServiceWorker | null) => {
      // Without a controller this is the first version, and nobody runs an older one.
      if (!worker || !this.#container?.controller) return;
      this.#waiting = worker;
      this.#heard.newer();
    };
    const followed = new WeakSet<ServiceWorker>();
    const follow = (worker: ServiceWorker | null) => {
      if (!worker || followed.has(worker)) return;
      followed.add(worker);
      worker.addEventListener('statechange', () => {
        if (worker.state === 'installed') ready(worker);
        if (worker.state === 'activated') this.#heard.state('ready');
        // A version that came to nothing is a fault only where there is no older one.
        if (worker.state === 'redundant' && !registration.active) this.#heard.state(this.#why ?? 'incomplete');
      });
    };
    ready(registration.waiting);
    follow(registration.installing);
    registration.addEventListener('updatefound', () => follow(registration.installing));
  }

  /** The browser itself looks for a newer version when a page is opened; a tab may stay open for days. */
  #lookAgain(now: () => number): void {
    let lookedAt = now();
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'visible' || now() - lookedAt < lookAgainInMs) return;
      lookedAt = now();
      void this.#registration?.update().catch(() => {});
    });
  }
}
