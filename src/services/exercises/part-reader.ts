import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { ExercisePart, Finding } from '#core/exercises/finding.ts';
import { gapsIn } from '#core/exercises/gaps.ts';
import type { SharedWords } from '#core/exercises/identity.ts';
import { parseLearned, type LearnedExercise } from '#core/exercises/learned-exercise.ts';
import type { NamedSource } from '#core/exercises/named-sources.ts';
import type { Parsed } from '#core/exercises/parse-exercise.ts';
import { readWords } from '#core/exercises/read-words.ts';
import type { ParsedWords } from '#core/exercises/word-file.ts';
import type { Problem } from './problem.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** Reads the files in the folder of one exercise, and gathers what is wrong in them, each with its line. */
export class PartReader {
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
