import { emptyPrompt, type Parameters, type Prompt } from '#core/prompts/prompt.ts';
import { mostPanes, type Comparison, type Links, type Variant } from './comparison.ts';

/** The words of a prompt, without its parameters. */
export type Wording = Pick<Prompt, 'system' | 'turns' | 'user'>;

/** Changes the wording of a pane, and of every pane where prompts are linked. */
export function withWording(comparison: Comparison, pane: string, change: (wording: Wording) => Wording): Comparison {
  return inPanes(comparison, pane, 'prompt', (variant) => ({
    ...variant,
    prompt: { ...variant.prompt, ...change(variant.prompt) },
  }));
}

/** Sets sampling parameters and seed; `undefined` leaves a parameter to the model again. */
export function withParameters(
  comparison: Comparison,
  pane: string,
  { seed, ...change }: { [K in keyof Parameters]: Parameters[K] | undefined } & { seed?: number },
): Comparison {
  return inPanes(comparison, pane, 'parameters', (variant) => {
    const merged = Object.entries({ ...variant.prompt.parameters, ...change });
    const parameters = Object.fromEntries(merged.filter(([, value]) => value !== undefined)) as Parameters;
    return {
      ...variant,
      prompt: { ...variant.prompt, parameters },
      model: seed === undefined ? variant.model : { ...variant.model, seed },
    };
  });
}

export function withModel(
  comparison: Comparison,
  pane: string,
  { id, name }: Pick<Variant['model'], 'id' | 'name'>,
): Comparison {
  return inPanes(comparison, pane, 'model', (variant) => ({
    ...variant,
    model: { id, seed: variant.model.seed, ...(name ? { name } : {}) },
  }));
}

export function withName(comparison: Comparison, pane: string, name: string): Comparison {
  const panes = comparison.panes.map((variant) => {
    if (variant.id !== pane) return variant;
    const { name: _, ...unnamed } = variant;
    return name.trim() === '' ? unnamed : { ...unnamed, name };
  });
  return { ...comparison, panes };
}

/** Links or unlinks. What is linked becomes everywhere as it is in the pane `from`. */
export function withLink(comparison: Comparison, what: keyof Links, linked: boolean, from: string): Comparison {
  const next = { ...comparison, linked: { ...comparison.linked, [what]: linked } };
  const source = comparison.panes.find(({ id }) => id === from) ?? comparison.panes[0];
  if (!linked || !source) return next;
  return { ...next, panes: next.panes.map((variant) => agreeing(variant, source, { [what]: true })) };
}

/** A new pane at the end: linked parts as the others have them, model and parameters of the last one. */
export function withNewPane(comparison: Comparison, id: string): Comparison {
  const last = comparison.panes.at(-1);
  if (comparison.panes.length >= mostPanes || !last) return comparison;
  const prompt = comparison.linked.prompt ? last.prompt : { ...emptyPrompt, parameters: { ...last.prompt.parameters } };
  return { ...comparison, panes: [...comparison.panes, { id, prompt, model: last.model }] };
}

/** A copy of a pane, right beside it. */
export function withCopy(comparison: Comparison, pane: string, id: string): Comparison {
  const at = comparison.panes.findIndex((variant) => variant.id === pane);
  const source = comparison.panes[at];
  if (!source || comparison.panes.length >= mostPanes) return comparison;
  const { prompt, model } = source;
  return { ...comparison, panes: comparison.panes.toSpliced(at + 1, 0, { id, prompt, model }) };
}

/** Moves a pane to a place among the panes. */
export function withMoved(comparison: Comparison, pane: string, to: number): Comparison {
  const from = comparison.panes.findIndex(({ id }) => id === pane);
  const variant = comparison.panes[from];
  if (!variant || to < 0 || to >= comparison.panes.length || to === from) return comparison;
  return { ...comparison, panes: comparison.panes.toSpliced(from, 1).toSpliced(to, 0, variant) };
}

export function withoutPane(comparison: Comparison, pane: string): Comparison {
  return { ...comparison, panes: comparison.panes.filter(({ id }) => id !== pane) };
}

/** Puts a removed pane back where it stood. What was linked meanwhile holds for it too. */
export function withRestored(comparison: Comparison, variant: Variant, at: number): Comparison {
  const [other] = comparison.panes;
  const back = other ? agreeing(variant, other, comparison.linked) : variant;
  return { ...comparison, panes: comparison.panes.toSpliced(at, 0, back) };
}

function inPanes(
  comparison: Comparison,
  pane: string,
  what: keyof Links,
  change: (variant: Variant) => Variant,
): Comparison {
  const all = comparison.linked[what];
  const panes = comparison.panes.map((variant) => (all || variant.id === pane ? change(variant) : variant));
  return { ...comparison, panes };
}

function agreeing(variant: Variant, source: Variant, what: Partial<Links>): Variant {
  const wording = what.prompt ? source.prompt : variant.prompt;
  const sampled = what.parameters ? source : variant;
  const { id, name } = (what.model ? source : variant).model;
  return {
    ...variant,
    prompt: { system: wording.system, turns: wording.turns, user: wording.user, parameters: sampled.prompt.parameters },
    model: { id, seed: sampled.model.seed, ...(name ? { name } : {}) },
  };
}
