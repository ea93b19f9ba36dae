import type { CDPSession, Page } from '@playwright/test';

/** What a page and its workers hold when all that can be collected is collected. */
export interface Heap {
  /** Bytes of JavaScript, of the page and of each worker. */
  page: number;
  workers: number;
  /** Nodes of documents, detached ones included. */
  nodes: number;
}

/** Measures heaps through the debugger of the browser. */
export class HeapGauge {
  #session: CDPSession;
  #workers = new Set<string>();
  #waiting = new Map<number, (result: unknown) => void>();
  #lastId = 0;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async on(page: Page): Promise<HeapGauge> {
    const session = await page.context().newCDPSession(page);
    const gauge = new HeapGauge(session);
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') gauge.#workers.add(sessionId);
    });
    session.on('Target.detachedFromTarget', ({ sessionId }) => gauge.#workers.delete(sessionId));
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { id, result } = JSON.parse(message) as { id?: number; result?: unknown };
      if (id !== undefined) gauge.#waiting.get(id)?.(result);
    });
    await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
    return gauge;
  }

  async measure(): Promise<Heap> {
    // Twice: what the first collection lets go may hold more.
    for (let time = 0; time < 2; time++) {
      await this.#session.send('HeapProfiler.collectGarbage');
      for (const worker of this.#workers) await this.#ask(worker, 'HeapProfiler.collectGarbage');
    }
    const { usedSize } = await this.#session.send('Runtime.getHeapUsage');
    const { nodes } = await this.#session.send('Memory.getDOMCounters');
    let workers = 0;
    for (const worker of this.#workers)
      workers += ((await this.#ask(worker, 'Runtime.getHeapUsage')) as { usedSize: number }).usedSize;
    return { page: usedSize, workers, nodes };
  }

  #ask(sessionId: string, method: string): Promise<unknown> {
    const id = ++this.#lastId;
    const answer = new Promise((resolve) => this.#waiting.set(id, resolve));
    void this.#session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    return answer.finally(() => this.#waiting.delete(id));
  }
}
