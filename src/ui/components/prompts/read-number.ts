/** A number as people type it, decimal comma included; `undefined` for nothing, `null` for what is no number in range. */
export function readNumber(text: string, low: number, high: number, whole = false): number | undefined | null {
  const typed = text.trim().replace(',', '.');
  if (typed === '') return undefined;
  const value = Number(typed);
  if (!Number.isFinite(value) || value < low || value > high || (whole && !Number.isInteger(value))) return null;
  return value;
}
