/* eslint-disable svelte/prefer-svelte-reactivity -- what is drawn at this moment is told by `#jobs` */
import { SvelteMap } from 'svelte/reactivity';
import { failureOf, type StoreFailure } from '#core/attempts/attempt-store.ts';
import type { ComparisonOutput } from '#core/comparisons/comparison.ts';
import type { ComparisonStore } from '#core/comparisons/comparison-store.ts';
import type { Drawer, DrawRequest } from '#core/comparisons/draw.ts';
import { outputFingerprint } from '#core/comparisons/fingerprints.ts';
import type { Opinion } from '#core/grading/opinion.ts';
import { Frames } from './frames.ts';
import { LiveOutput } from './live-output.svelte.ts';

/** Outputs drawn at the same time, over all panes. */
const concurrency = 6;

/** How much of a streaming answer a page that dies may take with it. */
const checkpointEveryMs = 1_000;

interface Job {
  request: DrawRequest;
  live: LiveOutput;
  abort: AbortController;
  /** What stood there before; it comes back when the job ends with nothing. */
  before: ComparisonOutput | undefined;
  /** The text as it is, ahead of what is drawn. */
  text: string;
}

interface Services {
  comparisons: Pick<ComparisonStore, 'addOutputs'>;
  drawer: Drawer;
  now: () => number;
}

/** The outputs of a comparison: those that are stored, and those that are being drawn. */
export class ComparisonRun {
  #services: Services;
  #lists = new SvelteMap<string, readonly LiveOutput[]>();
  #waiting: Job[] = [];
  #active = new Set<Job>();
  #jobs = $state.raw<readonly Job[]>([]);
  #ended = $state(0);
  #problem = $state.raw<StoreFailure>();
  #writes: Promise<void> = Promise.resolve();
  #checkpoints: ReturnType<typeof setInterval> | undefined;
  #frames = new Frames<LiveOutput, string>((live, text) => live.hear(text));

  constructor(services: Services) {
    this.#services = services;
  }

  /** Samples of a pane and case, in order. */
  outputs(variant: string, caseId: string): readonly LiveOutput[] {
    return this.#lists.get(`${variant}/${caseId}`) ?? [];
  }

  /** All samples of a pane, over all cases. */
  outputsOf(variant: string): readonly LiveOutput[] {
    return [...this.#lists.values()].flatMap((list) => (list[0]?.variant === variant ? list : []));
  }

  /** All that is stored and not being drawn anew. */
  get stored(): readonly ComparisonOutput[] {
    return [...this.#lists.values()].flat().flatMap(({ stored }) => stored ?? []);
  }

  get running(): boolean {
    return this.#jobs.length > 0;
  }

  isRunning(variant: string): boolean {
    return this.#jobs.some(({ request }) => request.variant.id === variant);
  }

  /** Of the run that goes on: outputs that came to an end, and all of them. */
  get progress(): { done: number; total: number } {
    return { done: this.#ended, total: this.#ended + this.#jobs.length };
  }

  /** Why storage did not take an output. */
  get problem(): StoreFailure | undefined {
    return this.#problem;
  }

  dismissProblem(): void {
    this.#problem = undefined;
  }

  /** Takes over what is stored. */
  load(outputs: readonly ComparisonOutput[]): void {
    for (const output of outputs) this.#place(LiveOutput.of(output));
  }

  /** Draws; resolves when each of them has come to an end. */
  async start(requests: readonly DrawRequest[]): Promise<void> {
    if (!this.running) this.#ended = 0;
    const jobs = requests.flatMap((request) => this.#jobFor(request) ?? []);
    this.#waiting.push(...jobs);
    this.#jobs = [...this.#jobs, ...jobs];
    this.#checkpoints ??= setInterval(() => void this.checkpoint(), checkpointEveryMs);
    const ends = jobs.map((job) => new Promise<void>((resolve) => this.#whenEnded.set(job, resolve)));
    this.#pump();
    await Promise.all(ends);
    await this.#writes;
  }

  /** Stops a pane, or all; what has arrived is kept. */
  stop(variant?: string): void {
    const meant = (job: Job) => variant === undefined || job.request.variant.id === variant;
    const unbegun = this.#waiting.filter(meant);
    this.#waiting = this.#waiting.filter((job) => !meant(job));
    for (const job of unbegun) this.#settle(job, undefined);
    for (const job of this.#active) if (meant(job)) job.abort.abort();
  }

  /** Keeps an opinion with the output it is on, unless that has been drawn anew since. */
  async addOpinion(output: ComparisonOutput, opinion: Opinion): Promise<void> {
    const live = this.outputs(output.variant, output.case).find(({ sample }) => sample === output.sample);
    if (live?.stored?.at !== output.at) return;
    const kept = { ...live.stored, opinions: [...(live.stored.opinions ?? []), opinion] };
    live.end(kept);
    await this.#write(() => (live.stored === kept ? [kept] : []));
  }

  /** Forgets the outputs of a pane. */
  forget(variant: string): void {
    this.stop(variant);
    for (const [key, [first]] of this.#lists) if (first?.variant === variant) this.#lists.delete(key);
  }

  /** What has arrived of the answers under way, as partial ones. */
  get arrived(): ComparisonOutput[] {
    return [...this.#active].filter(({ text }) => text !== '').map((job) => this.#partial(job));
  }

  /** Writes what has arrived of the answers under way: the page may be gone before they are whole. */
  checkpoint(): Promise<void> {
    return this.#write(() => this.arrived);
  }

  #whenEnded = new Map<Job, () => void>();

  #jobFor(request: DrawRequest): Job | undefined {
    const { variant, case: one, sample, continueFrom = '' } = request;
    const known = this.outputs(variant.id, one.id).find((live) => live.sample === sample);
    if (known?.running) return undefined;
    const live = known ?? new LiveOutput({ variant: variant.id, case: one.id, sample });
    const before = known?.stored;
    live.wait(continueFrom);
    if (!known) this.#place(live);
    return { request, live, abort: new AbortController(), before, text: continueFrom };
  }

  #pump(): void {
    while (this.#active.size < concurrency) {
      const job = this.#waiting.shift();
      if (!job) return;
      this.#active.add(job);
      void this.#draw(job);
    }
  }

  async #draw(job: Job): Promise<void> {
    const { live, request, abort } = job;
    const output = await this.#services.drawer.draw(
      request,
      (event) => {
        if (event.type === 'text') {
          job.text = event.text;
          this.#frames.add(live, event.text);
        } else if (event.type === 'first-token') live.began(event.afterInMs);
        else {
          this.#frames.flush();
          live.answered();
        }
      },
      abort.signal,
    );
    this.#active.delete(job);
    const stoppedEmpty = output.status === 'partial' && !output.error && output.text === '';
    // Going on from an answer and getting nothing more leaves the answer as it was.
    const nothingNew = output.status === 'partial' && !output.error && output.text === request.continueFrom;
    this.#settle(job, stoppedEmpty || nothingNew ? undefined : output);
    this.#pump();
  }

  #settle(job: Job, output: ComparisonOutput | undefined): void {
    const { live, before } = job;
    this.#frames.forget(live);
    const end = output ?? before;
    if (end) live.end(end);
    else this.#remove(live);
    if (output) void this.#write(() => [output]);
    this.#jobs = this.#jobs.filter((other) => other !== job);
    this.#ended++;
    if (this.#jobs.length === 0) {
      clearInterval(this.#checkpoints);
      this.#checkpoints = undefined;
    }
    this.#whenEnded.get(job)?.();
    this.#whenEnded.delete(job);
  }

  /** One write after the other, so that a partial text never lands on the whole one. */
  #write(outputs: () => ComparisonOutput[]): Promise<void> {
    this.#writes = this.#writes.then(async () => {
      const rows = outputs();
      if (rows.length === 0) return;
      try {
        await this.#services.comparisons.addOutputs(rows);
      } catch (error) {
        this.#problem = failureOf(error);
      }
    });
    return this.#writes;
  }

  #partial({ request, text }: Job): ComparisonOutput {
    const { owner, variant, case: one, sample } = request;
    return {
      id: `${owner}/${variant.id}/${one.id}/${sample}`,
      owner,
      variant: variant.id,
      case: one.id,
      sample,
      fingerprint: outputFingerprint(variant, one.values),
      at: this.#services.now(),
      status: 'partial',
      text,
      results: [],
    };
  }

  #place(live: LiveOutput): void {
    const key = `${live.variant}/${live.case}`;
    const others = (this.#lists.get(key) ?? []).filter(({ sample }) => sample !== live.sample);
    this.#lists.set(
      key,
      [...others, live].sort((a, b) => a.sample - b.sample),
    );
  }

  #remove(live: LiveOutput): void {
    const key = `${live.variant}/${live.case}`;
    const left = (this.#lists.get(key) ?? []).filter((other) => other !== live);
    if (left.length) this.#lists.set(key, left);
    else this.#lists.delete(key);
  }
}
