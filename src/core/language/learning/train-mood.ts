import { soundOf } from '../mood.ts';
import { fold } from '../normalise.ts';
import { writeTable } from '../table.ts';
import type { Wording } from './learn.ts';
import { type Observation, regress } from './regression.ts';

/** What tells requirements from reports; see `mood.ts`. */
export interface TrainedMood {
  smallWords: string;
  bias: number;
  table: string;
}

const commonest = 260;
const fewestSeen = 6;
const mostKept = 900;
const penalty = 60;
const rounds = 6;

/** Learns to tell a requirement from a report, by its sound alone. */
export function trainMood(requirements: readonly Wording[], reports: readonly Wording[]): TrainedMood {
  const all = [...requirements, ...reports];
  const counts = new Map<string, number>();
  for (const { text } of all) {
    for (const word of new Set(fold(text).match(/[a-z0-9]+'?/g) ?? [])) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const smallWords = [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, commonest)
    .map(([word]) => word);
  const common = new Set(smallWords);
  const sounds = all.map(({ text, language }) => soundOf(text, language, common));
  const seen = new Map<number, number>();
  for (const sound of sounds) for (const symbol of sound) seen.set(symbol, (seen.get(symbol) ?? 0) + 1);
  const weight = requirements.length / Math.max(1, reports.length);
  const observations: Observation[] = sounds.map((sound, i) => ({
    symbols: sound.filter((symbol) => (seen.get(symbol) ?? 0) >= fewestSeen),
    is: i < requirements.length ? 1 : 0,
    counts: i < requirements.length ? 1 : weight,
  }));
  const { weights, bias } = regress(observations, penalty, rounds);
  const kept = [...weights]
    .sort(
      ([a, x], [b, y]) =>
        Math.abs(y) * Math.sqrt(seen.get(b) ?? 0) - Math.abs(x) * Math.sqrt(seen.get(a) ?? 0) || a - b,
    )
    .slice(0, mostKept);
  return {
    smallWords: smallWords.join(' '),
    bias: Math.round(bias * 1000) / 1000,
    table: writeTable(new Map(kept.map(([symbol, value]) => [symbol, [value]]))),
  };
}
