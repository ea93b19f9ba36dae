import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ArbitrateExercise, ArbitrateFile } from '#core/exercises/arbitrate.ts';
import { assembleArbitrate, assembleWrite, proofOf } from '#core/exercises/assemble.ts';
import type { ExerciseFile, ExerciseProof, WriteExercise, WriteFile } from '#core/exercises/exercise.ts';
import type { Finding } from '#core/exercises/finding.ts';
import type { SharedWords } from '#core/exercises/identity.ts';
import { fingerprintOfWordings, gatherWordings, type ExerciseWordings } from '#core/exercises/learned-exercise.ts';
import { sourcesOfArbitrate, sourcesOfWrite } from '#core/exercises/named-sources.ts';
import { kindIn, parseExerciseFile, parseSimulation } from '#core/exercises/parse-exercise.ts';
import { parseArbitrateWords, parseWords } from '#core/exercises/parse-words.ts';
import type { Simulation } from '#core/exercises/simulation.ts';
import { validateArbitrate } from '#core/exercises/validate/arbitrate.ts';
import { validateExercise } from '#core/exercises/validate/validate.ts';
import { validateWordings } from '#core/exercises/validate/wordings.ts';
import { withLearnt } from '#core/exercises/with-learnt.ts';
import { parseWordings } from '#core/exercises/wordings.ts';
import { PartReader } from './part-reader.ts';
import type { Problem } from './problem.ts';

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
  if (simulation) reader.report(validateWordings({ needs: simulation.needs, meanings: file.meanings }, files));
  if (reader.problems.length > 0 || !simulation || !words.en || !words.fr) return loaded;
  const wordings = gatherWordings({ needs: simulation.needs, meanings: file.meanings }, files);
  const learned = reader.learned();
  if (learned ? learned.of !== fingerprintOfWordings(wordings) : files.en || files.fr) {
    loaded.stale = true;
  }
  loaded.ready = {
    kind: 'write',
    ...withLearnt(
      { exercise: assembleWrite(file, texts, { en: words.en.words, fr: words.fr.words }), simulation },
      learned,
    ),
    wordings,
    proof: proofOf(file, texts),
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
