/** Weights are kept in one byte, in sixteenths: −8 to just under 8. */
const unit = 16;

/**
 * Packs weights by symbol: three bytes for the symbol, one for each weight, in the order of the symbols, as base64.
 * Sums of what {@link readTable} gives are exact, so that every engine judges alike.
 */
export function writeTable(rows: ReadonlyMap<number, readonly number[]>): string {
  const bytes: number[] = [];
  for (const [symbol, weights] of [...rows].sort(([a], [b]) => a - b)) {
    bytes.push(symbol >> 16, (symbol >> 8) & 255, symbol & 255);
    for (const weight of weights) bytes.push(Math.max(-128, Math.min(127, Math.round(weight * unit))) & 255);
  }
  return btoa(String.fromCharCode(...bytes));
}

/** The weights of each symbol, as {@link writeTable} packed them. */
export function readTable(packed: string, weights: number): Map<number, readonly number[]> {
  const bytes = atob(packed);
  const rows = new Map<number, readonly number[]>();
  const at = (i: number) => bytes.charCodeAt(i);
  for (let i = 0; i + 3 + weights <= bytes.length; i += 3 + weights) {
    const symbol = (at(i) << 16) | (at(i + 1) << 8) | at(i + 2);
    rows.set(
      symbol,
      Array.from({ length: weights }, (_, k) => (((at(i + 3 + k) + 128) & 255) - 128) / unit),
    );
  }
  return rows;
}
