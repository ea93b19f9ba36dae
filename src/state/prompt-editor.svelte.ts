import type { PromptDraft } from '#core/attempts/attempt.ts';
import type { DraftKeeper } from '#core/attempts/draft-keeper.ts';
import {
  blockersOf,
  problemsOf,
  unusedVariables,
  type Blocker,
  type PlacedProblem,
} from '#core/prompts/check-prompt.ts';
import { emptyPrompt, type Parameters, type Prompt, type Turn } from '#core/prompts/prompt.ts';
import { renderPrompt } from '#core/prompts/template.ts';
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
  #savedAt = $state<number>();
  #revision = $state(0);

  #names = $derived(this.#variables.map(({ name }) => name));
  #problems = $derived(problemsOf(this.#prompt, this.#names));
  #unused = $derived(unusedVariables(this.#prompt, this.#names));
  #blockers = $derived(blockersOf(this.#prompt, this.#names));
  #tokens = $derived.by(() => {
    const values = Object.fromEntries(this.#variables.map(({ name, example }) => [name, example]));
    const count = (filled: Record<string, string>) =>
      renderPrompt(this.#prompt, filled).reduce((sum, message) => sum + estimateTokens(message.content), 0);
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

  /** Grows when the prompt is replaced from outside (restored, loaded): editors then take over its text. */
  get revision(): number {
    return this.#revision;
  }

  get variables(): readonly OfferedVariable[] {
    return this.#variables;
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
  get blockers(): readonly Blocker[] {
    return this.#blockers;
  }

  /** Estimated tokens: of what is written, and of what is sent with the first case's data filled in. */
  get tokens(): { written: number; sent: number } {
    return this.#tokens;
  }

  get draftStatus(): DraftStatus {
    return this.#draftStatus;
  }

  get savedAt(): number | undefined {
    return this.#savedAt;
  }

  setSystem(system: string): void {
    if (system !== this.#prompt.system) this.#edit({ ...this.#prompt, system });
  }

  setUser(user: string): void {
    if (user !== this.#prompt.user) this.#edit({ ...this.#prompt, user });
  }

  /** Changes the text or the role of an example turn. */
  setTurn(index: number, change: Partial<Turn>): void {
    const turns = this.#prompt.turns.map((turn, at) => (at === index ? { ...turn, ...change } : turn));
    this.#edit({ ...this.#prompt, turns });
  }

  /** Adds an example: a user turn and the answer that is wanted. */
  addExample(): void {
    const turns: Turn[] = [...this.#prompt.turns, { role: 'user', content: '' }, { role: 'assistant', content: '' }];
    this.#edit({ ...this.#prompt, turns });
  }

  removeTurn(index: number): void {
    this.#edit({ ...this.#prompt, turns: this.#prompt.turns.filter((_, at) => at !== index) });
    this.#revision++;
  }

  moveTurn(from: number, to: number): void {
    const turns = [...this.#prompt.turns];
    const [turn] = turns.splice(from, 1);
    if (!turn) return;
    turns.splice(to, 0, turn);
    this.#edit({ ...this.#prompt, turns });
    this.#revision++;
  }

  /** Sets sampling parameters; `undefined` leaves one to the model again. */
  setParameters(change: { [K in keyof Parameters]: Parameters[K] | undefined }): void {
    const merged = Object.entries({ ...this.#prompt.parameters, ...change }).filter(([, value]) => value !== undefined);
    this.#edit({ ...this.#prompt, parameters: Object.fromEntries(merged) });
  }

  /** Takes over a whole prompt, for instance of an earlier attempt. */
  replace(prompt: Prompt): void {
    this.#edit($state.snapshot(prompt) as Prompt);
    this.#revision++;
  }

  /** Called once the exercise is there. What was typed meanwhile wins over the stored draft. */
  open(variables: OfferedVariable[], start: PromptDraft | Prompt): void {
    this.#variables = variables;
    if (this.#draftStatus !== 'untouched') return;
    if ('updatedAt' in start) {
      this.#prompt = start.prompt;
      this.#draftStatus = 'saved';
      this.#savedAt = start.updatedAt;
    } else {
      this.#prompt = start;
    }
    this.#revision++;
  }

  /** Saves what is waiting, at once. */
  flush(): Promise<void> {
    return this.#keeper.flush();
  }

  #edit(prompt: Prompt): void {
    this.#prompt = prompt;
    this.#draftStatus = 'saving';
    const updatedAt = this.#now();
    this.#keeper.keep({ exercise: this.exercise, prompt, updatedAt }, (outcome) => {
      if (this.#prompt !== prompt) return; // a newer text is on its way
      this.#draftStatus = outcome;
      if (outcome === 'saved') this.#savedAt = updatedAt;
    });
  }
}
