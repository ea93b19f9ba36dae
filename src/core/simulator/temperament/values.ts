import { hash } from '#core/chance/chance.ts';
import type { Value } from '#core/exercises/simulation.ts';
import type { Decision } from '../explanation.ts';
import { extract, valueFor } from '../knowledge/extract.ts';
import { materialAfter, materialOf } from '../knowledge/topic.ts';
import type { Reading } from '../reading/reading.ts';
import type { Content } from '../writing/content.ts';
import type { Fate } from './fate.ts';
import { invention } from './invention.ts';
import { overCaution } from './over-caution.ts';
import { endsOf, longFrom, position } from './position.ts';
import { showsTrait } from './traits.ts';

/**
 * Finds what a key asks for in the text of the prompt. What is not there is left empty when the prompt gives leave to,
 * and made up otherwise.
 */
export function valueFinder(reading: Reading, fate: Fate, decisions: Decision[]): Content['lookUp'] {
  let found: ReturnType<typeof extract> | undefined;
  let ends: ReturnType<typeof extract> | undefined;
  const leave =
    showsTrait(reading, 'missing-value') || showsTrait(reading, 'no-invention') || showsTrait(reading, 'ground');
  return ({ name, type, oneOf }) => {
    const material = materialOf(reading) || materialAfter(reading);
    found ??= extract(material);
    const id = `value:${name}`;
    const there = valueFor(name, type, found);
    const seen = material.length < longFrom ? there : valueFor(name, type, (ends ??= extract(endsOf(material))));
    const lost = seen !== there && fate.happens(`lost:${name}`, position.chance);
    const read = lost ? seen : there;
    if (lost) {
      const decision = `lost:${name}`;
      const params = { key: name };
      decisions.push({ id: decision, outcome: 'guessed', topic: 'value', params, weakness: position.id, output: [] });
      if (read !== undefined) return { value: read, because: [decision] };
    }
    if (read !== undefined && !oneOf) {
      if (!leave || !fate.happens(`cautious:${name}`, overCaution.chance)) return { value: read, because: [] };
      decisions.push({
        id,
        outcome: 'guessed',
        topic: 'value',
        params: { key: name },
        weakness: overCaution.id,
        output: [],
      });
      return { value: null, because: [id] };
    }
    if (oneOf && oneOf.length > 0) {
      decisions.push({ id, outcome: 'guessed', topic: 'value', params: { key: name }, output: [] });
      return { value: fate.choose(id, oneOf), because: [id] };
    }
    if (type === 'array') return { value: [], because: [] };
    const invents = fate.happens(id, invention.chance[fate.size] * (leave ? 0.08 : 1));
    if (!invents) return { value: null, because: [] };
    decisions.push({
      id,
      outcome: 'invented',
      topic: 'value',
      params: { key: name },
      weakness: invention.id,
      output: [],
    });
    return { value: madeUp(name, type, fate), because: [id] };
  };
}

function madeUp(name: string, type: string | undefined, fate: Fate): Value {
  const draw = hash(fate.seed(`made-up:${name}`));
  const two = (n: number) => String(n).padStart(2, '0');
  if (type === 'boolean') return draw % 2 === 0;
  if (type === 'number' || /amount|total|price|montant|prix|count|nombre|score/i.test(name))
    return 10 + (draw % 90) * 5;
  if (type === 'date' || /date/i.test(name))
    return `20${two(23 + (draw % 3))}-${two(1 + (draw % 12))}-${two(1 + (draw % 28))}`;
  if (/mail/i.test(name)) return 'contact@example.com';
  if (/phone|tel/i.test(name)) return '+33 1 99 00 12 34';
  if (/ref|number|id$|num/i.test(name)) return `${name.slice(0, 3).toUpperCase()}-${1000 + (draw % 9000)}`;
  return ['standard', 'general', 'normal', 'medium'][draw % 4]!;
}
