import { didYouMean } from '#core/exercises/near-names.ts';
import type { Command } from './command.ts';
import type { Console } from './console.ts';
import { InputError } from './input-error.ts';

// Loaded when called: most commands need neither the simulated model nor the checks.
const commands: Record<string, () => Promise<{ default: Command }>> = {
  check: () => import('./commands/check.ts'),
  list: () => import('./commands/list.ts'),
  render: () => import('./commands/render.ts'),
  grade: () => import('./commands/grade.ts'),
  complete: () => import('./commands/complete.ts'),
  serve: () => import('./commands/serve.ts'),
  new: () => import('./commands/new.ts'),
  schema: () => import('./commands/schema.ts'),
  export: () => import('./commands/export.ts'),
  learn: () => import('./commands/learn.ts'),
};

const help = `candor: exercises, prompts and the simulated model, from the command line

  candor check [id…] [--json] [--watch]      validate exercises and prove them on the simulated model; with
                                             --watch again whenever their files change. Ids may also be
                                             lessons, lessons/<skill> and paths
  candor list [--json]                       name the exercises
  candor render <id> --prompt FILE [--json]  show the messages a prompt becomes for each case
  candor grade <id> --prompt FILE [--model simulated-medium] [--samples N] [--seed N] [--json]
                                             run a prompt on every case and grade it
  candor grade <id> --outputs FILE.jsonl [--json]
                                             grade recorded outputs: lines {"case", "output"}; lines with an
                                             "expect" (and "values", "heldOut") bring cases of their own
  candor complete [--model …] [--seed N]     answer JSON lines {"id", "messages"} on standard input
  candor grade|complete … --connection NAME [--connections FILE] [--model …] [--concurrency N]
                                             the same on a real model: a connection of candor.connections.yaml, or
                                             of FILE, or a file that describes one. At most 64 calls at once, fewer
                                             when the server asks for it; failed calls are tried again. Its key is
                                             read from the environment variable that the connection names
  candor serve [--port N] [--seed N]         speak the OpenAI HTTP API on this machine, until stopped
  candor export <id | FILE.json> --promptfoo [--prompt FILE] [--model …] [--at URL] [--key VARIABLE] [--out FILE]
                                             hand an exercise, or a comparison saved from the page, to promptfoo
  candor new <profession>/<slug> [--kind write|repair|defend|chain|arbitrate]
                                             lay out the folder of a new exercise
  candor schema                              write the JSON Schemas that editors use
  candor learn [id…] [--judgement]           learn needs and meanings from their wordings

A prompt FILE is YAML or JSON with system, turns, user and parameters, or plain text for the user message alone;
"-" reads it from standard input. --exercises DIR uses another folder of exercises.
Exit codes: 0 it is well, 1 it is not (a problem, a failing grade), 2 bad input.
`;

/** Runs what was asked for; bad input ends with one sentence and 2. Returns the exit code. */
export async function runCommandLine(parameters: string[], console: Console): Promise<number> {
  try {
    return await run(parameters, console);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    console.note(`candor: ${error.message}`);
    return 2;
  }
}

async function run(parameters: string[], console: Console): Promise<number> {
  const [name, ...rest] = parameters;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h' || rest.includes('--help')) {
    await console.write(help);
    return name === undefined ? 2 : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    const known = Object.keys(commands);
    throw new InputError(
      `there is no command "${name}"${didYouMean(name, known) || `; there are ${known.join(', ')}`}`,
    );
  }
  return (await load()).default(rest, console);
}
