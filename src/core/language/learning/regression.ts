/** One observation: which symbols are there, what it is, and how much it counts. */
export interface Observation {
  symbols: readonly number[];
  /** 1 or 0. */
  is: number;
  counts: number;
}

/** A logistic regression over symbols; what an observation's symbols weigh is divided by the root of their number. */
export interface Regression {
  weights: Map<number, number>;
  bias: number;
}

const rate = 0.5;

/**
 * Logistic regression by stochastic descent with adaptive steps (AdaGrad, Duchi 2011) and a penalty on large weights
 * (`penalty` / number of observations). Goes through the observations in a fixed order, so that it is repeatable.
 */
export function regress(observations: readonly Observation[], penalty = 20, rounds = 15): Regression {
  const at = new Map<number, number>();
  const rows = observations.map(({ symbols, is, counts }) => ({
    places: symbols.map((symbol) => {
      const known = at.get(symbol) ?? at.size;
      at.set(symbol, known);
      return known;
    }),
    scale: 1 / Math.sqrt(symbols.length || 1),
    is,
    counts,
  }));
  const weights = new Float64Array(at.size);
  const steps = new Float64Array(at.size).fill(1e-6);
  let bias = -1;
  let biasSteps = 1e-6;
  const pull = penalty / Math.max(1, rows.length);
  for (let round = 0; round < rounds; round++) {
    for (let k = 0; k < rows.length; k++) {
      const row = rows[(k * 7919 + round * 104729) % rows.length];
      if (!row) continue;
      let sum = bias;
      for (const place of row.places) sum += (weights[place] ?? 0) * row.scale;
      const off = (1 / (1 + Math.exp(-sum)) - row.is) * row.counts;
      for (const place of row.places) {
        const weight = weights[place] ?? 0;
        const slope = off * row.scale + pull * weight;
        const walked = (steps[place] ?? 0) + slope * slope;
        steps[place] = walked;
        weights[place] = weight - (rate * slope) / Math.sqrt(walked);
      }
      biasSteps += off * off;
      bias -= (rate * off) / Math.sqrt(biasSteps);
    }
  }
  return { weights: new Map([...at].map(([symbol, place]) => [symbol, weights[place] ?? 0])), bias };
}
