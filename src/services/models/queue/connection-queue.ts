import type { ModelError } from '#core/models/model-error.ts';
import type { TrafficState } from '#core/models/traffic.ts';
import type { Timers } from '../../system/timers.ts';
import { AdaptiveLimit } from './adaptive-limit.ts';
import { attemptsFor, concernsAll, delayBeforeRetry, type RetryPolicy } from './retry-policy.ts';

export interface QueueOptions {
  concurrency: number;
  requestsPerMinute?: number | undefined;
  timers: Timers;
  /** A number from 0 up to 1. */
  luck: () => number;
  policy: RetryPolicy;
}

interface Waiting {
  enter: () => void;
  /** Not before this moment: it has failed and waits for its own next try. */
  notBefore: number;
  pause?: NonNullable<TrafficState['pause']>;
}

const minute = 60_000;

/** A place among the calls under way. */
export interface Place {
  enteredAt: number;
  /** Gives the place to the next one; more than once does no harm. */
  leave(): void;
}

/** The queue before one connection: so many calls at once, so many a minute, and pauses that all of them share. */
export class ConnectionQueue {
  #options: QueueOptions;
  #limit: AdaptiveLimit;
  #active = 0;
  #waiting: Waiting[] = [];
  /** When the calls of the last minute were sent; kept only where there is a limit of them. */
  #sent: number[] = [];
  #pause: TrafficState['pause'];
  #cancelTimer: () => void = () => {};
  readonly #listeners = new Set<(state: TrafficState) => void>();

  constructor(options: QueueOptions) {
    this.#options = options;
    this.#limit = new AdaptiveLimit(options.concurrency);
  }

  /** Takes over what the person changed. What was learnt of the server begins anew with another concurrency. */
  configure({ concurrency, requestsPerMinute }: Pick<QueueOptions, 'concurrency' | 'requestsPerMinute'>): void {
    if (concurrency !== this.#options.concurrency) this.#limit = new AdaptiveLimit(concurrency);
    this.#options = { ...this.#options, concurrency, requestsPerMinute };
    this.#admit();
  }

  get state(): TrafficState {
    const shared = this.#pause && this.#pause.until > this.#now() ? this.#pause : undefined;
    const pause = shared ?? this.#waiting.filter((one) => one.pause).sort(byTime)[0]?.pause;
    const { value: limit } = this.#limit;
    return { active: this.#active, queued: this.#waiting.length, limit, ...(pause ? { pause } : {}) };
  }

  watch(changed: (state: TrafficState) => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  /** Waits for a place; `undefined` when the caller gave up. `after` is what the last try came to. */
  async enter(signal?: AbortSignal, after?: { error: ModelError; attempt: number; delayInMs: number }) {
    if (signal?.aborted) return undefined;
    const waiting: Waiting = { enter: () => {}, notBefore: 0 };
    if (after && !concernsAll(after.error)) {
      const { error, attempt, delayInMs } = after;
      waiting.notBefore = this.#now() + delayInMs;
      const attempts = attemptsFor(error, this.#options.policy);
      waiting.pause = { error, attempt: attempt + 1, attempts, until: waiting.notBefore };
    }
    const entered = new Promise<boolean>((resolve) => {
      const giveUp = () => {
        this.#waiting = this.#waiting.filter((one) => one !== waiting);
        resolve(false);
        this.#admit();
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      waiting.enter = () => {
        signal?.removeEventListener('abort', giveUp);
        resolve(true);
      };
    });
    // Whoever was under way before comes first.
    if (after) this.#waiting.unshift(waiting);
    else this.#waiting.push(waiting);
    this.#admit();
    return (await entered) ? this.#place() : undefined;
  }

  answered(): void {
    this.#limit.answered();
    this.#tell();
  }

  /** A call failed before it said anything: how long until it is tried again, or `undefined` when it is given up. */
  failed(error: ModelError, attempt: number, place: Place): number | undefined {
    const { policy, luck } = this.#options;
    if (error.kind === 'rate-limited') this.#limit.refused(place.enteredAt, this.#now());
    const delayInMs = delayBeforeRetry(error, attempt, luck, policy);
    if (delayInMs !== undefined && concernsAll(error)) {
      const until = this.#now() + delayInMs;
      if (until > (this.#pause?.until ?? 0)) {
        this.#pause = { error, attempt: attempt + 1, attempts: attemptsFor(error, policy), until };
      }
    }
    return delayInMs;
  }

  tryNow(): void {
    this.#pause = undefined;
    for (const waiting of this.#waiting) {
      waiting.notBefore = 0;
      delete waiting.pause;
    }
    this.#admit();
  }

  #now(): number {
    return this.#options.timers.now();
  }

  #place(): Place {
    let held = true;
    const leave = () => {
      if (!held) return;
      held = false;
      this.#active -= 1;
      this.#admit();
    };
    return { enteredAt: this.#now(), leave };
  }

  /** Lets in whoever may go, and sees to it that the next one is let in when its time has come. */
  #admit(): void {
    this.#cancelTimer();
    const now = this.#now();
    if (this.#pause && this.#pause.until <= now) this.#pause = undefined;
    while (this.#active < this.#limit.value && this.#opensAt(now) <= now) {
      const next = this.#waiting.findIndex(({ notBefore }) => notBefore <= now);
      if (next < 0) break;
      this.#active += 1;
      if (this.#options.requestsPerMinute) this.#sent.push(now);
      this.#waiting.splice(next, 1)[0]?.enter();
    }
    this.#setTimer(now);
    this.#tell();
  }

  /** When the door is open for anybody. */
  #opensAt(now: number): number {
    const { requestsPerMinute: most } = this.#options;
    this.#sent = this.#sent.filter((at) => at > now - minute);
    const turn = most && this.#sent.length >= most ? (this.#sent.at(-most) ?? now) + minute : 0;
    return Math.max(this.#pause?.until ?? 0, turn);
  }

  #setTimer(now: number): void {
    if (this.#waiting.length === 0 || this.#active >= this.#limit.value) return;
    const soonest = Math.min(...this.#waiting.map(({ notBefore }) => notBefore));
    const at = Math.max(soonest, this.#opensAt(now));
    if (at > now) this.#cancelTimer = this.#options.timers.after(at - now, () => this.#admit());
  }

  #tell(): void {
    const { state } = this;
    for (const listener of this.#listeners) listener(state);
  }
}

const byTime = (a: Waiting, b: Waiting) => a.notBefore - b.notBefore;
