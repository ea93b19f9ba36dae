import type { Comparison } from './comparison.ts';

/** A case of one's own: data typed or pasted in. */
export type ScratchCase = Extract<Comparison['subject'], { kind: 'scratch' }>['cases'][number];

/** Changes the cases of a comparison of one's own data; one of an exercise stays as it is. */
export function withCases(comparison: Comparison, change: (cases: ScratchCase[]) => ScratchCase[]): Comparison {
  const { subject } = comparison;
  if (subject.kind !== 'scratch') return comparison;
  return { ...comparison, subject: { kind: 'scratch', cases: change(subject.cases) } };
}

export function withValue(cases: readonly ScratchCase[], id: string, name: string, text: string): ScratchCase[] {
  return cases.map((one) => (one.id === id ? { ...one, values: { ...one.values, [name]: text } } : one));
}

/** New cases for rows of data, under ids that none of the others has: case-1, case-2, … */
export function casesFor(
  rows: readonly Readonly<Record<string, string>>[],
  others: readonly { id: string }[],
): ScratchCase[] {
  const used = new Set(others.map(({ id }) => id));
  let number = 0;
  return rows.map((values) => {
    do number++;
    while (used.has(`case-${number}`));
    return { id: `case-${number}`, values: { ...values } };
  });
}

/** Puts new cases behind the others. A case that is alone and untouched gives way to data. */
export function withAdded(cases: readonly ScratchCase[], added: readonly ScratchCase[]): ScratchCase[] {
  const [only] = cases;
  const untouched = cases.length === 1 && only && Object.values(only.values).every((text) => text.trim() === '');
  const hasData = added.some(({ values }) => Object.keys(values).length > 0);
  return hasData && untouched ? [...added] : [...cases, ...added];
}

/** The case to look at when one is taken away: the next one, or the one before; none where it is alone. */
export function neighbourOf<Case extends { id: string }>(cases: readonly Case[], id: string): Case | undefined {
  const at = cases.findIndex((one) => one.id === id);
  return at < 0 ? undefined : (cases[at + 1] ?? cases[at - 1]);
}
