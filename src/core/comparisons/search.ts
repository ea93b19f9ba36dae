import { searchable } from '#core/exercises/browse.ts';
import type { Comparison, Matrix } from './comparison.ts';

/**
 * Whether a comparison or matrix is what was searched for: every typed word occurs in its title, its prompts, the names of its
 * panes or models, its own data, or in `labels`, what the page calls it besides (the title of its exercise).
 */
export function isFound(row: Comparison | Matrix, query: string, labels = ''): boolean {
  const typed = searchable(query).split(/\s+/).filter(Boolean);
  if (typed.length === 0) return true;
  const text = searchable([row.title, labels, ...textsOf(row)].join('\n'));
  return typed.every((word) => text.includes(word));
}

function textsOf(row: Comparison | Matrix): string[] {
  const data = row.subject.kind === 'scratch' ? row.subject.cases.flatMap(({ values }) => Object.values(values)) : [];
  const asked =
    'panes' in row
      ? row.panes.map(({ name = '', prompt, model }) => ({ name, prompt, models: [model.id] }))
      : row.prompts.map(({ name, prompt }) => ({ name, prompt, models: row.models.map(({ model }) => model.id) }));
  return [
    ...data,
    ...asked.flatMap(({ name, prompt, models }) => [
      name,
      prompt.system,
      prompt.user,
      ...prompt.turns.map(({ content }) => content),
      ...models,
    ]),
  ];
}
