import type { Prompt } from '#core/prompts/prompt.ts';
import { parseTemplate } from '#core/prompts/template.ts';
import { estimateTokens } from '#core/prompts/tokens.ts';
import type { Missing } from './grid.ts';

/** What drawing would take: calls, and tokens sent, roughly. */
export interface Estimate {
  calls: number;
  tokens: number;
}

/** Adds templates and values up instead of filling 1,000 prompts in: exact to a token or two a variable, and immediate. */
export function estimateOf(missing: readonly Missing[]): Estimate {
  const templates = new Map<string, { tokens: number; variables: string[] }>();
  const values = new Map<string, number>();
  let tokens = 0;
  for (const { row, case: one } of missing) {
    const template = templates.get(row.prompt.id) ?? templateTokens(row.prompt.prompt);
    templates.set(row.prompt.id, template);
    tokens += template.tokens;
    for (const name of template.variables) {
      const value = one.values[name];
      if (value === undefined) continue;
      const key = `${one.id}/${name}`;
      const known = values.get(key) ?? estimateTokens(value);
      values.set(key, known);
      tokens += known;
    }
  }
  return { calls: missing.length, tokens };
}

function templateTokens({ system, turns, user }: Prompt): { tokens: number; variables: string[] } {
  const parts = [system, ...turns.map(({ content }) => content), user].flatMap((template) =>
    parseTemplate(template).parts.map((part) => ({ part, template })),
  );
  const variables = parts.flatMap(({ part }) => (part.type === 'variable' ? [part.name] : []));
  const text = parts.flatMap(({ part }) => (part.type === 'text' ? [part.text] : [])).join('');
  return { tokens: estimateTokens(text), variables };
}

/** Milliseconds that the rest will take at the pace so far; nothing until there is a pace. */
export function remainingMs(elapsedMs: number, done: number, left: number): number | undefined {
  return done < 3 || elapsedMs <= 0 ? undefined : (elapsedMs / done) * left;
}
