import type { ExerciseProgress } from '#core/attempts/attempt.ts';
import type { AttemptStore } from '#core/attempts/attempt-store.ts';
import { heldOutIsOpen } from '#core/attempts/conceal.ts';
import type { Guarded } from './guarded.svelte.ts';
import { Live } from './live.svelte.ts';

interface Services {
  attempts: Pick<AttemptStore, 'watchProgress' | 'showHint' | 'giveUp'>;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** How far a person is with one exercise: hints taken, given up, passed, and so what is open to them. */
export class Standing {
  #services: Services;
  #exercise: string;
  #guarded: Guarded;
  #progress: Live<ExerciseProgress[]>;
  /** Set at once when something changed here, before the store's own news of it arrives. */
  #own = $state.raw<Partial<Pick<ExerciseProgress, 'hintsShown' | 'gaveUp' | 'state'>>>({});

  #stored = $derived.by(() => this.#progress.value.find(({ exercise }) => exercise === this.#exercise));
  #hintsShown = $derived.by(() => Math.max(this.#stored?.hintsShown ?? 0, this.#own.hintsShown ?? 0));
  #gaveUp = $derived.by(() => this.#stored?.gaveUp === true || this.#own.gaveUp === true);
  #passed = $derived.by(() => this.#stored?.state === 'passed' || this.#own.state === 'passed');
  #open = $derived(heldOutIsOpen({ state: this.#passed ? 'passed' : 'started', gaveUp: this.#gaveUp }));

  constructor(services: Services, exercise: string, guarded: Guarded) {
    this.#services = services;
    this.#exercise = exercise;
    this.#guarded = guarded;
    this.#progress = new Live(services.attempts.watchProgress(), []);
  }

  get passed(): boolean {
    return this.#passed;
  }

  get gaveUp(): boolean {
    return this.#gaveUp;
  }

  /** Passed or given up: what was held out may be shown, and the debrief. */
  get open(): boolean {
    return this.#open;
  }

  get hintsShown(): number {
    return this.#hintsShown;
  }

  /** Shows one hint more, of so many. */
  async showHint(most: number): Promise<void> {
    const count = Math.min(most, this.#hintsShown + 1);
    this.#own = { ...this.#own, hintsShown: count };
    await this.#guarded.run(() => this.#services.attempts.showHint(this.#exercise, count, this.#services.now()));
  }

  async giveUp(): Promise<void> {
    this.#own = { ...this.#own, gaveUp: true };
    await this.#guarded.run(() => this.#services.attempts.giveUp(this.#exercise, this.#services.now()));
  }

  /** An attempt that passes was stored a moment ago. */
  pass(): void {
    this.#own = { ...this.#own, state: 'passed' };
  }
}
