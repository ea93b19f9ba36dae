import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { ArbitrateExercise, ArbitrateFile } from '#core/exercises/arbitrate.ts';
import type { ExerciseFile, ExerciseProof, WriteExercise, WriteFile } from '#core/exercises/exercise.ts';
import type { ExercisePart, Finding, Path } from '#core/exercises/finding.ts';
import type { SharedWords, TextSource } from '#core/exercises/identity.ts';
import { gapsIn } from '#core/exercises/gaps.ts';
import { kindIn, parseExerciseFile, parseSimulation, type Parsed } from '#core/exercises/parse-exercise.ts';
import { parseArbitrateWords, parseWords } from '#core/exercises/parse-words.ts';
import type { ParsedWords } from '#core/exercises/word-file.ts';
import {
  fingerprintOfWordings,
  gatherWordings,
  parseLearned,
  type ExerciseWordings,
  type LearnedExercise,
} from '#core/exercises/learned-exercise.ts';
import { withLearnt } from '#core/exercises/with-learnt.ts';
import { didYouMean } from '#core/exercises/near-names.ts';
import { readWords } from '#core/exercises/read-words.ts';
import type { Simulation } from '#core/exercises/simulation.ts';
import { validateArbitrate } from '#core/exercises/validate/arbitrate.ts';
import { validateExercise } from '#core/exercises/validate/validate.ts';
import { parseWordings, type Wordings } from '#core/exercises/wordings.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** Something wrong in a file, for a person to put right. */
export interface Problem {
  /** Path from the folder that was asked for. */
  file: string;
  line: number;
  column?: number;
  message: string;
}

/** What the folder of one exercise holds; `ready` is there when nothing is wrong. */
export interface LoadedExercise {
  /** The folder's name below the exercises folder, which is the exercise's id. */
  id: string;
  problems: Problem[];
  /** What could be read of `exercise.yaml`, even when other files are wrong. */
  file?: ExerciseFile;
  words: Partial<Record<'en' | 'fr', SharedWords>>;
  ready?: ReadyExercise;
  /** The wordings have changed since `candor learn` was run. */
  stale?: boolean;
}

interface Locating {
  /** Turns a finding of the proof into a problem with its line. */
  locate(finding: Finding): Problem;
}

/** An exercise in which a prompt is written, of whichever kind it is itself. */
export interface ReadyWrite extends Locating {
  kind: 'write';
  exercise: WriteExercise;
  simulation: Simulation;
  proof: ExerciseProof;
  /** What its needs and meanings are learnt from. */
  wordings: ExerciseWordings;
}

/** Its key is part of the exercise, and so is what proves it. */
export interface ReadyArbitrate extends Locating {
  kind: 'arbitrate';
  exercise: ArbitrateExercise;
}

export type ReadyExercise = ReadyWrite | ReadyArbitrate;

/** Where the lessons lie, beside the professions. */
export const lessonsFolder = 'lessons';

/** Ids of the exercises below a folder: every `<profession>/<slug>` that holds an `exercise.yaml` or its words. */
export function exerciseIds(root: string): string[] {
  const folders = (path: string) =>
    existsSync(path)
      ? readdirSync(path).filter((name) => !name.startsWith('.') && statSync(join(path, name)).isDirectory())
      : [];
  return folders(root)
    .filter((name) => name !== lessonsFolder)
    .flatMap((profession) => folders(join(root, profession)).map((slug) => `${profession}/${slug}`))
    .filter((id) =>
      ['exercise.yaml', 'simulation.yaml', 'en.md', 'fr.md'].some((name) => existsSync(join(root, id, name))),
    )
    .sort();
}

/** Loads every exercise below a folder. */
export function loadExercises(root: string): LoadedExercise[] {
  return exerciseIds(root).map((id) => loadExercise(root, id));
}

/** Exercises in which a prompt is written, of all that are ready. */
export function readyToWrite(all: readonly LoadedExercise[]): ReadyWrite[] {
  return all.flatMap(({ ready }) => (ready?.kind === 'write' ? [ready] : []));
}

/** Reads and validates the folder of one exercise. */
export function loadExercise(root: string, id: string): LoadedExercise {
  const reader = new PartReader(root, id);
  const file = reader.yaml('exercise.yaml', parseExerciseFile);
  return (file?.kind ?? kindIn(reader.raw('exercise.yaml'))) === 'arbitrate'
    ? loadArbitrate(reader, file?.kind === 'arbitrate' ? file : undefined)
    : loadWrite(reader, file && file.kind !== 'arbitrate' ? file : undefined);
}

function loadWrite(reader: PartReader, file: WriteFile | undefined): LoadedExercise {
  const { id } = reader;
  const simulation = reader.yaml('simulation.yaml', parseSimulation);
  const parse = (markdown: string) => parseWords(markdown, file?.kind);
  const words = { en: reader.words('en.md', parse), fr: reader.words('fr.md', parse) };
  const loaded: LoadedExercise = { id, problems: reader.problems, words: { en: words.en?.words, fr: words.fr?.words } };
  if (!file) return loaded;
  loaded.file = file;

  const texts = reader.texts(sourcesOfWrite(file));
  reader.report(validateExercise({ id, file, texts, simulation, words }));
  const files = {
    en: reader.optionalYaml('wordings.en.yaml', parseWordings),
    fr: reader.optionalYaml('wordings.fr.yaml', parseWordings),
  };
  if (simulation) reader.report(strayWordings({ needs: simulation.needs, meanings: file.meanings }, files));
  if (reader.problems.length > 0 || !simulation || !words.en || !words.fr) return loaded;
  const wordings = gatherWordings({ needs: simulation.needs, meanings: file.meanings }, files);
  const learned = reader.learned();
  if (learned ? learned.of !== fingerprintOfWordings(wordings) : files.en || files.fr) {
    loaded.stale = true;
  }
  loaded.ready = {
    kind: 'write',
    ...withLearnt({ exercise: assemble(file, texts, { en: words.en.words, fr: words.fr.words }), simulation }, learned),
    wordings,
    proof: {
      mustFail: file.mustFail,
      fixtures: file.fixtures.map((fixture) => withTexts(fixture, texts)),
    },
    locate: (finding) => reader.locate(finding),
  };
  return loaded;
}

function loadArbitrate(reader: PartReader, file: ArbitrateFile | undefined): LoadedExercise {
  const { id } = reader;
  const words = { en: reader.words('en.md', parseArbitrateWords), fr: reader.words('fr.md', parseArbitrateWords) };
  const loaded: LoadedExercise = { id, problems: reader.problems, words: { en: words.en?.words, fr: words.fr?.words } };
  if (!file) return loaded;
  loaded.file = file;

  const texts = reader.texts(sourcesOfArbitrate(file));
  reader.report(validateArbitrate({ id, file, texts, words }));
  if (reader.problems.length > 0 || !words.en || !words.fr) return loaded;
  loaded.ready = {
    kind: 'arbitrate',
    exercise: assembleArbitrate(file, texts, { en: words.en.words, fr: words.fr.words }),
    locate: (finding) => reader.locate(finding),
  };
  return loaded;
}

class PartReader {
  readonly problems: Problem[] = [];
  readonly id: string;
  readonly #root: string;
  readonly #yaml = new Map<ExercisePart, YamlFile>();
  readonly #words = new Map<ExercisePart, ParsedWords<SharedWords>>();

  constructor(root: string, id: string) {
    this.#root = root;
    this.id = id;
  }

  report(findings: readonly Finding[]): void {
    this.problems.push(...findings.map((finding) => this.locate(finding)));
  }

  /** What stands in a YAML file, right or wrong. */
  raw(part: ExercisePart): unknown {
    return this.#yaml.get(part)?.value;
  }

  /** Turns the way to a value into a file, line and column. */
  locate({ file, path, key, entry, message }: Finding): Problem {
    const place = path ? this.#yaml.get(file)?.placeOf(path, key) : undefined;
    const line = place?.line ?? (entry ? this.#words.get(file)?.lines.get(entry) : undefined) ?? 1;
    return { file: this.#name(file), line, ...(place && { column: place.column }), message };
  }

  yaml<T>(part: ExercisePart, parse: (value: unknown) => Parsed<T>): T | undefined {
    const text = this.#read(part);
    if (text === undefined) return undefined;
    const read = readYaml(text);
    this.#yaml.set(part, read);
    if (read.problems.length > 0) {
      this.problems.push(...read.problems.map((problem) => ({ file: this.#name(part), ...problem })));
      return undefined;
    }
    const parsed = parse(read.value);
    if (parsed.issues) {
      this.problems.push(...parsed.issues.map((issue) => this.locate({ file: part, ...issue })));
    }
    return parsed.value;
  }

  /** A file that need not be there. */
  optionalYaml<T>(part: ExercisePart, parse: (value: unknown) => Parsed<T>): T | undefined {
    return existsSync(join(this.#root, this.id, part)) ? this.yaml(part, parse) : undefined;
  }

  /** What `candor learn` left. */
  learned(): LearnedExercise | undefined {
    const path = join(this.#root, this.id, 'learned.json');
    return existsSync(path) ? parseLearned(readFileSync(path, 'utf8')) : undefined;
  }

  words<Words extends SharedWords>(
    part: 'en.md' | 'fr.md',
    parse: (markdown: string) => ParsedWords<Words>,
  ): ParsedWords<Words> | undefined {
    const text = this.#read(part);
    if (text === undefined) return undefined;
    const parsed = readWords(text, part === 'fr.md' ? 'fr' : 'en', parse);
    this.#words.set(part, parsed);
    this.problems.push(...parsed.problems.map((problem) => ({ file: this.#name(part), ...problem })));
    return parsed;
  }

  /** Reads the files that an exercise names: shared material, case data, outputs, fixtures. */
  texts(sources: readonly NamedSource[]): ReadonlyMap<string, string> {
    const folder = join(this.#root, this.id);
    const read = new Map<string, string>();
    for (const { source, path } of sources) {
      if (typeof source === 'string' || read.has(source.file)) continue;
      const name = source.file;
      const full = resolve(folder, name);
      const problem =
        relative(folder, full).startsWith('..') || !full.startsWith(resolve(folder) + sep)
          ? `the file "${name}" lies outside the exercise's folder`
          : !existsSync(full) || !statSync(full).isFile()
            ? `there is no file "${name}" in ${dirname(join(this.id, name))}`
            : undefined;
      if (problem) this.report([{ file: 'exercise.yaml', path, message: problem }]);
      else {
        read.set(name, textIn(full));
        this.#reportGaps(name, read.get(name) ?? '');
      }
    }
    return read;
  }

  #read(part: ExercisePart): string | undefined {
    try {
      const text = readFileSync(join(this.#root, this.id, part), 'utf8');
      this.#reportGaps(part, text);
      return text;
    } catch {
      this.problems.push({ file: this.#name(part), line: 1, message: `the file ${part} is missing` });
      return undefined;
    }
  }

  #reportGaps(name: string, text: string): void {
    for (const { asks, ...place } of gapsIn(text))
      this.problems.push({ file: this.#name(name), ...place, message: `still to be written: ${asks}` });
  }

  #name(part: string): string {
    return `${this.id}/${part}`;
  }
}

function textIn(path: string): string {
  return readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replace(/\s+$/, '');
}

/** Wordings of needs and meanings that the exercise does not have. */
function strayWordings(
  known: Record<'needs' | 'meanings', Readonly<Record<string, unknown>>>,
  files: Partial<Record<'en' | 'fr', Wordings | undefined>>,
): Finding[] {
  return (['en', 'fr'] as const).flatMap((language) =>
    (['needs', 'meanings'] as const).flatMap((kind) =>
      Object.keys(files[language]?.[kind] ?? {})
        .filter((name) => !Object.hasOwn(known[kind], name))
        .map((name) => ({
          file: `wordings.${language}.yaml` as const,
          path: [kind, name],
          key: true,
          message: `there is no ${kind === 'needs' ? 'need' : 'meaning'} "${name}"${didYouMean(name, Object.keys(known[kind]))}`,
        })),
    ),
  );
}

/** A text of an exercise that may lie in a file of its own, and where it is named. */
interface NamedSource {
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

function sourcesOfWrite(file: WriteFile): NamedSource[] {
  const fixtures = file.fixtures.flatMap((fixture, index): NamedSource[] => [
    { source: { file: fixture.file }, path: ['fixtures', index, 'file'] },
    ...Object.entries(fixture.earlier ?? {}).map(([step, name]) => ({
      source: { file: name },
      path: ['fixtures', index, 'earlier', step],
    })),
  ]);
  const tables = file.checks.flatMap((check, index): NamedSource[] =>
    'tables' in check ? [{ source: check.tables, path: ['checks', index, 'tables'] }] : [],
  );
  return [...sourcesOfCases(file), ...tables, ...fixtures];
}

function sourcesOfArbitrate(file: ArbitrateFile): NamedSource[] {
  const outputs = file.cases.flatMap((one, index) =>
    one.outputs.map((output, at) => ({ source: output.text, path: ['cases', index, 'outputs', at, 'text'] })),
  );
  return [...sourcesOfCases(file), ...outputs];
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

function assemble(file: WriteFile, read: ReadonlyMap<string, string>, words: WriteExercise['words']): WriteExercise {
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
    checks: checks.map((check) => ('tables' in check ? { ...check, tables: textOf(check.tables, read) } : check)),
    common: Object.keys(common),
    cases: cases.map((one) => ({ ...one, values: { ...textsOf(common, read), ...textsOf(one.values, read) } })),
    words,
  };
}

function assembleArbitrate(
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
