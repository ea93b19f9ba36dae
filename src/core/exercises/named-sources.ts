import type { ArbitrateFile } from './arbitrate.ts';
import type { ExerciseFile, WriteFile } from './exercise.ts';
import type { Path } from './finding.ts';
import type { TextSource } from './identity.ts';

/** A text of an exercise that may lie in a file of its own, and where it is named. */
export interface NamedSource {
  source: TextSource;
  path: Path;
}

const sourcesIn = (record: Record<string, TextSource>, path: Path): NamedSource[] =>
  Object.entries(record).map(([name, source]) => ({ source, path: [...path, name] }));

function sourcesOfCases({ common, cases }: ExerciseFile): NamedSource[] {
  return [
    ...sourcesIn(common, ['common']),
    ...cases.flatMap((one, index) => sourcesIn(one.values, ['cases', index, 'values'])),
  ];
}

/** Texts of an exercise in which a prompt is written: its material, the tables of its checks, its fixtures. */
export function sourcesOfWrite(file: WriteFile): NamedSource[] {
  const fixtures = file.fixtures.flatMap((fixture, index): NamedSource[] => [
    { source: { file: fixture.file }, path: ['fixtures', index, 'file'] },
    ...Object.entries(fixture.earlier ?? {}).map(([step, name]) => ({
      source: { file: name },
      path: ['fixtures', index, 'earlier', step],
    })),
  ]);
  const tables = file.checks.flatMap((check, index): NamedSource[] =>
    'tables' in check ? sourcesOfTables(check.tables, ['checks', index, 'tables']) : [],
  );
  return [...sourcesOfCases(file), ...tables, ...fixtures];
}

function sourcesOfTables(tables: TextSource | TextSource[], path: Path): NamedSource[] {
  return Array.isArray(tables)
    ? tables.map((source, index) => ({ source, path: [...path, index] }))
    : [{ source: tables, path }];
}

/** Texts of an exercise in which outputs are judged: its material and those outputs. */
export function sourcesOfArbitrate(file: ArbitrateFile): NamedSource[] {
  const outputs = file.cases.flatMap((one, index) =>
    one.outputs.map((output, at) => ({ source: output.text, path: ['cases', index, 'outputs', at, 'text'] })),
  );
  return [...sourcesOfCases(file), ...outputs];
}
