import { resolve, sep } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { hash } from '#core/chance/chance.ts';
import { byCatalogueOrder, catalogueEntry } from '#core/exercises/catalogue.ts';
import type { ArbitrateExercise } from '#core/exercises/arbitrate.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { Learnt } from '#core/exercises/with-learnt.ts';
import type { Meaning } from '#core/exercises/simulation.ts';
import { lessonEntry, type Lesson } from '#core/lessons/lesson.ts';
import type { LearningPath } from '#core/paths/path.ts';
import { loadLessons } from '#services/lessons/folder.ts';
import { loadPaths } from '#services/lessons/paths-file.ts';
import { loadExercises, type ReadyExercise } from './folder.ts';
import type { Problem } from './problem.ts';

const catalogueModule = 'virtual:candor/catalogue';
const exercisesModule = 'virtual:candor/exercises';
const exerciseModule = 'virtual:candor/exercise/';
const lessonsModule = 'virtual:candor/lessons';
const lessonModule = 'virtual:candor/lesson/';
const learntModules = 'virtual:candor/learnt';
const learntModule = 'virtual:candor/learnt/';
const pathsModule = 'virtual:candor/paths';
const isOurs = (id: string) =>
  [catalogueModule, exercisesModule, lessonsModule, learntModules, pathsModule].includes(id) ||
  id.startsWith(learntModule) ||
  id.startsWith(exerciseModule) ||
  id.startsWith(lessonModule);

/** All that is ready of the content, each part by its id and in the order of its table of contents. */
interface Content {
  exercises: Map<string, ReadyExercise>;
  lessons: Map<string, Lesson>;
  paths: LearningPath[];
}

/**
 * Serves the exercises folder to the page as virtual modules: the catalogue, one lazily loaded chunk an exercise, and
 * the same for lessons. Only what the page needs is in them; what proves an exercise stays behind.
 *
 * A broken exercise fails the build. In dev and in tests it is left out and its problems are printed, so that one
 * author's half-written sentence does not stop everyone else.
 */
export function exercises(root = resolve('exercises')): Plugin {
  let content: Content | undefined;
  let building = false;
  let report: (sentences: string) => void = () => {};

  const load = (fail: (sentences: string) => never) => {
    if (content) return content;
    const loaded = loadContent(root);
    if (loaded.problems.length > 0 && building) fail(say(loaded.problems));
    if (loaded.problems.length > 0) report(say(loaded.problems));
    return (content = loaded);
  };

  return {
    name: 'candor:exercises',
    configResolved(config) {
      building = config.command === 'build';
      report = (sentences) => config.logger.error(sentences, { timestamp: true });
    },
    resolveId: {
      filter: { id: /^virtual:candor\// },
      handler: (id) => (isOurs(id) ? `\0${id}` : undefined),
    },
    load: {
      filter: { id: /^\0virtual:candor\// },
      handler(resolved) {
        const id = resolved.slice(1);
        const code = codeOf(
          id,
          load((sentences) => this.error(sentences)),
        );
        return code ?? this.error(`there is no ${id.slice('virtual:candor/'.length)}`);
      },
    },
    configureServer(server) {
      server.watcher.add(root);
      const changed = (file: string) => {
        if (!file.startsWith(root + sep)) return;
        content = undefined;
        reload(server);
      };
      for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, changed);
    },
    buildStart() {
      content = undefined;
      if (building) this.addWatchFile(root);
    },
  };
}

function loadContent(root: string): Content & { problems: Problem[] } {
  const all = loadExercises(root);
  const ready = all.flatMap((one) => (one.ready ? [one.ready] : []));
  ready.sort((a, b) => byCatalogueOrder(a.exercise, b.exercise));
  const ground = { exercises: ready.map(({ exercise }) => exercise), known: all.map(({ id }) => id) };
  const lessons = loadLessons(root, ground);
  const { paths, problems } = loadPaths(root, ground);
  return {
    exercises: new Map(ready.map((one) => [one.exercise.id, one])),
    lessons: new Map(lessons.flatMap((one) => (one.ready ? [[one.skill, one.ready]] : []))),
    paths,
    problems: [...all.flatMap((one) => one.problems), ...lessons.flatMap((one) => one.problems), ...problems],
  };
}

function codeOf(id: string, { exercises, lessons, paths }: Content): string | undefined {
  if (id === catalogueModule) return module([...exercises.values()].map(({ exercise }) => catalogueEntry(exercise)));
  if (id === exercisesModule) return `export default ${lazyModules(exerciseModule, exercises.keys())};`;
  if (id === learntModules) {
    const learnt = [...exercises.values()].flatMap((one) => (learntOf(one) ? [one.exercise.id] : []));
    return `export default ${lazyModules(learntModule, learnt)};`;
  }
  if (id.startsWith(learntModule)) {
    const learnt = learntOf(exercises.get(id.slice(learntModule.length)));
    return learnt && module(learnt);
  }
  if (id === pathsModule) return module(paths);
  if (id === lessonsModule) {
    const contents = [...lessons.values()].map(lessonEntry);
    return `export const contents = ${data(contents)};\nexport const lessons = ${lazyModules(lessonModule, lessons.keys())};`;
  }
  const lesson = lessons.get(id.slice(lessonModule.length));
  if (lesson) return module(lesson);
  const exercise = exercises.get(id.slice(exerciseModule.length));
  return exercise && module(bundle(exercise));
}

/** What the page loads of an exercise, named one by one so that nothing else slips through. */
function bundle(ready: ReadyExercise): ExerciseBundle | { exercise: ArbitrateExercise } {
  if (ready.kind !== 'write') return { exercise: ready.exercise };
  const learnt = learntOf(ready);
  return {
    exercise: { ...ready.exercise, meanings: slim(ready.exercise.meanings) },
    simulation: { ...ready.simulation, needs: slim(ready.simulation.needs) },
    ...(learnt && { learnt: hash(1, JSON.stringify(learnt)).toString(16) }),
  };
}

/** What was learnt of a meaning travels in the stead of its wordings, and apart: nobody needs it to begin. */
function slim<T extends Meaning>(meanings: Readonly<Record<string, T>>): Record<string, T> {
  const none = { en: [], fr: [] };
  return Object.fromEntries(
    Object.entries(meanings).map(([name, { learned, ...meaning }]) => [
      name,
      (learned ? { ...meaning, positive: none, negative: none } : meaning) as T,
    ]),
  );
}

function learntOf(ready: ReadyExercise | undefined): Learnt | undefined {
  if (ready?.kind !== 'write') return undefined;
  const pick = (meanings: Readonly<Record<string, Meaning>>) =>
    Object.fromEntries(Object.entries(meanings).flatMap(([name, { learned }]) => (learned ? [[name, learned]] : [])));
  const learnt = { needs: pick(ready.simulation.needs), meanings: pick(ready.exercise.meanings) };
  return Object.keys({ ...learnt.needs, ...learnt.meanings }).length > 0 ? learnt : undefined;
}

function say(problems: Problem[]): string {
  const lines = problems.map(
    ({ file, line, column, message }) => `  exercises/${file}:${line}:${column ?? 1} ${message}`,
  );
  return `${problems.length === 1 ? 'An exercise has a problem' : `The exercises have ${problems.length} problems`}:\n${lines.join('\n')}`;
}

/** Parsing JSON is faster for an engine than reading the same object as code. */
const data = (value: unknown) => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
const module = (value: unknown) => `export default ${data(value)};`;

const lazyModules = (prefix: string, ids: Iterable<string>) =>
  `{\n${[...ids].map((id) => `  ${JSON.stringify(id)}: () => import(${JSON.stringify(prefix + id)}),`).join('\n')}\n}`;

function reload(server: ViteDevServer) {
  for (const environment of Object.values(server.environments)) {
    for (const module of environment.moduleGraph.idToModuleMap.values()) {
      if (module.id?.startsWith('\0virtual:candor/')) environment.moduleGraph.invalidateModule(module);
    }
  }
  server.ws.send({ type: 'full-reload' });
}
