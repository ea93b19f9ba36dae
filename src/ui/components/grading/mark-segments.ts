import type { Span } from '#core/language/span.ts';

/** A note in the margin of an answer: what is wrong, and where it shows. */
export interface MarginNote {
  id: string;
  /** What is wrong with the work. */
  title: string;
  /** The evidence: what was found. */
  detail: string;
  kind: 'fail' | 'ungraded' | 'strict';
  places: readonly Span[];
}

/** A stretch of an answer under the same notes. */
export interface Segment extends Span {
  notes: readonly string[];
  /** Notes whose first place begins here. */
  begins: readonly string[];
}

/** Cuts a text at the edges of all places, so that overlapping marks become flat neighbours. */
export function segments(text: string, notes: readonly MarginNote[]): Segment[] {
  const places = notes.flatMap(({ id, places }) =>
    places
      .map(({ start, end }, index) => ({ id, index, start: Math.max(0, start), end: Math.min(text.length, end) }))
      .filter(({ start, end }) => start < end),
  );
  const edges = [...new Set([0, text.length, ...places.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const first = new Map<string, number>();
  for (const { id, start } of places) first.set(id, Math.min(first.get(id) ?? Infinity, start));
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? text.length;
    const here = places.filter((place) => place.start <= start && place.end >= end).map(({ id }) => id);
    const covering = [...new Set(here)];
    return { start, end, notes: covering, begins: covering.filter((id) => first.get(id) === start) };
  });
}

/** Notes with one cause. */
export interface NoteGroup {
  detail: string;
  notes: readonly [MarginNote, ...MarginNote[]];
}

/** Notes that give the same evidence, together: what has one cause is said once. Notes without evidence stay alone. */
export function byDetail(notes: readonly MarginNote[]): NoteGroup[] {
  const groups: { detail: string; notes: [MarginNote, ...MarginNote[]] }[] = [];
  for (const note of notes) {
    const same =
      note.detail && groups.find(({ detail, notes: [first] }) => detail === note.detail && first.kind === note.kind);
    if (same) same.notes.push(note);
    else groups.push({ detail: note.detail, notes: [note] });
  }
  return groups;
}

/** Where a note would like to stand, and how tall it is. */
export interface Anchor {
  id: string;
  top: number;
  height: number;
}

/** Puts notes beside their marks in order, each pushed down as far as the one above needs. */
export function placeNotes(anchors: readonly Anchor[], gap: number): Map<string, number> {
  const tops = new Map<string, number>();
  let free = 0;
  for (const { id, top, height } of [...anchors].sort((a, b) => a.top - b.top)) {
    const at = Math.max(top, free);
    tops.set(id, at);
    free = at + height + gap;
  }
  return tops;
}
