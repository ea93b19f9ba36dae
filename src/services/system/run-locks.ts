/** Says which runs are alive, in any tab. */
export interface RunLocks {
  /** Marks a run as alive until the returned function is called or the page goes away. */
  hold(run: string): () => void;
  held(): Promise<ReadonlySet<string>>;
}

const prefix = 'candor-run:';

/** Web locks are let go by the browser itself when a page dies, which no heartbeat can promise. */
export class WebRunLocks implements RunLocks {
  #locks: LockManager;

  constructor(locks: LockManager) {
    this.#locks = locks;
  }

  hold(run: string): () => void {
    let release = () => {};
    const done = new Promise<void>((resolve) => (release = resolve));
    this.#locks.request(prefix + run, () => done).catch(() => {}); // without the lock the run is only swept too early
    return release;
  }

  async held(): Promise<ReadonlySet<string>> {
    const { held = [] } = await this.#locks.query();
    return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])));
  }
}

/** Where there are no web locks (tests, old browsers): knows the runs of this page alone. */
export class OwnRunLocks implements RunLocks {
  #held = new Set<string>();

  hold(run: string): () => void {
    this.#held.add(run);
    return () => this.#held.delete(run);
  }

  async held(): Promise<ReadonlySet<string>> {
    return new Set(this.#held);
  }
}

export function runLocks(): RunLocks {
  return 'locks' in navigator ? new WebRunLocks(navigator.locks) : new OwnRunLocks();
}
