import type { Practice } from '#state/practice.svelte.ts';
import type { SampleView } from '#core/attempts/sample-view.ts';
import type { XrayNote } from '#ui/components/prompts/xray-marks.ts';
import type { xrayNotes } from '#ui/components/prompts/xray-notes.ts';

export type PromptTab = 'system' | 'examples' | 'prompt';
/** The parts of the page, of which a phone shows one. */
export type PageSection = 'task' | 'prompt' | 'result';

/** What is looked at on the page: tabs, samples, the x-ray. Nothing of it is worth keeping. */
export class PracticeView {
  tab = $state<PromptTab>('prompt');
  section = $state<PageSection>('task');
  activeNote = $state<string>();
  #practice: Practice;
  #xrayOn = $state(false);
  /** Arrives when the x-ray is first switched on. */
  #notesOf = $state.raw<typeof xrayNotes>();
  /** The sample chosen of each case. */
  #chosen = $state.raw<Record<string, number>>({});
  #focusCase = $state<string>();

  /** Readable samples by case, in the order of the cases. */
  #byCase = $derived.by(() => {
    const cases = this.#practice.cases.filter(({ concealed }) => !concealed);
    return cases.map(({ id, heldOut, samples }) => ({ id, heldOut, samples }));
  });
  #focus = $derived.by(() => {
    const own = this.#byCase.find(({ id }) => id === this.#focusCase) ?? this.#byCase[0];
    return own && this.sampleOf(own.id, own.samples);
  });
  #notes = $derived.by((): readonly XrayNote[] => {
    const { state } = this.#practice.xray;
    return this.xrayOn && state.status === 'ready' ? (this.#notesOf?.(state.view) ?? []) : [];
  });

  constructor(practice: Practice) {
    this.#practice = practice;
  }

  /** The sample of a case that is shown: the chosen one, else one that failed, else the first. */
  sampleOf(id: string, samples: readonly SampleView[]): SampleView | undefined {
    const chosen = this.#chosen[id];
    if (chosen !== undefined) return samples[chosen] ?? samples[0];
    const finished = samples.every(
      ({ status }) => status !== 'waiting' && status !== 'streaming' && status !== 'grading',
    );
    return (finished && samples.find(({ passed }) => passed === false)) || samples[0];
  }

  choose(id: string, index: number): void {
    this.#chosen = { ...this.#chosen, [id]: index };
    this.#focusCase = id;
  }

  /** A new run or attempt begins with no choice made. */
  forget(): void {
    this.#chosen = {};
    this.#focusCase = undefined;
    this.activeNote = undefined;
  }

  /** The sample that the x-ray explains. */
  get focus(): SampleView | undefined {
    return this.#focus;
  }

  /** The number under which that sample is shown. */
  get focusNumber(): number {
    const focus = this.#focus;
    const samples = this.#byCase.find(({ id }) => id === focus?.case)?.samples ?? [];
    return focus ? samples.indexOf(focus) + 1 : 0;
  }

  get xrayOn(): boolean {
    return this.#xrayOn;
  }

  set xrayOn(on: boolean) {
    this.#xrayOn = on;
    if (!on || this.#notesOf) return;
    import('#ui/components/prompts/xray-notes.ts').then(
      (loaded) => (this.#notesOf = loaded.xrayNotes),
      () => {}, // the panel, which comes with it, says so
    );
  }

  get notes(): readonly XrayNote[] {
    return this.#notes;
  }

  get note(): XrayNote | undefined {
    return this.#notes.find(({ id }) => id === this.activeNote);
  }
}
