/** One row of a bench: what was measured, against its goal. */
export interface Figure {
  what: string;
  measured: string;
  goal: string;
  kept: boolean;
}

export function printFigures(figures: readonly Figure[], extra: object, json: boolean): void {
  if (json) {
    console.log(JSON.stringify({ figures, ...extra }));
    return;
  }
  const width = Math.max(...figures.map((figure) => figure.what.length));
  for (const { what, measured, goal, kept } of figures) {
    console.log(`${kept ? ' ' : '!'} ${what.padEnd(width)}  ${measured.padStart(10)}  ${goal}`);
  }
}

export function median(runs: readonly number[]): number {
  const sorted = [...runs].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export function timed(run: () => void): number {
  const startedAt = performance.now();
  run();
  return performance.now() - startedAt;
}

export function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}
