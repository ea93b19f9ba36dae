import type { Duel } from './duels.ts';

/** What a contender is worth against the others. */
export interface Strength {
  id: string;
  /** Log-odds; all strengths add up to nought. */
  log: number;
  standardError: number;
  /** Chance of being preferred to an average contender, with its 90 % interval. */
  share: number;
  interval: [low: number, high: number];
}

/** The normal quantile that leaves 5 % on each side. */
const z = 1.6448536269514722;
const steps = 10_000;
const precision = 1e-10;

/**
 * Maximum likelihood of the Bradley–Terry model: one is preferred to the other with the odds of their worths. A tie is half a
 * win for each. Worths are found by Hunter's MM steps (Ann. Statist. 32:384, 2004), which always climb; errors come from
 * the Fisher information at the maximum. Nothing when there is no maximum: by Ford 1957 (Amer. Math. Monthly 64:28) there
 * is one only if everybody can be reached from everybody along wins. Strongest first.
 */
export function fitBradleyTerry(duels: readonly Duel[]): Strength[] | undefined {
  const ids = [...new Set(duels.flatMap(({ one, other }) => [one, other]))].sort();
  const wins = winMatrix(ids, duels);
  if (ids.length < 2 || !isStronglyConnected(wins)) return undefined;
  const log = worths(wins).map(Math.log);
  const mean = log.reduce((sum, one) => sum + one, 0) / log.length;
  const variances = variancesOf(
    wins,
    log.map((one) => one - mean),
  );
  return ids
    .map((id, index) => {
      const strength = (log[index] ?? 0) - mean;
      const standardError = Math.sqrt(variances[index] ?? 0);
      const interval: [number, number] = [
        logistic(strength - z * standardError),
        logistic(strength + z * standardError),
      ];
      return { id, log: strength, standardError, share: logistic(strength), interval };
    })
    .sort((a, b) => b.log - a.log || (a.id < b.id ? -1 : 1));
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** `wins[i][j]`: how often i was preferred to j, ties as half. */
function winMatrix(ids: readonly string[], duels: readonly Duel[]): number[][] {
  const place = new Map(ids.map((id, index) => [id, index]));
  const wins = ids.map(() => ids.map(() => 0));
  for (const { one, other, result } of duels) {
    const [i, j] = [place.get(one) ?? 0, place.get(other) ?? 0];
    wins[i]![j]! += result;
    wins[j]![i]! += 1 - result;
  }
  return wins;
}

function isStronglyConnected(wins: readonly number[][]): boolean {
  const reaches = (edge: (from: number, to: number) => boolean) => {
    const seen = new Set([0]);
    for (const from of seen) wins.forEach((_, to) => edge(from, to) && seen.add(to)); // a set is walked as it grows
    return seen.size === wins.length;
  };
  return reaches((from, to) => wins[from]![to]! > 0) && reaches((from, to) => wins[to]![from]! > 0);
}

function worths(wins: readonly number[][]): number[] {
  let worth = wins.map(() => 1);
  for (let step = 0; step < steps; step++) {
    const raw = worth.map((own, i) => {
      let met = 0;
      worth.forEach((theirs, j) => (met += i === j ? 0 : (wins[i]![j]! + wins[j]![i]!) / (own + theirs)));
      return wins[i]!.reduce((sum, one) => sum + one, 0) / met;
    });
    const scale = raw.length / raw.reduce((sum, one) => sum + one, 0);
    const next = raw.map((one) => one * scale);
    const moved = Math.max(...next.map((one, i) => Math.abs(Math.log(one / worth[i]!))));
    worth = next;
    if (moved < precision) break;
  }
  return worth;
}

/**
 * The information matrix is a weighted Laplacian L, singular because only differences matter. Under strengths that add up to
 * nought the covariance is its pseudo-inverse, (L + J/n)⁻¹ − J/n with J all ones.
 */
function variancesOf(wins: readonly number[][], log: readonly number[]): number[] {
  const n = log.length;
  const information = log.map((own, i) =>
    log.map((theirs, j) => {
      if (i === j) return 0;
      const p = logistic(own - theirs);
      return -(wins[i]![j]! + wins[j]![i]!) * p * (1 - p);
    }),
  );
  information.forEach((row, i) => (row[i] = -row.reduce((sum, one) => sum + one, 0)));
  const inverse = inverted(information.map((row) => row.map((one) => one + 1 / n)));
  return inverse.map((row, i) => row[i]! - 1 / n);
}

/** Gauss–Jordan with the largest pivot; the matrix is positive definite. */
function inverted(matrix: readonly number[][]): number[][] {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column; i < n; i++) if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const divisor = rows[column]![column]!;
    rows[column] = rows[column]!.map((one) => one / divisor);
    rows.forEach((row, i) => {
      const factor = row[column]!;
      if (i !== column) rows[i] = row.map((one, j) => one - factor * rows[column]![j]!);
    });
  }
  return rows.map((row) => row.slice(n));
}
