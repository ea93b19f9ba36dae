import type { Timeouts } from '#core/models/connection.ts';
import type { ModelError } from '#core/models/model-error.ts';
import type { Timers } from '../../system/timers.ts';
import { BodyReader } from './body-reader.ts';
import { answers, causeOf, whyUnanswered } from './diagnose.ts';
import { redact, textOfPage } from './redact.ts';
import { errorOf, type Refusal } from './refusal.ts';
import type { Surroundings } from './surroundings.ts';
import { wholeAsStream } from './whole-as-stream.ts';

interface Call {
  address: URL;
  key?: string | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  timeouts: Timeouts;
  /** What is expected: a stream of events, or one JSON value. */
  expects: 'events' | 'json';
  surroundings: Surroundings;
  timers: Timers;
  /** When anything was last heard of that server, by any call. */
  heard: { at: number };
  signal?: AbortSignal | undefined;
}

/** Headers that go out as the client set them; all else it adds is telemetry that servers refuse from pages. */
const clientHeaders = ['accept', 'content-type'];
const mostOfRefusal = 64 * 1024;
const mostOfWhole = 8 * 1024 * 1024;
const mostOfStream = { perLine: 1024 * 1024, inAll: 64 * 1024 * 1024 };

/**
 * One call to a server, watched: the key goes to its own origin alone, time and memory are bounded, and why it failed
 * is kept in our terms, whatever the client makes of it.
 */
export class GuardedCall {
  /** Why it failed, if it did. */
  failure: ModelError | undefined;
  /** The server's refusal, if that is why. */
  refusal: Refusal | undefined;
  /** False when the server gave its answer whole although a stream was asked for. */
  streamed = true;
  /** When the request left. */
  sentAt = 0;
  readonly #call: Call;
  readonly #ended = new AbortController();
  readonly #stopListening: () => void;
  #patience: () => void = () => {};
  #spoken = false;
  #answered = false;

  constructor(call: Call) {
    this.#call = call;
    const stop = () => this.#ended.abort();
    if (call.signal?.aborted) stop();
    call.signal?.addEventListener('abort', stop);
    this.#stopListening = () => call.signal?.removeEventListener('abort', stop);
  }

  /** For the client to call in place of the global one. */
  readonly fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const { address, surroundings, timers, expects, heard } = this.#call;
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== address.origin) throw this.#fail({ kind: 'internal', retryable: false });
    // The client gives up a stream that nobody reads any more.
    init?.signal?.addEventListener('abort', () => this.#ended.abort(), { signal: this.#ended.signal });
    this.sentAt = timers.now();
    this.#expectSignOfLife(this.#call.timeouts.firstTokenInMs);
    const stopProbing = this.#probeWhenSlow();
    let response: Response;
    try {
      response = await surroundings.fetch(url, {
        method: init?.method ?? 'GET',
        headers: this.#headers(new Headers(init?.headers)),
        ...(init?.body === undefined ? {} : { body: init.body }),
        signal: this.#ended.signal,
        // Wherever a redirect leads, it is not where the key was entered for.
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      });
    } catch (thrown) {
      if (this.#ended.signal.aborted) throw thrown;
      this.#patience();
      const why = await whyUnanswered(address, thrown, surroundings, timers, heard.at > -Infinity);
      throw this.#call.signal?.aborted ? thrown : this.#fail(why);
    } finally {
      this.#answered = true;
      stopProbing();
    }
    heard.at = timers.now();
    this.#expectSignOfLife(this.#call.timeouts.firstTokenInMs);
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      const to = response.headers.get('location');
      throw this.#fail({ kind: 'bad-response', retryable: false, detail: `redirect${to ? ` → ${redact(to)}` : ''}` });
    }
    if (!response.ok) throw await this.#refused(response);
    return expects === 'json' ? this.#jsonAnswer(response) : this.#eventStream(response);
  };

  /** A word of the answer has come: from now on silence is counted as a stall. */
  spoken(): void {
    this.#spoken = true;
    this.#expectSignOfLife(this.#call.timeouts.stallInMs);
  }

  /** Calls off what is under way, and every timer. */
  end(): void {
    this.#patience();
    this.#stopListening();
    this.#ended.abort();
  }

  #headers(given: Headers): Headers {
    const headers = new Headers(this.#call.headers);
    for (const name of clientHeaders) {
      const value = given.get(name);
      if (value !== null) headers.set(name, value);
    }
    if (this.#call.key) headers.set('authorization', `Bearer ${this.#call.key}`);
    return headers;
  }

  #fail(error: ModelError): Error {
    this.failure ??= error;
    return new Error(error.kind);
  }

  #giveUp(error: ModelError): void {
    this.#fail(error);
    this.#ended.abort();
  }

  #expectSignOfLife(withinMs: number): void {
    this.#patience();
    if (this.#ended.signal.aborted) return;
    this.#patience = this.#call.timers.after(withinMs, () =>
      this.#giveUp({ kind: 'timed-out', retryable: true, detail: this.#spoken ? 'stall' : 'first token' }),
    );
  }

  /**
   * Whether a connection was made cannot be seen from outside: headers may wait for the first word, and a model may be
   * read from disk first. So a silent server is asked a second time whether it is there. One that is busy with other
   * calls may be slow to answer that, but then those have heard of it.
   */
  #probeWhenSlow(): () => void {
    const { address, surroundings, timers, timeouts, heard } = this.#call;
    return timers.after(timeouts.connectInMs, () => {
      void answers(address, surroundings, timers, timeouts.connectInMs).then((there) => {
        if (!there && !this.#answered && heard.at < this.sentAt)
          this.#giveUp({ kind: 'timed-out', retryable: true, detail: 'connect' });
      });
    });
  }

  #read(response: Response): BodyReader {
    return new BodyReader(response.body, {
      signal: this.#ended.signal,
      alive: () => {
        this.#call.heard.at = this.#call.timers.now();
        this.#expectSignOfLife(this.#call.timeouts[this.#spoken ? 'stallInMs' : 'firstTokenInMs']);
      },
      broke: (thrown) =>
        this.#ended.signal.aborted
          ? new Error('ended')
          : this.#fail({ kind: 'broken-stream', retryable: true, detail: redact(causeOf(thrown)) }),
    });
  }

  async #refused(response: Response): Promise<Error> {
    const { key, timers } = this.#call;
    const { text } = await this.#read(response).text(mostOfRefusal);
    this.refusal = { status: response.status, headers: response.headers, body: text };
    return this.#fail(errorOf(this.refusal, timers.now(), key));
  }

  async #jsonAnswer(response: Response): Promise<Response> {
    const { text, whole } = await this.#read(response).text(mostOfWhole);
    if (!whole || !isJson(text)) throw this.#noAnswer(text);
    return new Response(text, { headers: { 'content-type': 'application/json' } });
  }

  /** What it looks like counts, not what it says it is: servers behind proxies are often wrong about the latter. */
  async #eventStream(response: Response): Promise<Response> {
    const body = this.#read(response);
    const beginning = await body.beginning(6);
    if (beginning === '' || /^(?:data|event|id|retry)?:|^event$/.test(beginning)) {
      const lines = body.lines(mostOfStream, () => this.#noAnswer('a line without end'));
      return new Response(lines as BodyInit, { headers: eventStream });
    }
    const { text, whole } = await body.text(mostOfWhole);
    const events = whole ? wholeAsStream(text) : undefined;
    if (events === undefined) throw this.#noAnswer(text);
    this.streamed = false;
    return new Response(events, { headers: eventStream });
  }

  #noAnswer(text: string): Error {
    return this.#fail({ kind: 'bad-response', retryable: true, detail: redact(textOfPage(text), this.#call.key) });
  }
}

const eventStream = { 'content-type': 'text/event-stream' };

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
