import type { Estimate } from '#core/models/estimate.ts';
import { costOf, sumCosts, type Cost, type ModelOffer } from '#core/models/model-offer.ts';
import { templatesOf } from '#core/prompts/check-prompt.ts';
import { parseTemplate } from '#core/prompts/template.ts';
import { estimateTokens } from '#core/prompts/tokens.ts';
import type { Variant } from './comparison.ts';

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
    const { written, used } = readOnce(prompt);
    let inputTokens = 0;
    for (const { values } of cases) {
      inputTokens += samples * (written + used.reduce((sum, name) => sum + tokensOf(values[name] ?? ''), 0));
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

/** Tokens of what is typed, and the variables in it, each as often as it is used. */
function readOnce(prompt: Variant['prompt']): { written: number; used: string[] } {
  const parts = templatesOf(prompt).flatMap(({ template }) => parseTemplate(template).parts);
  const typed = parts.map((part) => (part.type === 'text' ? part.text : ' ')).join('');
  return {
    written: estimateTokens(typed),
    used: parts.flatMap((part) => (part.type === 'variable' ? [part.name] : [])),
  };
}

/** Data are long and stay the same while a prompt is typed: they are counted once. */
const counted = new Map<string, number>();
const mostCounted = 1_000;

function tokensOf(text: string): number {
  const known = counted.get(text);
  if (known !== undefined) return known;
  if (counted.size >= mostCounted) counted.clear();
  const tokens = estimateTokens(text);
  counted.set(text, tokens);
  return tokens;
}
