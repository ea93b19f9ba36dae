import type { Prompt, StepPrompt } from './prompt.ts';

/** The prompts of a chain in their order; any other prompt is a chain of one. */
export function stepPrompts(prompt: Prompt): StepPrompt[] {
  const { later, ...first } = prompt;
  return [first, ...(later ?? [])];
}

/** The prompt of one step; one that was never written is empty. */
export function stepPrompt(prompt: Prompt, step: number): StepPrompt {
  return stepPrompts(prompt)[step] ?? { system: '', turns: [], user: '', parameters: {} };
}

/** Puts a step's prompt in its place. Steps between that nobody wrote yet are empty. */
export function withStep(prompt: Prompt, step: number, changed: StepPrompt): Prompt {
  if (step === 0) return { ...changed, ...(prompt.later ? { later: prompt.later } : {}) };
  const later = Array.from({ length: Math.max(step, prompt.later?.length ?? 0) }, (_, index) =>
    index + 1 === step ? changed : stepPrompt(prompt, index + 1),
  );
  const { later: _, ...first } = prompt;
  return { ...first, later };
}

/** Nothing is written in it: it asks for nothing, and passes on what it was given. */
export function isEmptyStep({ system, turns, user }: StepPrompt): boolean {
  return system.trim() === '' && user.trim() === '' && turns.every(({ content }) => content.trim() === '');
}
