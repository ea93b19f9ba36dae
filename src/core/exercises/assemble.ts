import type { ArbitrateExercise, ArbitrateFile } from './arbitrate.ts';
import type { ExerciseProof, WriteExercise, WriteFile } from './exercise.ts';
import type { TextSource } from './identity.ts';

/** The exercise that its file and the texts it names make. */
export function assembleWrite(
  file: WriteFile,
  read: ReadonlyMap<string, string>,
  words: WriteExercise['words'],
): WriteExercise {
  const {
    $schema: _schema,
    format: _format,
    mustFail: _mustFail,
    fixtures: _fixtures,
    common,
    cases,
    checks,
    ...rest
  } = file;
  return {
    ...rest,
    checks: checks.map((check) => ('tables' in check ? { ...check, tables: tablesOf(check.tables, read) } : check)),
    common: Object.keys(common),
    cases: cases.map((one) => ({ ...one, values: { ...textsOf(common, read), ...textsOf(one.values, read) } })),
    words,
  };
}

/** The exercise that its file and the texts it names make. */
export function assembleArbitrate(
  file: ArbitrateFile,
  read: ReadonlyMap<string, string>,
  words: ArbitrateExercise['words'],
): ArbitrateExercise {
  const { $schema: _schema, format: _format, common, cases, ...rest } = file;
  return {
    ...rest,
    common: textsOf(common, read),
    cases: cases.map((one) => ({
      ...one,
      values: textsOf(one.values, read),
      outputs: one.outputs.map(({ id, text }) => ({ id, text: textOf(text, read) })),
    })),
    words,
  };
}

/** What proves the exercise, its fixtures read. */
export function proofOf({ mustFail, fixtures }: WriteFile, read: ReadonlyMap<string, string>): ExerciseProof {
  return { mustFail, fixtures: fixtures.map((fixture) => withTexts(fixture, read)) };
}

function withTexts(
  fixture: WriteFile['fixtures'][number],
  read: ReadonlyMap<string, string>,
): ExerciseProof['fixtures'][number] {
  const { earlier } = fixture;
  const texts = Object.entries(earlier ?? {}).map(([step, name]) => [step, read.get(name) ?? '']);
  return {
    ...fixture,
    output: read.get(fixture.file) ?? '',
    ...(earlier ? { earlier: Object.fromEntries(texts) as Record<string, string> } : {}),
  };
}

function textOf(source: TextSource, read: ReadonlyMap<string, string>): string {
  return (typeof source === 'string' ? source : (read.get(source.file) ?? '')).replace(/\s+$/, '');
}

function textsOf(sources: Record<string, TextSource>, read: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, textOf(source, read)]));
}

/** Statements that several files hold, one file after the other. */
function tablesOf(tables: TextSource | TextSource[], read: ReadonlyMap<string, string>): string {
  return [tables]
    .flat()
    .map((source) => textOf(source, read))
    .join('\n\n');
}
