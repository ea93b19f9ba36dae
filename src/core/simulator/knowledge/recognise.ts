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

/** The cases of an exercise, and every run of words that any of them has. */
interface Profiles {
  cases: readonly Profile[];
  runs: ReadonlySet<number>;
}

interface Profile {
  case: string;
  size: number;
  weights: Map<number, number>;
  total: number;
}

/** Enough for text that was cut or edited a little; too much for text that merely speaks of the same thing. */
const leastCoverage = 0.55;
const profilesOf = new WeakMap<ExerciseKnowledge, Profiles>();

/** A case found, and where in the prompt its text stands. */
interface Placed extends Recognised {
  place: number;
}

const outdoes = (one: Placed, other: Placed | undefined): boolean =>
  !other || one.place > other.place || (one.place === other.place && one.coverage > other.coverage);

/**
 * Finds the case whose data stand in the messages. With several, the last is the target and the earlier ones are
 * examples. Nothing but the text decides: a prompt without the data recognises nothing.
 */
export function recognise(messages: readonly Message[], known: readonly ExerciseKnowledge[]): Recognised | undefined {
  let best: Placed | undefined;
  for (const knowledge of known) {
    const found = caseIn(messages, knowledge);
    if (found && outdoes(found, best)) best = found;
  }
  return best;
}

/** Found once for all samples of a prompt; `null` when none of the exercise's cases stands in it. */
const caseIn = remember((messages: readonly Message[], knowledge: ExerciseKnowledge): Placed | null => {
  const { cases, runs } = profiles(knowledge);
  const places = new Map<number, Map<number, number>>();
  let best: Placed | undefined;
  for (const profile of cases) {
    const ready = places.get(profile.size) ?? lastPlaces(runsOf(messages)(profile.size), runs);
    places.set(profile.size, ready);
    const { coverage, place, own } = cover(profile, ready);
    if (knowledge.enough === undefined ? coverage < leastCoverage : own < knowledge.enough) continue;
    const found = { knowledge, case: profile.case, coverage, place };
    if (outdoes(found, best)) best = found;
  }
  return best ?? null;
});

/** Where each of the runs of words that are looked for stands last in the prompt. */
function lastPlaces(runs: Uint32Array, wanted: ReadonlySet<number>): Map<number, number> {
  const places = new Map<number, number>();
  runs.forEach((run, place) => {
    if (wanted.has(run)) places.set(run, place);
  });
  return places;
}

const runsIn = new WeakMap<readonly Message[], (size: number) => Uint32Array>();

/** The runs of words in a prompt, by their length. */
function runsOf(messages: readonly Message[]): (size: number) => Uint32Array {
  const ready = runsIn.get(messages);
  if (ready) return ready;
  const words = plainWords(messages.map((message) => message.content).join('\n'));
  const known = new Map<number, Uint32Array>();
  const made = (size: number) => {
    const runs = known.get(size) ?? shingles(words, size);
    known.set(size, runs);
    return runs;
  };
  runsIn.set(messages, made);
  return made;
}

/** `own`: how many of the runs found no other case has. */
function cover(profile: Profile, places: Map<number, number>): { coverage: number; place: number; own: number } {
  let covered = 0;
  const found: number[] = [];
  for (const [shingle, weight] of profile.weights) {
    const place = places.get(shingle);
    if (place === undefined) continue;
    covered += weight;
    if (weight >= 1) found.push(place);
  }
  found.sort((a, b) => a - b);
  const coverage = profile.total === 0 ? 0 : covered / profile.total;
  return { coverage, place: found[found.length >> 1] ?? -1, own: found.length };
}

function profiles(knowledge: ExerciseKnowledge): Profiles {
  const ready = profilesOf.get(knowledge);
  if (ready) return ready;
  const texts = Object.entries(knowledge.data).map(([name, values]) => {
    const words = Object.values(values).map(plainWords);
    const size = shingleSize(Math.max(0, ...words.map((list) => list.length)));
    return { case: name, size, own: new Set(words.flatMap((list) => [...shingles(list, size)])) };
  });
  const shared = new Map<number, number>();
  for (const text of texts) for (const shingle of text.own) shared.set(shingle, (shared.get(shingle) ?? 0) + 1);
  const cases = texts.map(({ case: name, size, own }): Profile => {
    // What several cases share (a letterhead, a form) tells little about which of them it is.
    const weights = new Map([...own].map((shingle) => [shingle, 1 / (shared.get(shingle) ?? 1) ** 2] as const));
    return { case: name, size, weights, total: [...weights.values()].reduce((sum, weight) => sum + weight, 0) };
  });
  const made = { cases, runs: new Set(shared.keys()) };
  profilesOf.set(knowledge, made);
  return made;
}
