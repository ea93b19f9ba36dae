import type { Connection } from '#core/models/connection.ts';

/** A connection as a row: where it stands among the others is not its own business. */
export interface ConnectionRow {
  id: string;
  place: number;
  connection: Connection;
}

/** The places of rows after those named have been brought to the front in that order. */
export function reordered(rows: readonly ConnectionRow[], ids: readonly string[]): ConnectionRow[] {
  const named = ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  const others = rows.filter((row) => !named.includes(row)).sort((one, other) => one.place - other.place);
  return [...named, ...others].map((row, place) => ({ ...row, place }));
}

export function nextPlace(rows: readonly ConnectionRow[]): number {
  return Math.max(-1, ...rows.map(({ place }) => place)) + 1;
}
