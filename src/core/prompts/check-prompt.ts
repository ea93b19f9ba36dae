import type { Prompt, StepPrompt } from './prompt.ts';
import { isEmptyStep, stepPrompts } from './steps.ts';
import { parseTemplate, variablesOf, type TemplatePlace, type TemplateProblem } from './template.ts';

/** A problem of a template, and which template it stands in. */
export type PlacedProblem = TemplateProblem & { place: TemplatePlace };

/** What keeps a prompt from being run; the interface says each in a sentence that tells what to do. */
export type Blocker =
  { code: 'empty-prompt' } | { code: 'too-large'; characters: number; most: number } | PlacedProblem;

/** In a chain, with the index of the step it stands in. */
export type StepBlocker = Blocker & { step?: number };

/** The most characters a prompt may have, templates together. A model would refuse more, and the page would crawl. */
export const mostCharacters = 2_000_000;

/** Every template of a prompt with its place. */
export function templatesOf(prompt: StepPrompt): { place: TemplatePlace; template: string }[] {
  return [
    { place: { part: 'system' }, template: prompt.system },
    ...prompt.turns.map((turn, index) => ({ place: { part: 'turn' as const, index }, template: turn.content })),
    { place: { part: 'user' }, template: prompt.user },
  ];
}

/** Unclosed, empty and unknown variables of all templates of a prompt. */
export function problemsOf(prompt: StepPrompt, offered: Iterable<string>): PlacedProblem[] {
  const known = new Set(offered);
  return templatesOf(prompt).flatMap(({ place, template }) =>
    parseTemplate(template, known).problems.map((problem) => ({ ...problem, place })),
  );
}

/** What stands in the way of a run. */
export function blockersOf(prompt: StepPrompt, offered: Iterable<string>): Blocker[] {
  const templates = templatesOf(prompt);
  if (templates.every(({ template }) => template.trim() === '')) return [{ code: 'empty-prompt' }];
  const characters = templates.reduce((sum, { template }) => sum + template.length, 0);
  if (characters > mostCharacters) return [{ code: 'too-large', characters, most: mostCharacters }];
  return problemsOf(prompt, offered);
}

/**
 * What stands in the way of running a chain; `offered` are the variables of each step. Only the first step must say
 * something: one with nothing in it passes on what it was given.
 */
export function chainBlockersOf(prompt: Prompt, offered: readonly Iterable<string>[]): StepBlocker[] {
  return stepPrompts(prompt).flatMap((one, step) =>
    step > 0 && isEmptyStep(one) ? [] : blockersOf(one, offered[step] ?? []).map((blocker) => ({ ...blocker, step })),
  );
}

/** Variables that the exercise offers and the prompt leaves unused. */
export function unusedVariables(prompt: Prompt, offered: readonly string[]): string[] {
  const used = new Set(stepPrompts(prompt).flatMap(variablesOf));
  return offered.filter((name) => !used.has(name));
}
