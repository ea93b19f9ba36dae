import type { ExerciseKnowledge } from '#core/exercises/simulation.ts';
import type { Message } from '#core/prompts/prompt.ts';
import { remember } from '../remember.ts';
import { plainWords, shingleSize, shingles } from './shingles.ts';

/** An exercise case that the prompt holds. */
export interface Recognised {
  knowledge: ExerciseKnowledge;
  case: string;
  /** Share of the case's text that stands in the prompt, 0 to 1. */
  coverage: number;
}

interface Profile {
  case: string;
  size: number;
  weights: Map<number, number>;
  total: number;
}

/** Enough for text that was cut or edited a little; too much for text that merely speaks of the same thing. */
const leastCoverage = 0.55;
const profilesOf = new WeakMap<ExerciseKnowledge, Profile[]>();

/** Found once for all samples of a prompt. */
export const recognise = remember(
  (messages: readonly Message[], known: readonly ExerciseKnowledge[]) => findCase(messages, known) ?? null,
);

/**
 * Finds the case whose data stand in the messages. With several, the last is the target and the earlier ones are
 * examples. Nothing but the text decides: a prompt without the data recognises nothing.
 */
function findCase(messages: readonly Message[], known: readonly ExerciseKnowledge[]): Recognised | undefined {
  if (known.length === 0) return undefined;
  const words = plainWords(messages.map((message) => message.content).join('\n'));
  const lastPlaces = new Map<number, Map<number, number>>();
  const placesOf = (size: number) => {
    const ready = lastPlaces.get(size);
    if (ready) return ready;
    const places = new Map(shingles(words, size).map((shingle, place) => [shingle, place] as const));
    lastPlaces.set(size, places);
    return places;
  };
  let best: (Recognised & { place: number }) | undefined;
  for (const knowledge of known) {
    for (const profile of profiles(knowledge)) {
      const { coverage, place } = cover(profile, placesOf(profile.size));
      if (coverage < (knowledge.enough ?? leastCoverage)) continue;
      if (!best || place > best.place || (place === best.place && coverage > best.coverage)) {
        best = { knowledge, case: profile.case, coverage, place };
      }
    }
  }
  return best && { knowledge: best.knowledge, case: best.case, coverage: best.coverage };
}

function cover(profile: Profile, places: Map<number, number>): { coverage: number; place: number } {
  let covered = 0;
  const found: number[] = [];
  for (const [shingle, weight] of profile.weights) {
    const place = places.get(shingle);
    if (place === undefined) continue;
    covered += weight;
    if (weight >= 1) found.push(place);
  }
  found.sort((a, b) => a - b);
  return { coverage: profile.total === 0 ? 0 : covered / profile.total, place: found[found.length >> 1] ?? -1 };
}

function profiles(knowledge: ExerciseKnowledge): Profile[] {
  const ready = profilesOf.get(knowledge);
  if (ready) return ready;
  const texts = Object.entries(knowledge.data).map(([name, values]) => {
    const words = Object.values(values).map(plainWords);
    const size = shingleSize(Math.max(0, ...words.map((list) => list.length)));
    return { case: name, size, own: new Set(words.flatMap((list) => shingles(list, size))) };
  });
  const shared = new Map<number, number>();
  for (const text of texts) for (const shingle of text.own) shared.set(shingle, (shared.get(shingle) ?? 0) + 1);
  const made = texts.map(({ case: name, size, own }): Profile => {
    // What several cases share (a letterhead, a form) tells little about which of them it is.
    const weights = new Map([...own].map((shingle) => [shingle, 1 / (shared.get(shingle) ?? 1) ** 2] as const));
    return { case: name, size, weights, total: [...weights.values()].reduce((sum, weight) => sum + weight, 0) };
  });
  profilesOf.set(knowledge, made);
  return made;
}
