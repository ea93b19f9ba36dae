import type { PromptDraft } from '#core/attempts/attempt.ts';
import type { DraftKeeper } from '#core/attempts/draft-keeper.ts';
import type { ExerciseStep } from '#core/exercises/exercise.ts';
import {
  chainBlockersOf,
  problemsOf,
  unusedVariables,
  type PlacedProblem,
  type StepBlocker,
} from '#core/prompts/check-prompt.ts';
import type { Span } from '#core/language/span.ts';
import { laterThan } from '#core/attempts/later.ts';
import { emptyPrompt, type Parameters, type Prompt, type StepPrompt, type Turn } from '#core/prompts/prompt.ts';
import { isEmptyStep, stepPrompt, stepPrompts, withStep } from '#core/prompts/steps.ts';
import { renderPrompt, type TemplatePlace } from '#core/prompts/template.ts';
import { estimateTokens } from '#core/prompts/tokens.ts';

/** A variable that the exercise offers to templates. */
export interface OfferedVariable {
  name: string;
  /** Shared material, the same in every case. */
  shared: boolean;
  /** Value in the first shown case, for completion and hover. */
  example: string;
}

export type DraftStatus = 'untouched' | 'saving' | 'saved' | 'failed';

/** The prompt being written: its templates, what is wrong with them, and whether it is safely kept. */
export class PromptEditor {
  readonly exercise: string;
  #keeper: DraftKeeper;
  #now: () => number;
  #prompt = $state.raw<Prompt>(emptyPrompt);
  #variables = $state.raw<OfferedVariable[]>([]);
  #draftStatus = $state<DraftStatus>('untouched');
  /** Of the last change, here or in another tab. */
  #updatedAt: number | undefined;

  #steps = $state.raw<readonly ExerciseStep[]>([]);
  #step = $state(0);

  /** The variables of each step: what earlier steps give, then the exercise's own. */
  #offered = $derived.by(() => {
    const given = this.#steps.map(({ gives }) => ({ name: gives ?? '', shared: false, example: '' }));
    return [
      this.#variables,
      ...given.slice(0, -1).map((_, index) => [...given.slice(0, index + 1), ...this.#variables]),
    ];
  });
  #names = $derived(this.#offered.map((variables) => variables.map(({ name }) => name)));
  #current = $derived(stepPrompt(this.#prompt, this.#step));
  #asked = $derived(stepPrompts(this.#prompt).filter((step, index) => index === 0 || !isEmptyStep(step)));
  #problems = $derived(problemsOf(this.#current, this.#names[this.#step] ?? []));
  #unused = $derived(unusedVariables(this.#prompt, this.#names[this.#step] ?? []));
  #blockers = $derived(chainBlockersOf(this.#prompt, this.#names));
  #tokens = $derived.by(() => {
    const values = Object.fromEntries(this.#variables.map(({ name, example }) => [name, example]));
    const count = (filled: Record<string, string>) =>
      this.#asked
        .flatMap((step) => renderPrompt(step, filled))
        .reduce((sum, message) => sum + estimateTokens(message.content), 0);
    return { written: count({}), sent: count(values) };
  });

  constructor(exercise: string, keeper: DraftKeeper, now: () => number) {
    this.exercise = exercise;
    this.#keeper = keeper;
    this.#now = now;
  }

  get prompt(): Prompt {
    return this.#prompt;
  }

  /** Of a chain: its steps; empty where there is one prompt. */
  get steps(): readonly ExerciseStep[] {
    return this.#steps;
  }

  /** The index of the step that is open. What is read and set below belongs to it. */
  get step(): number {
    return this.#step;
  }
  set step(step: number) {
    this.#step = Math.max(0, Math.min(step, this.#steps.length - 1));
  }

  /** The prompt of the step that is open. */
  get current(): StepPrompt {
    return this.#current;
  }

  /** How many requests one sample takes: a step with nothing in it asks none. */
  get requests(): number {
    return this.#asked.length;
  }

  get variables(): readonly OfferedVariable[] {
    return this.#offered[this.#step] ?? this.#variables;
  }

  /** Unclosed, empty and unknown variables, each with its template and span. */
  get problems(): readonly PlacedProblem[] {
    return this.#problems;
  }

  /** Variables of the exercise that the prompt does not use. */
  get unused(): readonly string[] {
    return this.#unused;
  }

  /** What keeps the prompt from being run; empty when nothing does. */
  get blockers(): readonly StepBlocker[] {
    return this.#blockers;
  }

  /** Estimated tokens: of what is written, and of what is sent with the first case's data filled in. */
  get tokens(): { written: number; sent: number } {
    return this.#tokens;
  }

  get draftStatus(): DraftStatus {
    return this.#draftStatus;
  }

  setSystem(system: string): void {
    if (system !== this.#current.system) this.#editStep({ system });
  }

  /** Puts a text in the place of what stands there. */
  replaceAt(place: TemplatePlace, { start, end }: Span, text: string): void {
    const swap = (whole: string) => `${whole.slice(0, start)}${text}${whole.slice(end)}`;
    if (place.part === 'system') this.setSystem(swap(this.#current.system));
    else if (place.part === 'user') this.setUser(swap(this.#current.user));
    else this.setTurn(place.index, { content: swap(this.#current.turns[place.index]?.content ?? '') });
  }

  setUser(user: string): void {
    if (user !== this.#current.user) this.#editStep({ user });
  }

  /** Changes the text or the role of an example turn. */
  setTurn(index: number, change: Partial<Turn>): void {
    this.#editStep({ turns: this.#current.turns.map((turn, at) => (at === index ? { ...turn, ...change } : turn)) });
  }

  /** Adds an example: a user turn and the answer that is wanted. */
  addExample(): void {
    const { turns } = this.#current;
    this.#editStep({ turns: [...turns, { role: 'user', content: '' }, { role: 'assistant', content: '' }] });
  }

  removeTurn(index: number): void {
    this.#editStep({ turns: this.#current.turns.filter((_, at) => at !== index) });
  }

  moveTurn(from: number, to: number): void {
    const turns = [...this.#current.turns];
    const [turn] = turns.splice(from, 1);
    if (!turn) return;
    turns.splice(to, 0, turn);
    this.#editStep({ turns });
  }

  /** Sets sampling parameters; `undefined` leaves one to the model again. */
  setParameters(change: { [K in keyof Parameters]: Parameters[K] | undefined }): void {
    const merged = Object.entries({ ...this.#current.parameters, ...change }).filter(
      ([, value]) => value !== undefined,
    );
    this.#editStep({ parameters: Object.fromEntries(merged) });
  }

  /** Takes over a whole prompt, for instance of an earlier attempt. */
  replace(prompt: Prompt): void {
    this.#edit($state.snapshot(prompt) as Prompt);
  }

  /** Called once the exercise is there. What was typed meanwhile wins over the stored draft. */
  open(variables: OfferedVariable[], start: PromptDraft | Prompt, steps: readonly ExerciseStep[] = []): void {
    this.#variables = variables;
    this.#steps = steps;
    if (this.#draftStatus !== 'untouched') return;
    if ('updatedAt' in start) {
      this.#prompt = start.prompt;
      this.#draftStatus = 'saved';
      this.#updatedAt = start.updatedAt;
    } else {
      this.#prompt = start;
    }
  }

  /**
   * Another tab writes at the same prompt: what it saved is taken over, so that whoever goes on here goes on from there,
   * and neither overwrites the other unseen. What is being typed here is newer and is saved next; the other follows.
   */
  follow(draft: PromptDraft): void {
    if (this.#draftStatus === 'saving' || draft.updatedAt <= (this.#updatedAt ?? 0)) return;
    this.#updatedAt = draft.updatedAt;
    this.#draftStatus = 'saved';
    if (JSON.stringify(draft.prompt) === JSON.stringify(this.#prompt)) return;
    this.#prompt = draft.prompt;
  }

  /** Saves what is waiting, at once. */
  flush(): Promise<void> {
    return this.#keeper.flush();
  }

  #editStep(change: Partial<StepPrompt>): void {
    this.#edit(withStep(this.#prompt, this.#step, { ...this.#current, ...change }));
  }

  #edit(prompt: Prompt): void {
    this.#prompt = prompt;
    this.#draftStatus = 'saving';
    const updatedAt = (this.#updatedAt = laterThan(this.#updatedAt, this.#now()));
    this.#keeper.keep({ exercise: this.exercise, prompt, updatedAt }, (outcome) => {
      if (this.#prompt !== prompt) return; // a newer text is on its way
      this.#draftStatus = outcome;
    });
  }
}
