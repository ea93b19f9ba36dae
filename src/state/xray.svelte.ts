import { givenTo, stepsOf } from '#core/grading/steps.ts';
import type { Prompt } from '#core/prompts/prompt.ts';
import { isEmptyStep, stepPrompt } from '#core/prompts/steps.ts';
import { renderPrompt } from '#core/prompts/template.ts';
import type { PromptAttempt } from '#core/attempts/attempt.ts';
import type { SampleView } from '#core/attempts/sample-view.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import { simulatedSizes, type SimulatedCompletion } from '#core/simulator/completion.ts';
import type { Decision, ReadInstruction } from '#core/simulator/explanation.ts';
import { placesInTemplates, type PromptPlace } from '#core/prompts/template-places.ts';
import type { Explainer } from '#core/simulator/explainer.ts';

/** An instruction the model read, where it stands in the templates, and what became of it. */
export interface ReadView {
  instruction: ReadInstruction;
  places: PromptPlace[];
  decisions: Decision[];
}

/** The explanation of one sample, laid onto the prompt as it was typed. */
export interface XrayView {
  case: string;
  sample: number;
  /** The step of a chain that is explained, and its prompt: what the places belong to. */
  step: number;
  prompt: Prompt;
  read: ReadView[];
  /** What looks like an instruction and could not be acted on. */
  unread: PromptPlace[][];
  /** What the model did without being asked. */
  unasked: Decision[];
  recognised: boolean;
  /** The model answers differently by now: the explanation is of today's answer, not of the stored one. */
  outdated: boolean;
  /** The recomputed text, which the decisions' output places belong to. */
  text: string;
}

export type XrayState =
  | { status: 'off' }
  | { status: 'loading' }
  | { status: 'ready'; view: XrayView }
  /** `not-simulated`: only the simulated model can be asked why; `concealed`: a held-out case that is not open. */
  | { status: 'unavailable'; reason: 'not-simulated' | 'concealed' | 'broken' };

/** Why the simulated model answered as it did: recomputed, never stored. */
export class Xray {
  #explainer: Explainer;
  #state = $state.raw<XrayState>({ status: 'off' });
  #asked = 0;

  constructor(explainer: Explainer) {
    this.#explainer = explainer;
  }

  get state(): XrayState {
    return this.#state;
  }

  /** Explains one sample of an attempt; in a chain, what one step of it wrote. */
  async show(bundle: ExerciseBundle, attempt: PromptAttempt, sample: SampleView, step = 0): Promise<void> {
    const asked = ++this.#asked;
    const size = simulatedSizes.find((one) => attempt.model.id === `simulated-${one}`);
    const values = bundle.exercise.cases.find(({ id }) => id === sample.case)?.values;
    if (!size) return this.#unavailable('not-simulated');
    if (sample.concealed) return this.#unavailable('concealed');
    if (!values) return this.#unavailable('broken');
    this.#state = { status: 'loading' };
    const of = askedStep(bundle, attempt, sample, step);
    const messages = renderPrompt(of.prompt, { ...values, ...of.given });
    const { parameters } = of.prompt;
    try {
      const completion = await this.#explainer.explain(
        bundle,
        {
          messages: messages.map(({ role, content }) => ({ role, content })),
          parameters,
          size,
          seed: attempt.model.seed,
          sample: sample.sample,
        },
        of.index,
      );
      if (asked !== this.#asked) return;
      this.#state = { status: 'ready', view: viewOf(completion, sample, messages, of) };
    } catch {
      if (asked === this.#asked) this.#unavailable('broken');
    }
  }

  clear(): void {
    this.#asked++;
    this.#state = { status: 'off' };
  }

  #unavailable(reason: 'not-simulated' | 'concealed' | 'broken'): void {
    this.#state = { status: 'unavailable', reason };
  }
}

function viewOf(
  { text, explanation }: SimulatedCompletion,
  sample: SampleView,
  messages: ReturnType<typeof renderPrompt>,
  of: ReturnType<typeof askedStep>,
): XrayView {
  const answered = new Set(explanation.instructions.map(({ id }) => id));
  return {
    case: sample.case,
    sample: sample.sample,
    step: of.index,
    prompt: of.prompt,
    read: explanation.instructions
      .map((instruction) => ({
        instruction,
        places: placesInTemplates(messages, instruction.span),
        decisions: explanation.decisions.filter((decision) => decision.instruction === instruction.id),
      }))
      .filter(({ places, decisions }) => isTyped(places) || decisions.some(({ outcome }) => outcome === 'hijacked')),
    unread: explanation.unread.map((span) => placesInTemplates(messages, span)).filter(isTyped),
    unasked: explanation.decisions.filter(({ instruction }) => !instruction || !answered.has(instruction)),
    recognised: explanation.recognised !== undefined,
    outdated: text !== of.text,
    text,
  };
}

/** The step that wrote what `step` shows: one with nothing in it shows what the one before it wrote. */
function askedStep(
  { exercise }: ExerciseBundle,
  { prompt }: PromptAttempt,
  { steps = [], text }: SampleView,
  step: number,
) {
  const all = stepsOf(exercise);
  const texts = Object.fromEntries(steps.map((one) => [one.step, one.text]));
  let index = Math.min(step, all.length - 1);
  while (index > 0 && isEmptyStep(stepPrompt(prompt, index))) index--;
  const written = index < all.length - 1 ? (texts[all[index]!.id] ?? '') : text;
  return { index, prompt: stepPrompt(prompt, index), given: givenTo(index, all, texts), text: written };
}

/** Whether a place is in what the person wrote; what stands in the data only matters where the model obeyed it. */
function isTyped(places: readonly PromptPlace[]): boolean {
  return places.some(({ variable }) => variable === undefined);
}
