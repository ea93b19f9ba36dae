import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Exercise, ExerciseFile, ExerciseProof, ExerciseWords } from '#core/exercises/exercise.ts';
import type { ExercisePart, Finding } from '#core/exercises/finding.ts';
import { parseExerciseFile, parseSimulation, type Parsed } from '#core/exercises/parse-exercise.ts';
import { parseWords, type ParsedWords } from '#core/exercises/parse-words.ts';
import type { Simulation } from '#core/exercises/simulation.ts';
import { validateExercise } from '#core/exercises/validate/validate.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** Something wrong in a file, for a person to put right. */
export interface Problem {
  /** Path from the folder that was asked for. */
  file: string;
  line: number;
  column?: number;
  message: string;
}

/** What the folder of one exercise holds. `exercise`, `simulation` and `proof` are there when nothing is wrong. */
export interface LoadedExercise {
  /** The folder's name below the exercises folder, which is the exercise's id. */
  id: string;
  problems: Problem[];
  /** What could be read of `exercise.yaml`, even when other files are wrong. */
  file?: ExerciseFile;
  words: Partial<Record<'en' | 'fr', ExerciseWords>>;
  ready?: ReadyExercise;
}

export interface ReadyExercise {
  exercise: Exercise;
  simulation: Simulation;
  proof: ExerciseProof;
  /** Turns a finding of the proof into a problem with its line. */
  locate(finding: Finding): Problem;
}

/** Ids of the exercises below a folder: every `<profession>/<slug>` that holds an `exercise.yaml` or its words. */
export function exerciseIds(root: string): string[] {
  const folders = (path: string) =>
    existsSync(path)
      ? readdirSync(path).filter((name) => !name.startsWith('.') && statSync(join(path, name)).isDirectory())
      : [];
  return folders(root)
    .flatMap((profession) => folders(join(root, profession)).map((slug) => `${profession}/${slug}`))
    .filter((id) =>
      ['exercise.yaml', 'simulation.yaml', 'en.md', 'fr.md'].some((name) => existsSync(join(root, id, name))),
    )
    .sort();
}

/** Loads every exercise below a folder. */
export function loadExercises(root: string): LoadedExercise[] {
  const ids = exerciseIds(root);
  return ids.map((id) => loadExercise(root, id, ids));
}

/** Reads and validates the folder of one exercise. */
export function loadExercise(root: string, id: string, known = exerciseIds(root)): LoadedExercise {
  const folder = join(root, id);
  const reader = new PartReader(root, id);
  const exercise = reader.yaml('exercise.yaml', parseExerciseFile);
  const simulation = reader.yaml('simulation.yaml', parseSimulation);
  const words = { en: reader.words('en.md'), fr: reader.words('fr.md') };
  const loaded: LoadedExercise = { id, problems: reader.problems, words: { en: words.en?.words, fr: words.fr?.words } };
  if (!exercise) return loaded;
  loaded.file = exercise;

  const texts = readTexts(folder, exercise);
  for (const finding of [
    ...texts.findings,
    ...validateExercise({ id, known, file: exercise, texts: texts.read, simulation, words }),
  ]) {
    reader.problems.push(reader.locate(finding));
  }
  if (reader.problems.length > 0 || !simulation || !words.en || !words.fr) return loaded;
  loaded.ready = {
    exercise: assemble(exercise, texts.read, { en: words.en.words, fr: words.fr.words }),
    simulation,
    proof: {
      mustFail: exercise.mustFail,
      fixtures: exercise.fixtures.map((fixture) => ({ ...fixture, output: texts.read.get(fixture.file) ?? '' })),
    },
    locate: (finding) => reader.locate(finding),
  };
  return loaded;
}

class PartReader {
  readonly problems: Problem[] = [];
  readonly #root: string;
  readonly #id: string;
  readonly #yaml = new Map<ExercisePart, YamlFile>();
  readonly #words = new Map<ExercisePart, ParsedWords>();

  constructor(root: string, id: string) {
    this.#root = root;
    this.#id = id;
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

  words(part: 'en.md' | 'fr.md'): ParsedWords | undefined {
    const text = this.#read(part);
    if (text === undefined) return undefined;
    const parsed = parseWords(text);
    this.#words.set(part, parsed);
    this.problems.push(...parsed.problems.map((problem) => ({ file: this.#name(part), ...problem })));
    return parsed;
  }

  #read(part: ExercisePart): string | undefined {
    try {
      return readFileSync(join(this.#root, this.#id, part), 'utf8');
    } catch {
      this.problems.push({ file: this.#name(part), line: 1, message: `the file ${part} is missing` });
      return undefined;
    }
  }

  #name(part: string): string {
    return `${this.#id}/${part}`;
  }
}

/** Reads the files that an exercise names: shared material, case data, fixtures. */
function readTexts(folder: string, file: ExerciseFile) {
  const read = new Map<string, string>();
  const findings: Finding[] = [];
  const want = (name: string, path: Finding['path']) => {
    if (read.has(name)) return;
    const full = resolve(folder, name);
    const problem =
      relative(folder, full).startsWith('..') || !full.startsWith(resolve(folder) + sep)
        ? `the file "${name}" lies outside the exercise's folder`
        : !existsSync(full) || !statSync(full).isFile()
          ? `there is no file "${name}" in ${dirname(join(file.id, name))}`
          : undefined;
    if (problem) findings.push({ file: 'exercise.yaml', path, message: problem });
    else
      read.set(
        name,
        readFileSync(full, 'utf8')
          .replace(/^\uFEFF/, '')
          .replaceAll('\r\n', '\n')
          .replace(/\s+$/, ''),
      );
  };
  for (const [name, text] of Object.entries(file.common)) {
    if (typeof text !== 'string') want(text.file, ['common', name]);
  }
  for (const [index, one] of file.cases.entries()) {
    for (const [name, text] of Object.entries(one.values)) {
      if (typeof text !== 'string') want(text.file, ['cases', index, 'values', name]);
    }
  }
  for (const [index, fixture] of file.fixtures.entries()) want(fixture.file, ['fixtures', index, 'file']);
  return { read, findings };
}

function assemble(file: ExerciseFile, read: ReadonlyMap<string, string>, words: Exercise['words']): Exercise {
  const text = (source: string | { file: string }) =>
    (typeof source === 'string' ? source : (read.get(source.file) ?? '')).replace(/\s+$/, '');
  const texts = (sources: Record<string, string | { file: string }>) =>
    Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, text(source)]));
  const { $schema: _schema, format: _format, mustFail: _mustFail, fixtures: _fixtures, common, cases, ...rest } = file;
  return {
    ...rest,
    common: Object.keys(common),
    cases: cases.map((one) => ({ ...one, values: { ...texts(common), ...texts(one.values) } })),
    words,
  };
}
