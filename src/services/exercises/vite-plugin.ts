import { resolve, sep } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { byCatalogueOrder, catalogueEntry } from '#core/exercises/catalogue.ts';
import type { ArbitrateExercise } from '#core/exercises/arbitrate.ts';
import type { ExerciseBundle } from '#core/exercises/exercise.ts';
import type { Meaning } from '#core/exercises/simulation.ts';
import { loadExercises, type Problem, type ReadyExercise } from './folder.ts';

const catalogueModule = 'virtual:candor/catalogue';
const exercisesModule = 'virtual:candor/exercises';
const exerciseModule = 'virtual:candor/exercise/';
const isOurs = (id: string) => id === catalogueModule || id === exercisesModule || id.startsWith(exerciseModule);

/**
 * Serves the exercises folder to the page as virtual modules: the catalogue, and one lazily loaded chunk an exercise.
 * Only what the page needs is in them; what proves an exercise stays behind.
 *
 * A broken exercise fails the build. In dev and in tests it is left out and its problems are printed, so that one
 * author's half-written sentence does not stop everyone else.
 */
export function exercises(root = resolve('exercises')): Plugin {
  let ready: Map<string, ReadyExercise> | undefined;
  let building = false;
  let report: (sentences: string) => void = () => {};

  const load = (fail: (sentences: string) => never) => {
    if (ready) return ready;
    const all = loadExercises(root);
    const problems = all.flatMap((one) => one.problems);
    if (problems.length > 0 && building) fail(say(problems));
    if (problems.length > 0) report(say(problems));
    const loaded = all.flatMap((one) => (one.ready ? [one.ready] : []));
    loaded.sort((a, b) => byCatalogueOrder(a.exercise, b.exercise));
    ready = new Map(loaded.map((one) => [one.exercise.id, one]));
    return ready;
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
        const loaded = load((sentences) => this.error(sentences));
        if (id === catalogueModule) return module([...loaded.values()].map(({ exercise }) => catalogueEntry(exercise)));
        if (id === exercisesModule) return lazyModules([...loaded.keys()]);
        const one = loaded.get(id.slice(exerciseModule.length));
        if (!one) return this.error(`there is no exercise "${id.slice(exerciseModule.length)}"`);
        return module(bundle(one));
      },
    },
    configureServer(server) {
      server.watcher.add(root);
      const changed = (file: string) => {
        if (!file.startsWith(root + sep)) return;
        ready = undefined;
        reload(server);
      };
      for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, changed);
    },
    buildStart() {
      ready = undefined;
      if (building) this.addWatchFile(root);
    },
  };
}

/** What the page loads of an exercise, named one by one so that nothing else slips through. */
function bundle(ready: ReadyExercise): ExerciseBundle | { exercise: ArbitrateExercise } {
  return ready.kind === 'write'
    ? {
        exercise: { ...ready.exercise, meanings: slim(ready.exercise.meanings) },
        simulation: { ...ready.simulation, needs: slim(ready.simulation.needs) },
      }
    : { exercise: ready.exercise };
}

/** What was learnt of a meaning travels in the stead of its wordings. */
function slim<T extends Meaning>(meanings: Readonly<Record<string, T>>): Record<string, T> {
  const none = { en: [], fr: [] };
  return Object.fromEntries(
    Object.entries(meanings).map(([name, meaning]) => [
      name,
      meaning.learned ? { ...meaning, positive: none, negative: none } : meaning,
    ]),
  );
}

function say(problems: Problem[]): string {
  const lines = problems.map(
    ({ file, line, column, message }) => `  exercises/${file}:${line}:${column ?? 1} ${message}`,
  );
  return `${problems.length === 1 ? 'An exercise has a problem' : `The exercises have ${problems.length} problems`}:\n${lines.join('\n')}`;
}

/** Parsing JSON is faster for an engine than reading the same object as code. */
const module = (value: unknown) => `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;

const lazyModules = (ids: string[]) =>
  `export default {\n${ids.map((id) => `  ${JSON.stringify(id)}: () => import(${JSON.stringify(exerciseModule + id)}),`).join('\n')}\n};`;

function reload(server: ViteDevServer) {
  for (const environment of Object.values(server.environments)) {
    for (const module of environment.moduleGraph.idToModuleMap.values()) {
      if (module.id?.startsWith('\0virtual:candor/')) environment.moduleGraph.invalidateModule(module);
    }
  }
  server.ws.send({ type: 'full-reload' });
}
