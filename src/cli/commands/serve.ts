import { allKnowledgeOf } from '#core/exercises/knowledge-of.ts';
import { loadExercises, readyToWrite } from '#services/exercises/folder.ts';
import { startServer, type RunningServer } from '#services/serve/server.ts';
import { exercisesRoot } from '../exercise-folder.ts';
import { InputError } from '../input-error.ts';
import type { Command } from '../command.ts';
import { largestSeed, readOptions, wholeNumber } from '../options.ts';
import { stopSignal } from './serve-until.ts';

const usualPort = 4870;

/** The simulated model behind the HTTP interface that other tools speak, until it is told to stop. */
const serve: Command = async (parameters, console) => {
  const { names, options } = readOptions('serve', parameters, { port: 'text', seed: 'text', exercises: 'text' });
  if (names.length > 0) throw new InputError(`"candor serve" takes no names, but got "${names[0]}"`);
  const port = wholeNumber('port', options.port, 0, 65_535) ?? usualPort;
  const seed = wholeNumber('seed', options.seed, 0, largestSeed) ?? 0;
  const stopped = stopSignal();
  const loaded = loadExercises(exercisesRoot(options.exercises));
  const broken = loaded.filter((one) => !one.ready);
  if (broken.length > 0) {
    console.note(
      `Note: not known to the model, because "candor check" finds problems in them: ${broken.map((one) => one.id).join(', ')}`,
    );
  }
  const server = await listen({ knowledge: readyToWrite(loaded).flatMap((one) => allKnowledgeOf(one)), seed }, port);
  await console.write(`${server.url}\n`);
  await stopped;
  await server.close();
  return 0;
};

async function listen(served: Parameters<typeof startServer>[0], port: number): Promise<RunningServer> {
  try {
    return await startServer(served, port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new InputError(`port ${port} is in use; choose another with --port, or any free one with --port 0`);
    }
    if (code === 'EACCES')
      throw new InputError(`port ${port} may not be used by this account; choose another with --port`);
    throw error;
  }
}

export default serve;
