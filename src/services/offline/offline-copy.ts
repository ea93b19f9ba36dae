/** An hour: often enough for a tab that stays open for days. */
const lookAgainInMs = 3_600_000;

/** The copy of the app on this device, which a service worker keeps, and the newer version that may wait behind it. */
export class OfflineCopy {
  #waiting: ServiceWorker | undefined;
  #container: ServiceWorkerContainer | undefined;
  #newer: () => void;

  /** `newer` is called when another version is ready to take over; it waits until it is told to. */
  constructor(newer: () => void, container: ServiceWorkerContainer | undefined = navigator.serviceWorker) {
    this.#newer = newer;
    this.#container = container;
  }

  /** Starts to keep the copy; never rejects, for the app works without. */
  async start(address: string, now: () => number): Promise<void> {
    if (!this.#container) return;
    try {
      const registration = await this.#container.register(address, { updateViaCache: 'none' });
      this.#hear(registration);
      this.#lookAgain(registration, now);
    } catch {
      // refused by the browser (private window, no https), or a file did not arrive
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
      this.#newer();
    };
    ready(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing;
      worker?.addEventListener('statechange', () => {
        if (worker.state === 'installed') ready(worker);
      });
    });
  }

  /** The browser itself looks for a newer version when a page is opened; a tab may stay open for days. */
  #lookAgain(registration: ServiceWorkerRegistration, now: () => number): void {
    let lookedAt = now();
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'visible' || now() - lookedAt < lookAgainInMs) return;
      lookedAt = now();
      void registration.update().catch(() => {});
    });
  }
}
