import type { Trait } from '#core/exercises/simulation.ts';
import type { Instruction, Reading, Request } from '../reading/reading.ts';

const kinds: Partial<Record<Trait, (request: Request) => boolean>> = {
  steps: ({ kind }) => kind === 'steps',
  'treat-as-data': ({ kind }) => kind === 'treat-as-data',
  'quote-source': ({ kind }) => kind === 'quote',
  ground: ({ kind }) => kind === 'ground',
  'missing-value': ({ kind }) => kind === 'missing',
  'ask-when-unclear': ({ kind }) => kind === 'ask-when-unclear',
  audience: ({ kind }) => kind === 'audience',
  tone: ({ kind }) => kind === 'tone',
  labels: ({ kind }) => kind === 'labels',
  json: (request) => request.kind === 'format' && request.format === 'json',
  only: ({ kind }) => kind === 'only',
  length: ({ kind }) => kind === 'count' || kind === 'brief',
  language: ({ kind }) => kind === 'language',
  'date-iso': (request) => request.kind === 'date-format' && request.format === 'iso',
  'no-personal-data': ({ kind }) => kind === 'no-personal-data',
  'self-check': ({ kind }) => kind === 'self-check',
  'no-invention': ({ kind }) => kind === 'no-invention',
};

const shown = new WeakMap<Reading, Map<Trait, Instruction | boolean>>();

/** The instruction that gives a prompt a trait, or true when its layout does. Asked for every sample, found once. */
export function showsTrait(reading: Reading, trait: Trait): Instruction | boolean {
  const known = shown.get(reading) ?? new Map<Trait, Instruction | boolean>();
  shown.set(reading, known);
  const found = known.get(trait) ?? findTrait(reading, trait);
  known.set(trait, found);
  return found;
}

function findTrait(reading: Reading, trait: Trait): Instruction | boolean {
  if (trait === 'examples') return reading.examples.length > 0;
  if (trait === 'delimited-data') return reading.data.some((block) => block.marking !== 'bare');
  const test = kinds[trait];
  return reading.instructions.find((one) => isOurs(one) && (test?.(one.request) ?? false)) ?? false;
}

/** Said by the person who prompts, not by the data or inside an example. */
export function isOurs(one: { source: Instruction['source'] }): boolean {
  return one.source === 'system' || one.source === 'user';
}
