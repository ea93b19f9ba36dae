import { costOf, sumCosts, type Cost, type ModelOffer } from '#core/models/model-offer.ts';
import { renderPrompt } from '#core/prompts/template.ts';
import { estimateTokens } from '#core/prompts/tokens.ts';
import type { Variant } from './comparison.ts';

/** What a run will ask for. */
export interface Estimate {
  calls: number;
  inputTokens: number;
  outputTokens: number;
  cost: Cost;
}

/** An answer of which nothing is known yet is about that long. */
const usualAnswer = 350;

/** Calls, tokens and cost of drawing so many samples of each case by each variant. */
export function estimateRun(
  variants: readonly Variant[],
  cases: readonly { values: Readonly<Record<string, string>> }[],
  samples: number,
  offers: readonly ModelOffer[],
): Estimate {
  const costs: Cost[] = [];
  let input = 0;
  let output = 0;
  for (const { prompt, model } of variants) {
    const offer = offers.find(({ id }) => id === model.id);
    const outputTokens = Math.min(usualAnswer, prompt.parameters.maxTokens ?? usualAnswer) * cases.length * samples;
    let inputTokens = 0;
    for (const { values } of cases) {
      for (const { content } of renderPrompt(prompt, values)) inputTokens += estimateTokens(content) * samples;
    }
    input += inputTokens;
    output += outputTokens;
    costs.push(costOf(offer, { inputTokens, outputTokens }));
  }
  return {
    calls: variants.length * cases.length * samples,
    inputTokens: input,
    outputTokens: output,
    cost: sumCosts(costs),
  };
}
