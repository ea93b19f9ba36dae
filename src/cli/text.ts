/** Rows of text in columns as wide as they need to be; the last one runs free. */
export function columns(rows: readonly string[][], indent = ''): string {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, cell.length)));
  return rows
    .map((row) =>
      `${indent}${row.map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index]!))).join('  ')}`.trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** One decimal, as scores are shown. */
export const oneDecimal = (value: number) => Math.round(value * 10) / 10;

/** `1 problem`, `2 problems`. */
export const counted = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;
