import type { Fate } from '../temperament/fate.ts';
import type { Content } from './content.ts';
import type { Piece } from './draft.ts';
import type { Plan } from './plan.ts';
import { nearest } from './touch.ts';

/** The label alone: the value of the conclusion, spelt as the prompt spells it. */
export function labelPieces(content: Content, plan: Plan, fate: Fate): Piece[] {
  const fact =
    content.facts.find((one) => one.role === 'conclusion' && typeof one.value === 'string') ??
    content.facts.find((one) => typeof one.value === 'string');
  if (fact && typeof fact.value === 'string') {
    return [
      {
        text: plan.labels.length > 0 ? nearest(fact.value, plan.labels) : fact.value,
        because: [...fact.because, ...plan.formBecause],
      },
    ];
  }
  const found = content.lookUp({
    name: 'label',
    type: 'string',
    ...(plan.labels.length > 0 ? { oneOf: plan.labels } : {}),
  });
  const value =
    typeof found.value === 'string'
      ? found.value
      : plan.labels.length > 0
        ? fate.choose('label', plan.labels)
        : String(found.value ?? '');
  return [
    {
      text: value || (plan.language === 'fr' ? 'inconnu' : 'unknown'),
      because: [...found.because, ...plan.formBecause],
    },
  ];
}
