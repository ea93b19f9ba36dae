import type { ComparisonOutput } from '#core/comparisons/comparison.ts';

/** Where one output of a comparison stands. `whole` and `partial` as it is stored. */
export type OutputStatus = 'waiting' | 'streaming' | 'grading' | 'whole' | 'partial';

/** One output of a comparison, while it arrives and after. */
export class LiveOutput {
  readonly variant: string;
  readonly case: string;
  readonly sample: number;
  #status = $state.raw<OutputStatus>('waiting');
  #text = $state.raw('');
  #firstTokenInMs = $state.raw<number>();
  #stored = $state.raw<ComparisonOutput>();

  constructor({ variant, case: id, sample }: Pick<ComparisonOutput, 'variant' | 'case' | 'sample'>) {
    this.variant = variant;
    this.case = id;
    this.sample = sample;
  }

  static of(output: ComparisonOutput): LiveOutput {
    const live = new LiveOutput(output);
    live.end(output);
    return live;
  }

  get status(): OutputStatus {
    return this.#status;
  }

  /** What has arrived so far. */
  get text(): string {
    return this.#text;
  }

  get firstTokenInMs(): number | undefined {
    return this.#stored?.timings?.firstTokenInMs ?? this.#firstTokenInMs;
  }

  /** The output as it is stored; while it is drawn again there is none. */
  get stored(): ComparisonOutput | undefined {
    return this.#stored;
  }

  get running(): boolean {
    return this.#status === 'waiting' || this.#status === 'streaming' || this.#status === 'grading';
  }

  /** It is about to be drawn; `text` is what it goes on from. */
  wait(text = ''): void {
    this.#status = 'waiting';
    this.#text = text;
    this.#firstTokenInMs = undefined;
    this.#stored = undefined;
  }

  hear(text: string): void {
    this.#status = 'streaming';
    this.#text = text;
  }

  began(firstTokenInMs: number): void {
    this.#firstTokenInMs = firstTokenInMs;
  }

  answered(): void {
    this.#status = 'grading';
  }

  end(output: ComparisonOutput): void {
    this.#status = output.status;
    this.#text = output.text;
    this.#stored = output;
  }
}
