import { costOf, sumCosts, type ModelOffer } from '#core/models/model-offer.ts';
import type { Prompt } from '#core/prompts/prompt.ts';
import { parseTemplate } from '#core/prompts/template.ts';
import { estimateTokens } from '#core/prompts/tokens.ts';
import type { Estimate } from '#core/models/estimate.ts';
import type { Missing } from './grid.ts';

/** An answer of which nothing is known yet is about that long. */
const usualAnswer = 350;

/**
 * What drawing would take. Adds the tokens of templates and values up instead of filling 1,000 prompts in: near enough, and
 * immediate. `answer` is the length of the answers that are there, in tokens.
 */
export function estimateOf(
  missing: readonly Missing[],
  offers: readonly ModelOffer[],
  answer: number = usualAnswer,
): Estimate {
  const templates = new Map<string, { tokens: number; variables: string[] }>();
  const values = new Map<string, number>();
  const models = new Map<string, { inputTokens: number; outputTokens: number }>();
  for (const { row, case: one } of missing) {
    const template = templates.get(row.prompt.id) ?? templateTokens(row.prompt.prompt);
    templates.set(row.prompt.id, template);
    const sum = models.get(row.model.model.id) ?? { inputTokens: 0, outputTokens: 0 };
    models.set(row.model.model.id, sum);
    sum.inputTokens += template.tokens;
    sum.outputTokens += Math.min(answer, row.prompt.prompt.parameters.maxTokens ?? answer);
    for (const name of template.variables) {
      const value = one.values[name];
      if (value === undefined) continue;
      const known = values.get(value) ?? estimateTokens(value);
      values.set(value, known);
      sum.inputTokens += known;
    }
  }
  const sums = [...models];
  return {
    calls: missing.length,
    inputTokens: sums.reduce((total, [, { inputTokens }]) => total + inputTokens, 0),
    outputTokens: Math.round(sums.reduce((total, [, { outputTokens }]) => total + outputTokens, 0)),
    cost: sumCosts(
      sums.map(([id, tokens]) =>
        costOf(
          offers.find((offer) => offer.id === id),
          tokens,
        ),
      ),
    ),
  };
}

function templateTokens({ system, turns, user }: Prompt): { tokens: number; variables: string[] } {
  const parts = [system, ...turns.map(({ content }) => content), user].flatMap((text) => parseTemplate(text).parts);
  const variables = parts.flatMap((part) => (part.type === 'variable' ? [part.name] : []));
  const text = parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('');
  return { tokens: estimateTokens(text), variables };
}

/** Milliseconds that the rest will take at the pace so far; nothing until there is a pace. */
export function remainingMs(elapsedMs: number, done: number, left: number): number | undefined {
  return done < 3 || elapsedMs <= 0 ? undefined : (elapsedMs / done) * left;
}
