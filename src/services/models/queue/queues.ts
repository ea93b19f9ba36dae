import { randomStream } from '#core/chance/chance.ts';
import type { ChatModel } from '#core/models/chat-model.ts';
import type { Traffic, TrafficState } from '#core/models/traffic.ts';
import { systemTimers, type Timers } from '../../system/timers.ts';
import { ConnectionQueue } from './connection-queue.ts';
import { QueuedModel } from './queued-model.ts';
import { usualPolicy, type RetryPolicy } from './retry-policy.ts';

/** What a queue has to know of its connection. */
export interface QueueLimits {
  id: string;
  concurrency: number;
  requestsPerMinute?: number | undefined;
}

export interface QueuesOptions {
  timers?: Timers;
  /** Numbers from 0 up to 1. */
  luck?: () => number;
  policy?: RetryPolicy;
}

/** The queues of all connections, one each, whoever asks. */
export class ModelQueues implements Traffic {
  readonly #queues = new Map<string, ConnectionQueue>();
  readonly #options: Required<QueuesOptions>;

  constructor(options: QueuesOptions = {}) {
    const { timers = systemTimers, luck = randomStream(timers.now()), policy = usualPolicy } = options;
    this.#options = { timers, luck, policy };
  }

  /** The model behind the queue of its connection. */
  wrap(limits: QueueLimits, model: ChatModel): ChatModel {
    const queue = this.#queue(limits.id);
    queue.configure({ concurrency: limits.concurrency, requestsPerMinute: limits.requestsPerMinute });
    return new QueuedModel(model, queue);
  }

  state(connection: string): TrafficState {
    return this.#queue(connection).state;
  }

  watch(connection: string, changed: (state: TrafficState) => void): () => void {
    return this.#queue(connection).watch(changed);
  }

  tryNow(connection: string): void {
    this.#queue(connection).tryNow();
  }

  #queue(id: string): ConnectionQueue {
    const there = this.#queues.get(id);
    if (there) return there;
    const queue = new ConnectionQueue({ concurrency: 1, ...this.#options });
    this.#queues.set(id, queue);
    return queue;
  }
}
