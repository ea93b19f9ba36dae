import type { Comparison, Side, Vote } from '#core/comparisons/comparison.ts';
import { promptFingerprint } from '#core/comparisons/fingerprints.ts';
import { paneLabel } from './pane-label.ts';

interface Words {
  pane: (values: { letter: string }) => string;
  elsewhere: (values: { pane: string; title: string }) => string;
  gone: (values: { title: string }) => string;
  unknownPrompt: (values: { mark: string }) => string;
}

/** How panes, prompt versions and models of votes are called, seen from one comparison. */
export function contenderNames(
  votes: readonly Vote[],
  comparisons: readonly Comparison[],
  here: string,
  words: Words,
): { variant: ReadonlyMap<string, string>; prompt: ReadonlyMap<string, string>; model: ReadonlyMap<string, string> } {
  const variant = new Map<string, string>();
  const prompt = new Map<string, string>();
  const current = comparisons.find(({ id }) => id === here);
  const others = comparisons.filter(({ id }) => id !== here);
  // Versions in this comparison are called by their pane; elsewhere with its title; what was edited since, by the title.
  for (const comparison of current ? [current, ...others] : others) {
    comparison.panes.forEach((pane, index) => {
      const label = paneLabel(pane, index, words.pane);
      if (comparison === current) variant.set(pane.id, label);
      const version = promptFingerprint(pane.prompt);
      const known = prompt.get(version);
      const name = comparison === current ? label : words.elsewhere({ pane: label, title: comparison.title });
      if (known === undefined) prompt.set(version, name);
    });
  }
  const title = new Map(comparisons.map((comparison) => [comparison.id, comparison.title]));
  const sides = votes.flatMap((vote) => [vote.left, vote.right].map((side: Side) => ({ side, of: vote.comparison })));
  for (const { side, of } of sides) {
    if (prompt.has(side.prompt)) continue;
    const from = title.get(of);
    const mark = side.prompt.slice(0, 4);
    prompt.set(
      side.prompt,
      from === undefined ? words.unknownPrompt({ mark }) : `${words.gone({ title: from })} (${mark})`,
    );
  }
  for (const { side } of sides) {
    if (!variant.has(side.variant)) variant.set(side.variant, prompt.get(side.prompt) ?? side.variant);
  }
  return { variant, prompt, model: new Map(sides.map(({ side }) => [side.model, side.model])) };
}
