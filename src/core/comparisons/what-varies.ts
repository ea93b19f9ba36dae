import type { Comparison, Variant } from './comparison.ts';

/** Templates of a prompt. */
export type PromptPart = 'system' | 'examples' | 'user';
/** Parameters that can differ; the seed is one of them. */
export type VaryingParameter = 'temperature' | 'topP' | 'maxTokens' | 'stop' | 'seed';

/** One thing that is not the same in all panes. */
export type Varying =
  { aspect: 'prompt'; parts: PromptPart[] } | { aspect: 'model'; values: string[] } | { aspect: VaryingParameter };

/** One thing that is the same in all panes. Parameters that everyone leaves to the model are not worth a word. */
export type Same =
  | { aspect: 'prompt' | 'case' }
  | { aspect: 'model'; value: string }
  | { aspect: Exclude<VaryingParameter, 'stop'>; value: number }
  | { aspect: 'stop'; value: string[] };

/** What differs between the panes, and what does not. */
export interface WhatVaries {
  varies: Varying[];
  same: Same[];
  /**
   * `one`: what comes of it can be put down to that one thing. `nothing`: the outputs differ by luck alone. `several`:
   * nobody can tell which of them made the difference.
   */
  verdict: 'nothing' | 'one' | 'several';
}

const parameters = ['temperature', 'topP', 'maxTokens', 'stop'] as const;

export function whatVaries({ panes }: Pick<Comparison, 'panes'>): WhatVaries {
  const [first] = panes;
  const varies: Varying[] = [];
  const same: Same[] = [];
  if (!first) return { varies, same, verdict: 'nothing' };

  const parts = promptParts.filter(([, of]) => differ(panes, of)).map(([part]) => part);
  if (parts.length) varies.push({ aspect: 'prompt', parts });
  else same.push({ aspect: 'prompt' });

  const models = [...new Set(panes.map(({ model }) => model.id))];
  if (models.length > 1) varies.push({ aspect: 'model', values: models });
  else same.push({ aspect: 'model', value: first.model.id });

  same.push({ aspect: 'case' });

  for (const aspect of parameters) {
    const value = first.prompt.parameters[aspect];
    if (differ(panes, ({ prompt }) => prompt.parameters[aspect] ?? null)) varies.push({ aspect });
    else if (Array.isArray(value)) {
      if (value.length) same.push({ aspect: 'stop', value });
    } else if (value !== undefined) same.push({ aspect: aspect as 'temperature', value });
  }
  if (differ(panes, ({ model }) => model.seed)) varies.push({ aspect: 'seed' });
  else same.push({ aspect: 'seed', value: first.model.seed });

  return { varies, same, verdict: varies.length === 0 ? 'nothing' : varies.length === 1 ? 'one' : 'several' };
}

const promptParts: [PromptPart, (variant: Variant) => unknown][] = [
  ['system', ({ prompt }) => prompt.system.trim()],
  ['examples', ({ prompt }) => prompt.turns.map(({ role, content }) => [role, content])],
  ['user', ({ prompt }) => prompt.user.trim()],
];

function differ(panes: readonly Variant[], of: (variant: Variant) => unknown): boolean {
  return new Set(panes.map((variant) => JSON.stringify(of(variant)))).size > 1;
}
