import type { DiffRow, TextDiff } from '#core/comparisons/diff/text-diff.ts';
import type { Part } from '#core/comparisons/diff/word-diff.ts';

/** A row as it is drawn. */
export interface RowView {
  kind: DiffRow['kind'];
  /** Where it begins in the text that is shown. */
  from: number;
  parts: Part[];
  /** The next row follows without an empty line. */
  tight: boolean;
}

/**
 * The rows to draw for a text of which `diff` covers the first `covered` characters: what has arrived since stands at the
 * end without marks. Of a text that still arrives, what its end does not have yet is not told as taken out.
 */
export function rowViews(diff: TextDiff, text: string, covered: number, streaming: boolean): RowView[] {
  const rows = streaming ? withoutMissingEnd(diff.rows) : diff.rows;
  const views: RowView[] = [];
  let from = 0;
  for (const { kind, after, parts } of rows) {
    from = after?.start ?? from;
    const { parts: shown, breaks } = withoutBreaks(parts, kind === 'removed');
    if (shown.length > 0) views.push({ kind, from, parts: shown, tight: breaks < 2 });
    from = after?.end ?? from;
  }
  if (text.length > covered) {
    const rest = text.slice(covered);
    views.push({ kind: 'same', from: covered, parts: [{ kind: 'kept', text: rest }], tight: true });
  }
  return views;
}

function withoutMissingEnd(rows: readonly DiffRow[]): DiffRow[] {
  const last = rows.findLastIndex(({ after }) => after !== undefined);
  return rows.slice(0, last + 1).map((row, index) => {
    if (index < last || row.parts.at(-1)?.kind === 'kept') return row;
    const end = row.parts.slice(-2).filter(({ kind }) => kind !== 'removed');
    return { ...row, parts: [...row.parts.slice(0, -2), ...end] };
  });
}

/** A row ends with the line breaks that divide it from the next; as a block of its own it needs none. */
function withoutBreaks(parts: readonly Part[], removed: boolean): { parts: Part[]; breaks: number } {
  const shown = [...parts];
  let breaks = 0;
  for (let last = shown.at(-1); last; last = shown.at(-1)) {
    const kept = last.text.trimEnd();
    if (removed || last.kind !== 'removed') breaks += last.text.slice(kept.length).split('\n').length - 1;
    shown.pop();
    if (kept) {
      shown.push({ ...last, text: kept });
      break;
    }
  }
  return { parts: shown, breaks };
}

export const lengthOf = ({ parts }: RowView) => parts.reduce((sum, { text }) => sum + text.length, 0);
